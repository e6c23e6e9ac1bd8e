package kz.bagalau.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// `GET /calendar/{year}` (anyone signed in) and `PUT /calendar/{year}` (agency).
public final class ManageCalendar
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}");

    private final Calendars calendars;

    public ManageCalendar() {
        this(DynamoCalendars.here());
    }

    ManageCalendar(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        boolean edit = event.getRouteKey().equals("PUT /calendar/{year}");
        if (edit ? !caller.has(Role.AGENCY) : !caller.known()) {
            return Http.problem(event, caller.refusal());
        }
        String year = Http.path(event, "year");
        if (!YEAR.matcher(year).matches()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return edit
                ? put(event, Integer.parseInt(year), caller)
                : show(event, Integer.parseInt(year));
    }

    private APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event, int year) {
        Optional<String> version = Http.query(event, "version");
        if (version.filter(text -> !VERSION.matcher(text).matches()).isPresent()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return version.map(text -> calendars.find(year, Long.parseLong(text)))
                .orElseGet(() -> calendars.find(year))
                .map(edition -> Http.json(200, CalendarForm.json(edition)))
                .orElseGet(() -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND)));
    }

    private APIGatewayV2HTTPResponse put(APIGatewayV2HTTPEvent event, int year, Caller caller) {
        return switch (CalendarForm.parse(event, year)) {
            case Input.Rejected<CalendarForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<CalendarForm>(var form) ->
                    switch (calendars.put(form.year(), form.seen(), caller)) {
                        case Calendars.Kept(var edition) ->
                                Http.json(200, CalendarForm.json(edition));
                        case Calendars.Changed(var version) ->
                                Http.problem(
                                        event,
                                        Problem.of(
                                                DirectoryProblem.CALENDAR_CHANGED,
                                                Long.toString(version)));
                    };
        };
    }
}
