package kz.bagalau.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.calendar.Convention;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;

/// `GET /deadlines` and `GET /deadlines/{rule}?from=2025-05-05` (anyone signed in): the deadlines
/// of the acts, and one of them counted day by day.
public final class ShowDeadlines
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    // A year of more than four digits would be a date for Java and leaves its range when counted.
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Calendars calendars;

    public ShowDeadlines() {
        this(DynamoCalendars.here());
    }

    ShowDeadlines(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.known()) {
            return Http.problem(event, caller.refusal());
        }
        return event.getRouteKey().equals("GET /deadlines")
                ? list()
                : Deadline.named(Http.path(event, "rule"))
                        .map(rule -> count(event, rule))
                        .orElseGet(() -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND)));
    }

    private static APIGatewayV2HTTPResponse list() {
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
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse count(APIGatewayV2HTTPEvent event, Deadline rule) {
        Optional<String> text = Http.query(event, "from");
        if (text.isEmpty()) {
            return refused(event, FieldProblem.REQUIRED);
        }
        Optional<LocalDate> date = text.flatMap(ShowDeadlines::date);
        if (date.isEmpty()) {
            return refused(event, FieldProblem.BAD_FORMAT, "2025-11-03");
        }
        LocalDate from = date.get();
        return switch (rule.due(from, calendars.current())) {
            case DueDate.Found found -> Http.json(200, json(found));
            case DueDate.NotAStart(var expected) ->
                    refused(
                            event,
                            expected == Deadline.Start.YEAR_END
                                    ? DirectoryProblem.NOT_A_YEAR_END
                                    : DirectoryProblem.NOT_A_QUARTER_END,
                            from.toString());
            case DueDate.BeyondCalendar(var year) ->
                    refused(event, DirectoryProblem.BEYOND_CALENDAR, Integer.toString(year));
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

    private static APIGatewayV2HTTPResponse refused(
            APIGatewayV2HTTPEvent event, ProblemCode code, String... arguments) {
        return Http.problem(
                event, Problem.invalid(List.of(new Problem.Error("from", code, arguments))));
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
