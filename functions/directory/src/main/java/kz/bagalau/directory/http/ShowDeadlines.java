package kz.bagalau.directory.http;

import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.calendar.Convention;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;

/// The deadlines of the acts, and one of them counted day by day.
public final class ShowDeadlines extends HttpFunction {

    // A year of more than four digits would be a date for Java and leaves its range when counted.
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Calendars calendars;

    public ShowDeadlines() {
        this(DynamoCalendars.fromEnvironment());
    }

    ShowDeadlines(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/deadlines", signedIn()).answers(ShowDeadlines::list),
                Route.get("/deadlines/{rule}", signedIn())
                        .of((_, path) -> Deadline.named(path.get("rule")))
                        .reads(ShowDeadlines::from)
                        .answers(this::count));
    }

    private static Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        ArrayNode rules = answer.putArray("rules");
        for (Deadline rule : Deadline.values()) {
            ObjectNode json = rules.addObject().put("rule", rule.code());
            json.set("name", Json.texts(rule.text()));
            json.put("start", rule.start().name());
            ArrayNode wordings = json.putArray("wordings");
            for (Timeline.Entry<Counting> entry : rule.law().entries()) {
                ObjectNode wording = wordings.addObject().put("from", entry.from().toString());
                switch (entry) {
                    case Timeline.Value<Counting> value ->
                            wording.put("convention", value.value().convention().code());
                    case Timeline.Repeal<Counting> _ -> wording.put("repealed", true);
                }
                cite(wording, entry.citation());
            }
            cite(json, rule.wording(LocalDate.MAX).citation());
        }
        return Response.ok(answer);
    }

    private static Input.Result<LocalDate> from(Request request) {
        Optional<String> text = request.query("from");
        if (text.isEmpty()) {
            return new Input.Rejected<>(refused(FieldProblem.REQUIRED));
        }
        return text.flatMap(ShowDeadlines::date)
                .<Input.Result<LocalDate>>map(Input.Accepted::new)
                .orElseGet(
                        () -> new Input.Rejected<>(refused(FieldProblem.BAD_FORMAT, "2025-11-03")));
    }

    private Response count(Caller caller, Deadline rule, LocalDate from) {
        return switch (rule.due(from, calendars.current())) {
            case DueDate.Found found -> Response.ok(json(found));
            case DueDate.NotAStart(var expected) ->
                    refused(
                            expected == Deadline.Start.YEAR_END
                                    ? DirectoryProblem.NOT_A_YEAR_END
                                    : DirectoryProblem.NOT_A_QUARTER_END,
                            from.toString());
            case DueDate.BeyondCalendar(var year) ->
                    refused(DirectoryProblem.BEYOND_CALENDAR, Integer.toString(year));
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Problem refused(ProblemCode code, String... arguments) {
        return Problem.invalid(List.of(new Problem.Error("from", code, arguments)));
    }

    private static ObjectNode json(DueDate.Found found) {
        ObjectNode json = Json.object().put("rule", found.rule().code());
        json.set("name", Json.texts(found.rule().text()));
        json.put("from", found.from().toString())
                .put("due", found.due().toString())
                .put("nominalDue", found.nominalDue().toString())
                .put("safeDue", found.safeDue().toString())
                .put("provisional", found.provisional())
                .put("inForce", found.inForce());
        cite(json, found.citation());
        ArrayNode conventions = json.putArray("conventions");
        for (Convention convention : found.conventions()) {
            conventions
                    .addObject()
                    .put("code", convention.code())
                    .set("name", Json.texts(convention.text()));
        }
        ArrayNode counted = json.putArray("counted");
        found.counted().forEach(day -> counted.add(day.toString()));
        ArrayNode passedOver = json.putArray("passedOver");
        for (DueDate.DayOff day : found.passedOver()) {
            ObjectNode off = passedOver.addObject().put("date", day.date().toString());
            day.special()
                    .ifPresent(special ->
                            off.put("kind", special.kind().name())
                                    .put("basis", special.basis())
                                    .set("name", Json.texts(special.name())));
        }
        return json;
    }

    /// The citation as people quote it, and in its parts.
    private static void cite(ObjectNode json, Citation citation) {
        json.put("citation", citation.act() + ", " + citation.paragraph());
        ObjectNode source =
                json.putObject("source")
                        .put("act", citation.act())
                        .put("paragraph", citation.paragraph())
                        .put("inForce", citation.inForce().toString())
                        .put("checked", citation.checked().toString());
        String url = citation.url();
        if (url != null) {
            source.put("url", url);
        }
    }
}
