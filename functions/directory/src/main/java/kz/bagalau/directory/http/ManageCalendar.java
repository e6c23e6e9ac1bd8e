package kz.bagalau.directory.http;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.signedIn;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.cases.Saved;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.calendar.CalendarYear;

/// Which days of a year are working days.
public final class ManageCalendar extends HttpFunction {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}");

    private final Calendars calendars;

    public ManageCalendar() {
        this(DynamoCalendars.fromEnvironment());
    }

    ManageCalendar(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/calendar/{year}", signedIn())
                        .of(ManageCalendar::year)
                        .reads(ManageCalendar::version)
                        .answers(this::show),
                Route.put("/calendar/{year}", only(Role.AGENCY))
                        .of(ManageCalendar::year)
                        .readsWith(CalendarForm::parse)
                        .answers(this::put));
    }

    private static Optional<Integer> year(Caller caller, Path path) {
        return Optional.of(path.get("year"))
                .filter(text -> YEAR.matcher(text).matches())
                .map(Integer::valueOf);
    }

    private static Input.Result<Optional<Long>> version(Request request) {
        Optional<String> version = request.query("version");
        return version.filter(text -> !VERSION.matcher(text).matches()).isPresent()
                ? new Input.Rejected<>(Problem.of(HttpProblem.NOT_FOUND))
                : new Input.Accepted<>(version.map(Long::valueOf));
    }

    private Response show(Caller caller, Integer year, Optional<Long> version) {
        return version.map(number -> calendars.find(year, number))
                .orElseGet(() -> calendars.find(year))
                .map(edition -> Response.ok(CalendarForm.json(edition)))
                .orElseGet(Response::notFound);
    }

    private Response put(Caller caller, Integer year, CalendarForm form) {
        return switch (calendars.put(form.year(), form.seen(), caller)) {
            case Saved.Kept<CalendarYear>(var edition) -> Response.ok(CalendarForm.json(edition));
            case Saved.Changed<CalendarYear>(var version) ->
                    Problem.of(DirectoryProblem.CALENDAR_CHANGED, Long.toString(version));
        };
    }
}
