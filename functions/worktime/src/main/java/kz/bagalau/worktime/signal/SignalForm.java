package kz.bagalau.worktime.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.worktime.desk.Days;
import kz.bagalau.worktime.desk.Parts;

/// What is sent about signals.
public final class SignalForm {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_LINK = 2000;
    private static final int MAX_ID = 100;

    private SignalForm() {}

    /// Where a signal comes from (121 ¶7).
    enum Source {
        INFO_SYSTEM,
        BODY_DATA,
        ACS,
        MEDIA,
        SOCIAL_NETWORK
    }

    /// A new signal.
    public record Received(String body, LocalDate date, ObjectNode asked) {}

    public static Input.Result<Received> received(Request request, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        Source source = input.oneOf("source", Source.class, Source.INFO_SYSTEM);
        String body = input.id("body");
        LocalDate date = Days.notAfter(input, "date", today);
        ObjectNode asked =
                Json.object()
                        .put("source", source.name())
                        .put(Parts.BODY, body)
                        .put("date", date.toString())
                        .put("text", input.text("text", MAX_TEXT));
        link(input).ifPresent(link -> asked.put("link", link));
        return input.finish(() -> new Received(body, date, asked));
    }

    /// Only of the web: whoever reads signals may follow it.
    private static Optional<String> link(Input input) {
        Optional<String> link = input.optionalText("link", MAX_LINK);
        if (link.filter(text -> !text.isEmpty() && !isOfTheWeb(text)).isPresent()) {
            input.error("link", FieldProblem.BAD_FORMAT, "https://…");
        }
        return link;
    }

    private static boolean isOfTheWeb(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && List.of("http", "https").contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public enum State {
        NEW,
        TAKEN,
        CLOSED
    }

    /// What becomes of a signal. A note closes it.
    public record Handled(
            State state, Optional<String> note, Optional<String> visit, Asked asked) {}

    public static Input.Result<Handled> handled(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        State state = input.oneOf("state", State.class, State.NEW);
        Optional<String> note =
                state == State.CLOSED
                        ? Optional.of(input.text("note", MAX_TEXT))
                        : input.optionalText("note", MAX_TEXT);
        Optional<String> visit = input.optionalText("visit", MAX_ID);
        ObjectNode asked = Json.object().put("state", state.name());
        note.ifPresent(text -> asked.put("note", text));
        visit.ifPresent(id -> asked.put("visit", id));
        String event = event(state);
        return input.finish(
                () -> new Handled(state, note, visit, new Asked(event, version, asked)));
    }

    /// To leave it new is to note something beside it.
    private static String event(State state) {
        return switch (state) {
            case NEW -> "note";
            case TAKEN -> "take";
            case CLOSED -> "close";
        };
    }
}
