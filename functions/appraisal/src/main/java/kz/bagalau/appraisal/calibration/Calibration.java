package kz.bagalau.appraisal.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.lambda.Json;

/// An application for a calibration session and everything that followed, as a part of its case:
///
/// - `text`, `submittedOn`, `receivedOn`, `appliedBy`, `document` (of a paper one) or `appeal` (the
///   outcome that ordered a new session), `inTime`, `decideBy`, `holdBy`
/// - `members` (`person`, `kind`, `name`, `position`, `unit`), `by`, `order`, `reason`,
///   `approvedOn`, `approvedBy`, `orderedFrom` (the case's version), `earlier` (compositions that
///   were replaced)
/// - `rounds` (`round`, `heldOn`, `statement` or `noStatement`, `argument`, `members`, `votes`)
/// - `original`, `score`, `direction`, `decidedOn`, `protocolForm`
/// - `protocol` (`number`, `signedOn`, `document`), `uploadBy`, `upload`, `feedback`
/// - `refusal` (`reason`, `on`, `by`), `withdrawnOn`
///
/// What is written through this object stands in its node.
public record Calibration(ObjectNode json) {

    private static final String FIELD = "calibration";
    private static final String EARLIER = "earlierCalibrations";

    /// The one that stands in a case; empty where there is none.
    public static Optional<Calibration> in(AppraisalContent content) {
        return content.calibration().map(Calibration::new);
    }

    /// A new one in a case; the one that stood there is kept beside it.
    static Calibration open(AppraisalContent content) {
        archive(content);
        return new Calibration(content.json().putObject(FIELD));
    }

    static void archive(AppraisalContent content) {
        JsonNode standing = content.json().remove(FIELD);
        if (standing != null) {
            content.json().withArray("/" + EARLIER).add(standing);
        }
    }

    /// Whether a session has decided in a case, now or before.
    static boolean sessionHeld(AppraisalContent content) {
        boolean before = false;
        for (JsonNode earlier : content.json().path(EARLIER)) {
            before |= earlier.hasNonNull("score");
        }
        return before || in(content).flatMap(Calibration::score).isPresent();
    }

    boolean inTime() {
        return json.path("inTime").booleanValue();
    }

    public boolean onPaper() {
        return json.has("document");
    }

    boolean byAppeal() {
        return json.has("appeal");
    }

    OptionalLong orderedFrom() {
        return json.has("orderedFrom")
                ? OptionalLong.of(json.path("orderedFrom").longValue())
                : OptionalLong.empty();
    }

    Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        json.path("members").forEach(member -> members.add(member.path("person").asText()));
        return members;
    }

    Optional<LocalDate> day(String field) {
        return json.hasNonNull(field)
                ? Optional.of(LocalDate.parse(json.path(field).asText()))
                : Optional.empty();
    }

    int rounds() {
        return json.path("rounds").size();
    }

    /// The round that was held last.
    Optional<ObjectNode> lastRound() {
        return rounds() == 0
                ? Optional.empty()
                : Optional.of((ObjectNode) json.path("rounds").get(rounds() - 1));
    }

    /// What the session has decided.
    public Optional<BigDecimal> score() {
        return json.hasNonNull("score")
                ? Optional.of(new BigDecimal(json.path("score").asText()))
                : Optional.empty();
    }

    Optional<LocalDate> signedOn() {
        JsonNode signed = json.at("/protocol/signedOn");
        return signed.isTextual()
                ? Optional.of(LocalDate.parse(signed.asText()))
                : Optional.empty();
    }

    /// Replaces the composition; the one before is kept, with why it was replaced.
    void replaceMembers(String reason) {
        ObjectNode before = Json.object().put("replacedBecause", reason);
        before.set("members", json.path("members"));
        before.set("approvedOn", json.path("approvedOn"));
        before.set("order", json.path("order"));
        json.withArray("/earlier").add(before);
    }

    Calibration put(String field, Optional<LocalDate> day) {
        json.remove(field);
        day.ifPresent(found -> json.put(field, found.toString()));
        return this;
    }
}
