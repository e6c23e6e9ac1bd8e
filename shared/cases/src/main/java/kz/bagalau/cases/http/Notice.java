package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;

/// A notice by which somebody is informed of a result (No. 02-17/15, ¶68; No. 245, ¶9).
///
/// @param deliveredOn empty while the delivery is not confirmed
/// @param proof the id of the document that records it
public record Notice(
        Channel channel,
        LocalDate sentOn,
        Optional<LocalDate> deliveredOn,
        Optional<String> proof) {

    /// Everybody may be informed by several of them.
    public enum Channel {
        /// With delivery notice.
        REGISTERED_LETTER,
        TELEPHONOGRAM,
        TELEGRAM,
        SMS,
        EMAIL,
        OTHER_RECORDED
    }

    private static final int MAX_ID = 100;

    /// Reads the fields `channel`, `sentOn`, `deliveredOn` and `proof`.
    public static Notice read(Input input, LocalDate today) {
        Channel channel = input.oneOf("channel", Channel.class, Channel.OTHER_RECORDED);
        LocalDate sentOn = past(input, "sentOn", today);
        Optional<LocalDate> deliveredOn =
                input.has("deliveredOn")
                        ? Optional.of(past(input, "deliveredOn", today))
                        : Optional.empty();
        deliveredOn
                .filter(sentOn::isAfter)
                .ifPresent(_ ->
                        input.error("deliveredOn", CaseProblem.OUT_OF_ORDER, sentOn.toString()));
        input.raw("deliveredOn");
        Optional<String> proof =
                input.optionalObject("proof").map(given -> given.text("document", MAX_ID));
        if (channel == Channel.OTHER_RECORDED && proof.isEmpty() && input.has("channel")) {
            input.error("proof", CaseProblem.NO_PROOF);
        }
        return new Notice(channel, sentOn, deliveredOn, proof);
    }

    /// A day that has come.
    public static LocalDate past(Input input, String field, LocalDate today) {
        LocalDate day = input.date(field);
        if (day.isAfter(today)) {
            input.error(field, CaseProblem.IN_FUTURE, day.toString());
        }
        return day;
    }

    public ObjectNode json() {
        ObjectNode json =
                Json.object().put("channel", channel.name()).put("sentOn", sentOn.toString());
        deliveredOn.ifPresent(day -> json.put("deliveredOn", day.toString()));
        proof.ifPresent(document -> json.putObject("proof").put("document", document));
        return json;
    }
}
