package kz.bagalau.reports;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.bagalau.cases.Saved;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.finding.FindingForm;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.obligation.BodyYear;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.obligation.Years;
import kz.bagalau.reports.overtime.Counting;
import kz.bagalau.reports.overtime.OvertimeReading;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.schedule.ReportAccess;
import kz.bagalau.reports.schedule.Schedule;
import kz.bagalau.reports.schedule.ScheduleForm;
import kz.bagalau.reports.schedule.Schedules;
import kz.bagalau.reports.shown.ObligationState;
import kz.bagalau.reports.shown.QuarterlyReports;
import kz.bagalau.reports.shown.ReportJson;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// What is due when, and what each body still owes and risks.
public final class ManageSchedule extends HttpFunction {

    private final Schedules schedules;
    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Calendars calendars;
    private final WorkTimes times;
    private final ArrivedFiles arrived;
    private final ReportAccess access;
    private final QuarterlyReports quarterly;
    private final Clock clock;

    public ManageSchedule() {
        this(
                DynamoSchedules.fromEnvironment(),
                DynamoReports.fromEnvironment(),
                DynamoFindings.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment(),
                DynamoWorkTimes.fromEnvironment(),
                new ArrivedFiles(S3Files.fromEnvironment()),
                QuarterlyTerms.fromEnvironment(),
                Runtime.current().clock());
    }

    ManageSchedule(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            WorkTimes times,
            ArrivedFiles arrived,
            QuarterlyTerms terms,
            Clock clock) {
        this.schedules = schedules;
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.calendars = calendars;
        this.times = times;
        this.arrived = arrived;
        this.access = new ReportAccess(terms);
        this.quarterly = new QuarterlyReports(reports, arrived, terms, clock);
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.put("/assessment-schedules/{year}", only(Role.AGENCY))
                        .of(ManageSchedule::year)
                        .readsWith(ScheduleForm::parse)
                        .answers(this::put),
                Route.get("/assessment-schedules/{year}", signedIn())
                        .of(ManageSchedule::year)
                        .answers(this::show),
                Route.get("/obligations", ReportAccess.READERS)
                        .reads(BodyYear::read)
                        .about(BodyYear::body)
                        .answers(this::obligations));
    }

    private static Optional<Integer> year(Caller caller, Path path) {
        return Years.parse(path.get("year")).stream().boxed().findFirst();
    }

    private Response show(Caller caller, Integer year) {
        return schedules
                .find(year)
                .map(edition -> Response.ok(ScheduleForm.json(edition, calendars.current())))
                .orElseGet(Response::notFound);
    }

    private Response put(Caller caller, Integer year, ScheduleForm form) {
        return switch (schedules.put(form.schedule(), form.seen(), caller)) {
            case Saved.Kept<Schedule>(var edition) ->
                    Response.ok(ScheduleForm.json(edition, calendars.current()));
            case Saved.Changed<Schedule>(var version) ->
                    Problem.of(ReportProblem.SCHEDULE_CHANGED, Long.toString(version));
        };
    }

    private Response obligations(Caller caller, Path path, BodyYear asked) {
        Optional<StateBody> body =
                bodies.find(asked.body()).filter(known -> access.readsAny(caller, known));
        if (asked.year().isEmpty() || body.isEmpty()) {
            return Response.notFound();
        }
        int year = asked.year().getAsInt();
        ObjectNode answer = Json.object().put("body", asked.body()).put("year", year);
        ArrayNode list = answer.putArray("obligations");
        if (access.reads(caller, ReportForm.APPENDIX_1, body.get())) {
            schedules
                    .find(year)
                    .ifPresent(
                            edition -> list(list, edition.value(), body.get(), asked.language()));
        }
        if (access.reads(caller, ReportForm.WORKTIME, body.get())) {
            ArrayNode quarters = answer.putArray("quarterly");
            quarterly.of(body.get(), year).forEach(quarters::add);
        }
        return Response.ok(answer);
    }

    private void list(ArrayNode list, Schedule schedule, StateBody body, Language language) {
        Reports.Year came = reports.of(body.id(), schedule.year());
        Findings.Year found = findings.of(body.id(), schedule.year());
        WorkingCalendar calendar = calendars.current();
        Counting counting = new Counting(calendar, times.touched(body.id(), schedule.year()));
        Instant now = clock.instant();
        ReportJson notes = new ReportJson(language, now);
        for (Schedule.Item item : schedule.items()) {
            if (item.form().owedBy(body)) {
                Obligation obligation = new Obligation(body.id(), item.form(), item.period());
                ObjectNode json =
                        list.addObject()
                                .put("id", obligation.id())
                                .put("form", item.form().code())
                                .put("period", item.period().code());
                item.form()
                        .direction()
                        .ifPresent(direction -> json.put("direction", direction.id()));
                ScheduleForm.due(json, item.due(), calendar);
                ObligationState state =
                        ObligationState.of(
                                obligation, Optional.of(item.due()), came, found, arrived, now);
                json.put("state", state.state().name()).put("late", state.late());
                state.report()
                        .ifPresent(report ->
                                json.putObject("report")
                                        .put("id", report.id().toString())
                                        .put("state", ReportJson.state(report, now)));
                state.risk().ifPresent(risk -> json.set("risk", risk.json(schedule.year())));
                ArrayNode warnings = json.putArray("warnings");
                Optional.ofNullable(came.standing().get(item.form())).stream()
                        .flatMap(form ->
                                OvertimeReading.sendAgain(form, item.period(), counting).stream())
                        .forEach(note -> warnings.add(notes.json(note)));
                ArrayNode findingsOfIt = json.putArray("findings");
                found.about(obligation).forEach(each -> findingsOfIt.add(FindingForm.json(each)));
            }
        }
    }
}
