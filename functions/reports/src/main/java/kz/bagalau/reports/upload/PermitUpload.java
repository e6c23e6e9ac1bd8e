package kz.bagalau.reports.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.s3.Permit;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.finding.Risk;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.report.Attachment;
import kz.bagalau.reports.report.FileClaim;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.schedule.Schedule;
import kz.bagalau.reports.schedule.Schedules;

/// `POST /reports` and `POST /reports/{report}/attachments` (own hr): the right to send one file.
public final class PermitUpload {

    private static final int MAX_ATTACHMENTS = 20;

    /// Less than this is no clock that was set, but the time between two looks at it.
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private final Schedules schedules;
    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Files files;
    private final QuarterlyTerms terms;
    private final Clock clock;

    public PermitUpload(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Files files,
            QuarterlyTerms terms,
            Clock clock) {
        this.schedules = schedules;
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.files = files;
        this.terms = terms;
        this.clock = clock;
    }

    public Response report(
            Caller caller, Path path, UploadForm.OfReport form, Optional<Idempotency.Key> key) {
        return form.form().quarterly()
                ? quarterly(caller, form, key)
                : scheduled(caller, form, key);
    }

    private Response quarterly(
            Caller caller, UploadForm.OfReport form, Optional<Idempotency.Key> key) {
        Optional<StateBody> body = bodies.find(form.body());
        if (body.isEmpty()) {
            return Problem.of(ReportProblem.NOT_OWED);
        }
        if (terms.recipient(body.get()).isEmpty()) {
            return Problem.of(ReportProblem.NO_RECIPIENT);
        }
        return QuarterlyTerms.quarter(form.period()).hasEnded(Times.day(clock.instant()))
                ? request(caller, form, terms.due(form.period()), key)
                : Problem.of(ReportProblem.QUARTER_NOT_OVER, form.period().code());
    }

    private Response scheduled(
            Caller caller, UploadForm.OfReport form, Optional<Idempotency.Key> key) {
        Optional<Schedule> schedule = schedules.find(form.period().year()).map(Edition::value);
        Optional<LocalDate> due =
                schedule.flatMap(known -> known.find(form.form(), form.period()))
                        .map(Schedule.Item::due);
        Optional<ReportProblem> refused = refusal(form, schedule, due);
        return refused.isPresent() ? Problem.of(refused.get()) : request(caller, form, due, key);
    }

    private Optional<ReportProblem> refusal(
            UploadForm.OfReport form, Optional<Schedule> schedule, Optional<LocalDate> due) {
        Optional<StateBody> body = bodies.find(form.body());
        if (body.filter(form.form()::owedBy).isEmpty()) {
            return Optional.of(ReportProblem.NOT_OWED);
        }
        if (due.isEmpty()) {
            return Optional.of(ReportProblem.NOT_SCHEDULED);
        }
        return schedule.filter(known -> known.closed(Times.day(clock.instant())))
                .map(_ -> ReportProblem.YEAR_CLOSED);
    }

    private Response request(
            Caller caller,
            UploadForm.OfReport form,
            Optional<LocalDate> due,
            Optional<Idempotency.Key> key) {
        ReportId id = ReportId.draw(form.body(), form.period().year());
        Instant now = clock.instant();
        Permit permit =
                files.permit(
                        new Files.OfReport(id, form.check() || form.form().fleeting()),
                        form.file());
        Report report =
                new Report(
                        id,
                        form.obligation(),
                        form.file(),
                        form.check(),
                        caller.subject(),
                        now,
                        shift(now, permit),
                        permit.expires(),
                        Report.State.AWAITING_FILE,
                        Optional.empty(),
                        Optional.empty());
        String kept = Json.write(Json.object().put("id", id.toString()));
        return reports.request(report, key.map(known -> known.reply(201, kept)), caller)
                ? Response.created(answer(report, due, permit))
                : new Response.Retry();
    }

    /// The same request again gets the same report, with an address that is valid again: the first
    /// answer may have been lost, and what it held is a secret that is stored nowhere.
    public Response again(Caller caller, Path path, Idempotency.Done done) {
        ReportId id = ReportId.parse(Json.read(done.body()).path("id").asText()).orElseThrow();
        Report report = reports.find(id).orElseThrow();
        if (report.obligation().form().quarterly()) {
            Permit permit = files.permit(report.place(), report.file());
            return Response.created(
                    answer(report, terms.due(report.obligation().period()), permit));
        }
        Optional<LocalDate> due =
                schedules
                        .find(id.year())
                        .flatMap(edition ->
                                edition.value()
                                        .find(
                                                report.obligation().form(),
                                                report.obligation().period()))
                        .map(Schedule.Item::due);
        if (due.isEmpty()) {
            return Problem.of(ReportProblem.NOT_SCHEDULED);
        }
        Permit permit = files.permit(report.place(), report.file());
        return Response.created(answer(report, due, permit));
    }

    private ObjectNode answer(Report report, Optional<LocalDate> due, Permit permit) {
        ObjectNode json = Json.object().put("id", report.id().toString());
        json.set("upload", permit.json());
        LocalDate today = Times.day(clock.instant());
        boolean late = due.filter(today::isAfter).isPresent();
        due.ifPresent(day -> json.put("due", day.toString()));
        json.put("late", late).put("check", report.check());
        if (report.obligation().form().quarterly()) {
            bodies.find(report.id().body())
                    .flatMap(terms::recipient)
                    .ifPresent(authority -> json.put("recipient", authority.id()));
        }
        Optional<ReportForm.Direction> bears = report.obligation().form().direction();
        if (report.check() && bears.isPresent()) {
            ReportForm.Direction direction = bears.get();
            Set<Finding.Kind> kinds =
                    late ? EnumSet.of(Finding.Kind.UNTIMELY) : EnumSet.noneOf(Finding.Kind.class);
            var found = findings.of(report.id().body(), report.id().year());
            json.set(
                    "penalty",
                    new Risk(direction, kinds, found.points(direction)).json(report.id().year()));
        }
        return json;
    }

    public Response attachment(
            Caller caller, Report report, FileClaim file, Optional<Idempotency.Key> key) {
        if (reports.attachments(report.id()).size() >= MAX_ATTACHMENTS) {
            return Problem.of(
                    ReportProblem.TOO_MANY_ATTACHMENTS, Integer.toString(MAX_ATTACHMENTS));
        }
        String token = ReportId.drawToken();
        Permit permit = files.permit(new Files.OfAttachment(report.id(), token), file);
        Instant now = clock.instant();
        Attachment attachment =
                new Attachment(
                        report.id(),
                        token,
                        file,
                        caller.subject(),
                        now,
                        shift(now, permit),
                        permit.expires(),
                        Optional.empty());
        String kept = Json.write(Json.object().put("token", token));
        return reports.request(attachment, key.map(known -> known.reply(201, kept)), caller)
                ? Response.created(answer(attachment, permit))
                : new Response.Retry();
    }

    public Response attachmentAgain(Caller caller, Report report, Idempotency.Done done) {
        String token = Json.read(done.body()).path("token").asText();
        Attachment attachment = reports.find(report.id(), token).orElseThrow();
        Permit permit = files.permit(new Files.OfAttachment(report.id(), token), attachment.file());
        return Response.created(answer(attachment, permit));
    }

    private static ObjectNode answer(Attachment attachment, Permit permit) {
        ObjectNode json = Json.object().put("id", attachment.id());
        json.set("upload", permit.json());
        return json;
    }

    /// How far domain time is ahead of the real time in which the permit was signed.
    private static Duration shift(Instant now, Permit permit) {
        Duration ahead = Duration.between(permit.signed(), now);
        return ahead.abs().compareTo(SAME_TIME) < 0 ? Duration.ZERO : ahead;
    }
}
