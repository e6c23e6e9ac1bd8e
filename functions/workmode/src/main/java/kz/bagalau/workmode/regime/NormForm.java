package kz.bagalau.workmode.regime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.arrangements.Wording;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.workmode.Norm;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// The wording of a paragraph as the Agency loads it, and as it stands on a day.
///
/// @param seen the version that the sender has edited; empty where it names none
public record NormForm(Wording wording, OptionalLong seen) {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_SOURCE = 1000;

    /// A paragraph and the first day of a wording of it.
    public record Place(Norm norm, LocalDate from) {}

    public static Input.Result<NormForm> read(Request request, Place place) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        Input text = input.object("text");
        String kk = text.text("kk", MAX_TEXT);
        String ru = text.text("ru", MAX_TEXT);
        String source = input.text("source", MAX_SOURCE);
        LocalDate since = place.norm().citation().inForce();
        if (place.from().isBefore(since)) {
            input.error("", WorkmodeProblem.BEFORE_ORDER, since.toString());
        }
        return input.finish(
                () -> new NormForm(new Wording(place.norm(), place.from(), kk, ru, source), seen));
    }

    /// How a paragraph stands on a day: in force with its text where that is loaded; the wording of
    /// 2023 also without it; of a later one that is not loaded, what goes on meanwhile.
    public static ObjectNode json(Norm norm, LocalDate day, List<Edition<Wording>> loaded) {
        LocalDate since = norm.wordingSince(day);
        Optional<Edition<Wording>> standing =
                loaded.stream()
                        .filter(edition ->
                                edition.value().norm() == norm
                                        && !edition.value().from().isBefore(since)
                                        && !edition.value().from().isAfter(day))
                        .max(Comparator.comparing(edition -> edition.value().from()));
        boolean known = standing.isPresent() || norm.oldWording(day);
        ObjectNode json =
                Json.object()
                        .put("paragraph", norm.code())
                        .put("citation", norm.citation().paragraph())
                        .put("state", known ? "IN_FORCE" : "TEXT_NOT_LOADED")
                        .put(
                                "since",
                                standing.map(edition -> edition.value().from())
                                        .orElse(since)
                                        .toString());
        standing.ifPresent(edition -> {
            text(json, edition.value());
            json.put("version", edition.version());
        });
        if (!known) {
            json.set("meanwhile", Json.texts(norm.meanwhile()));
        }
        return json;
    }

    public static ObjectNode json(Edition<Wording> edition) {
        Wording wording = edition.value();
        ObjectNode json =
                Json.object()
                        .put("paragraph", wording.norm().code())
                        .put("citation", wording.norm().citation().paragraph())
                        .put("state", "IN_FORCE")
                        .put("since", wording.from().toString());
        return text(json, wording).put("version", edition.version());
    }

    private static ObjectNode text(ObjectNode json, Wording wording) {
        json.putObject("text").put("kk", wording.kk()).put("ru", wording.ru());
        return json.put("source", wording.source());
    }
}
