package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// `GET` and `PUT /assessment-schedules/{year}` (anyone signed in; agency) and `GET /obligations`
/// (own hr, agency, digital): what is due when, and what each body still owes and risks.
public final class ManageSchedule
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Schedules schedules;
    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Calendars calendars;
    private final ArrivedFiles arrived;
    private final Clock clock;

    public ManageSchedule() {
        this(
                DynamoSchedules.here(),
                DynamoReports.here(),
                DynamoFindings.here(),
                DynamoBodies.here(),
                DynamoCalendars.here(),
                new ArrivedFiles(S3Files.here()),
                Runtime.current().clock());
    }

    ManageSchedule(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            ArrivedFiles arrived,
            Clock clock) {
        this.schedules = schedules;
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.calendars = calendars;
        this.arrived = arrived;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        return switch (event.getRouteKey()) {
            case "PUT /assessment-schedules/{year}" ->
                    caller.has(Role.AGENCY)
                            ? put(event, caller)
                            : Http.problem(event, caller.refusal());
            case "GET /assessment-schedules/{year}" ->
                    caller.known() ? show(event) : Http.problem(event, caller.refusal());
            case "GET /obligations" -> obligations(event, caller);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    private APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event) {
        OptionalInt year = Years.parse(Http.path(event, "year"));
        return year.isEmpty()
                ? Http.problem(event, Problem.of(HttpProblem.NOT_FOUND))
                : schedules
                        .find(year.getAsInt())
                        .map(edition ->
                                Http.json(200, ScheduleForm.json(edition, calendars.current())))
                        .orElseGet(() -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND)));
    }

    private APIGatewayV2HTTPResponse put(APIGatewayV2HTTPEvent event, Caller caller) {
        OptionalInt year = Years.parse(Http.path(event, "year"));
        if (year.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return switch (ScheduleForm.parse(event, year.getAsInt())) {
            case Input.Rejected<ScheduleForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<ScheduleForm>(var form) ->
                    switch (schedules.put(form.schedule(), form.seen(), caller)) {
                        case Schedules.Kept(var edition) ->
                                Http.json(200, ScheduleForm.json(edition, calendars.current()));
                        case Schedules.Changed(var version) ->
                                Http.problem(
                                        event,
                                        Problem.of(
                                                ReportProblem.SCHEDULE_CHANGED,
                                                Long.toString(version)));
                    };
        };
    }

    private APIGatewayV2HTTPResponse obligations(APIGatewayV2HTTPEvent event, Caller caller) {
        String id = Http.query(event, "body").orElse("");
        if (!Access.reads(caller, id)) {
            return Http.problem(event, caller.refusal());
        }
        OptionalInt year = Years.parse(Http.query(event, "year").orElse(""));
        Optional<StateBody> body = bodies.find(id);
        if (year.isEmpty() || body.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        ObjectNode answer = Json.object().put("body", id).put("year", year.getAsInt());
        ArrayNode list = answer.putArray("obligations");
        schedules
                .find(year.getAsInt())
                .ifPresent(edition ->
                        list(list, edition.schedule(), body.get(), Http.language(event)));
        return Http.json(200, answer);
    }

    private void list(ArrayNode list, Schedule schedule, StateBody body, Language language) {
        Reports.Year came = reports.of(body.id(), schedule.year());
        Findings.Year found = findings.of(body.id(), schedule.year());
        WorkingCalendar calendar = calendars.current();
        Instant now = clock.instant();
        ReportJson told = new ReportJson(language, now);
        for (Schedule.Item item : schedule.items()) {
            if (item.form().owedBy(body)) {
                Obligation obligation = new Obligation(body.id(), item.form(), item.period());
                ObjectNode json =
                        list.addObject()
                                .put("id", obligation.id())
                                .put("form", item.form().code())
                                .put("direction", item.form().direction().id())
                                .put("period", item.period().code());
                ScheduleForm.due(json, item.due(), calendar);
                ObligationState state =
                        ObligationState.of(obligation, item.due(), came, found, arrived, now);
                json.put("state", state.state().name()).put("late", state.late());
                state.report()
                        .ifPresent(report ->
                                json.putObject("report")
                                        .put("id", report.id().toString())
                                        .put("state", ReportJson.state(report, now)));
                json.set("risk", state.risk().json(schedule.year()));
                ArrayNode warnings = json.putArray("warnings");
                Optional.ofNullable(came.standing().get(item.form()))
                        .flatMap(form -> OvertimeReading.sendAgain(form, item.period(), calendar))
                        .ifPresent(note -> warnings.add(told.json(note)));
                ArrayNode findingsOfIt = json.putArray("findings");
                found.about(obligation).forEach(each -> findingsOfIt.add(FindingForm.json(each)));
            }
        }
    }
}
