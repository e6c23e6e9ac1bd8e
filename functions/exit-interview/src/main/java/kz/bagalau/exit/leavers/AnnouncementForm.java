package kz.bagalau.exit.leavers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.exit.leavers.Announcement.Deliver;
import kz.bagalau.exit.leavers.Announcement.Failure;
import kz.bagalau.exit.leavers.Announcement.Leaving;
import kz.bagalau.exit.leavers.Announcement.Left;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Announcement.Section;
import kz.bagalau.exit.leavers.Announcement.Unit;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;

/// An announcement, or its correction, as it is sent.
///
/// @param reason empty where none is given, which only an announcement may leave out
/// @param seen the version that is corrected; empty where the request names none
public record AnnouncementForm(
        String body, String person, Leaving leaving, String reason, OptionalLong seen) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_REASON_BYTES = 2 * 1024;
    private static final int MAX_PERSON = 128;
    private static final int MAX_UNIT = 200;
    private static final int MAX_TEXT = 400;

    public static Input.Result<AnnouncementForm> announcement(Request request) {
        Input input = request.input(MAX_BYTES);
        String body = input.id("body");
        String person = input.text("person", MAX_PERSON);
        String reason = input.optionalText("reason", MAX_TEXT).orElse("");
        Leaving leaving = leaving(input);
        return input.finish(
                () -> new AnnouncementForm(body, person, leaving, reason, OptionalLong.empty()));
    }

    /// A correction says why, and again everything that can be corrected; body and person cannot.
    public static Input.Result<AnnouncementForm> correction(
            Request request, Announcement standing) {
        Input input = request.input(MAX_BYTES);
        String reason = input.text("reason", MAX_TEXT);
        Leaving leaving = leaving(input);
        OptionalLong seen = version(input);
        return input.finish(() ->
                new AnnouncementForm(standing.body(), standing.person(), leaving, reason, seen));
    }

    /// Why an announcement is withdrawn.
    ///
    /// @param seen the version that the caller saw; empty where the request names none
    public record Withdrawal(String reason, OptionalLong seen) {}

    public static Input.Result<Withdrawal> withdrawal(Request request) {
        Input input = request.input(MAX_REASON_BYTES);
        String reason = input.text("reason", MAX_TEXT);
        OptionalLong seen = version(input);
        return input.finish(() -> new Withdrawal(reason, seen));
    }

    private static OptionalLong version(Input input) {
        if (!input.has("version")) {
            input.raw("version");
            return OptionalLong.empty();
        }
        return OptionalLong.of(input.integer("version", 1, Integer.MAX_VALUE));
    }

    private static Leaving leaving(Input input) {
        LocalDate on = input.date("leavingOn");
        if (input.has("leavingOn") && !on.equals(LocalDate.EPOCH) && on.getYear() / 100 != 20) {
            input.error("leavingOn", FieldProblem.OUT_OF_RANGE, "2000-01-01", "2099-12-31");
        }
        Left left = input.oneOf("left", Left.class, Left.SERVICE);
        Ground ground = input.oneOf("ground", Ground.class, Ground.OWN_WILL);
        Unit unit =
                new Unit(
                        optional(input, "section", Section.class, Section.CENTRAL),
                        input.optionalText("unit", MAX_UNIT).orElse(""));
        Medium medium = optional(input, "medium", Medium.class, Medium.ELECTRONIC);
        Optional<Failure> failure = input.optionalObject("failure").map(AnnouncementForm::failure);
        boolean coded = ground.rule7() == Ground.Rule7.INTERVIEWED && medium == Medium.ELECTRONIC;
        Deliver deliver =
                coded
                        ? input.oneOf("deliver", Deliver.class, Deliver.LOGIN)
                        : optional(input, "deliver", Deliver.class, Deliver.LOGIN);
        if (medium == Medium.PAPER && failure.isEmpty()) {
            input.error("failure", ExitProblem.FAILURE_MISSING);
        }
        if (medium == Medium.ELECTRONIC && failure.isPresent()) {
            input.error("failure", ExitProblem.FAILURE_WITHOUT_PAPER);
        }
        return new Leaving(on, left, ground, unit, medium, failure, deliver);
    }

    private static Failure failure(Input failure) {
        return new Failure(
                failure.text("document", MAX_TEXT),
                failure.date("date"),
                failure.text("operator", MAX_UNIT));
    }

    /// One of an enum's constants where the field is there, else what it means to leave it out.
    private static <E extends Enum<E>> E optional(
            Input input, String field, Class<E> type, E otherwise) {
        if (input.has(field)) {
            return input.oneOf(field, type, otherwise);
        }
        input.raw(field);
        return otherwise;
    }
}
