package kz.bagalau.reports.shown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.obligation.BodyYear;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.overtime.Counting;
import kz.bagalau.reports.overtime.OvertimeAids;
import kz.bagalau.reports.overtime.PersonalLooks;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.schedule.ReportAccess;
import kz.bagalau.rules.Language;

/// `GET /reports?body=&year=` and `GET /reports/{report}` (own hr, agency, digital; recipients):
/// what was sent and what became of it.
public final class ShowReports {

    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Calendars calendars;
    private final WorkTimes times;
    private final PersonalLooks looks;
    private final ReportAccess access;
    private final ArrivedFiles arrived;
    private final Clock clock;

    public ShowReports(
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            WorkTimes times,
            PersonalLooks looks,
            ReportAccess access,
            ArrivedFiles arrived,
            Clock clock) {
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.calendars = calendars;
        this.times = times;
        this.looks = looks;
        this.access = access;
        this.arrived = arrived;
        this.clock = clock;
    }

    public Response list(Caller caller, Path path, BodyYear asked) {
        String body = asked.body();
        Optional<StateBody> known = bodies.find(body).filter(one -> access.readsAny(caller, one));
        if (asked.year().isEmpty() || known.isEmpty()) {
            return Response.notFound();
        }
        int year = asked.year().getAsInt();
        ObjectNode answer = Json.object().put("body", body).put("year", year);
        ArrayNode list = answer.putArray("reports");
        Reports.Year came = reports.of(body, year);
        ReportJson json = new ReportJson(asked.language(), clock.instant());
        for (Report report : came.reports()) {
            ReportForm form = report.obligation().form();
            if (access.reads(caller, form, known.get())) {
                list.add(
                        withRecipient(
                                json.head(report, Optional.ofNullable(came.standing().get(form))),
                                form,
                                known.get()));
            }
        }
        return Response.ok(answer);
    }

    /// The report that the path names, where the caller may read what its body reports.
    public Optional<Report> find(Caller caller, Path path) {
        return ReportId.parse(path.get("report"))
                .flatMap(id ->
                        bodies.find(id.body())
                                .filter(body -> access.readsAny(caller, body))
                                .flatMap(body ->
                                        reports.find(id)
                                                .filter(report ->
                                                        access.reads(
                                                                caller,
                                                                report.obligation().form(),
                                                                body))));
    }

    private ObjectNode withRecipient(ObjectNode json, ReportForm form, StateBody body) {
        access.recipient(form, body).ifPresent(id -> json.put("recipient", id));
        return json;
    }

    public Response show(Caller caller, Report found, Language language) {
        Report report = arrived.asItIs(found);
        ReportId id = report.id();
        Optional<Reading> reading = reports.reading(id);
        Reader reader = Reader.of(caller, id.body());
        reading.ifPresent(read -> note(caller, report, reader.aids(report, read.aids())));
        ObjectNode shown =
                new ReportJson(language, clock.instant())
                        .whole(
                                report,
                                Optional.of(
                                        reports.standing(
                                                id.body(), id.year(), report.obligation().form())),
                                reading,
                                reports.attachments(id),
                                findings.of(id.body(), id.year()),
                                new Counting(
                                        calendars.current(), times.touched(id.body(), id.year())),
                                reader);
        bodies.find(id.body())
                .ifPresent(body -> withRecipient(shown, report.obligation().form(), body));
        return Response.ok(shown);
    }

    /// Whoever is shown the hours of people has read their times.
    private void note(Caller caller, Report report, ObjectNode aids) {
        Set<String> people = OvertimeAids.employees(aids);
        if (report.obligation().form() == ReportForm.ACCESS_EVENTS && !people.isEmpty()) {
            ReportPeriod period = report.obligation().period();
            looks.note(caller, report.id().body(), people, period.from(), period.to());
        }
    }
}
