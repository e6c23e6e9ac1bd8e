package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Times;

/// `POST /reports` and `POST /reports/{report}/attachments` (own hr): the right to send one file.
final class PermitUpload {

    /// The largest scan in bytes.
    private static final long SCAN_LIMIT = 20 * 1_048_576;

    private static final int MAX_ATTACHMENTS = 20;

    /// Less than this is no clock that was set, but the time between two looks at it.
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private final Schedules schedules;
    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Files files;
    private final Replies replies;
    private final Clock clock;

    PermitUpload(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Files files,
            Replies replies,
            Clock clock) {
        this.schedules = schedules;
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.files = files;
        this.replies = replies;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse report(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (UploadForm.report(event)) {
            case Input.Rejected<UploadForm.OfReport>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<UploadForm.OfReport>(var form) ->
                    caller.has(Role.HR, form.body())
                            ? report(event, caller, form)
                            : Http.problem(event, caller.refusal());
        };
    }

    private APIGatewayV2HTTPResponse report(
            APIGatewayV2HTTPEvent event, Caller caller, UploadForm.OfReport form) {
        return switch (replies.find(caller, event)) {
            case Replies.Known(_, var body) -> again(event, body);
            case Replies.Reused() -> Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
            case Replies.Fresh(var key) -> {
                Optional<Schedule> schedule =
                        schedules.find(form.period().year()).map(Schedules.Edition::schedule);
                Optional<LocalDate> due =
                        schedule.flatMap(known -> known.find(form.form(), form.period()))
                                .map(Schedule.Item::due);
                Optional<ReportProblem> refused = refusal(form, schedule, due);
                yield refused.isPresent()
                        ? Http.problem(event, Problem.of(refused.get()))
                        : request(event, caller, form, due.orElseThrow(), key);
            }
        };
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

    private APIGatewayV2HTTPResponse request(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            UploadForm.OfReport form,
            LocalDate due,
            Optional<Replies.Key> key) {
        ReportId id = ReportId.draw(form.body(), form.period().year());
        Instant now = clock.instant();
        Files.Permit permit =
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
                        Optional.empty());
        String kept = Json.write(Json.object().put("id", id.toString()));
        boolean stored =
                reports.request(
                        report, key.map(known -> new Replies.Reply(known, 201, kept)), caller);
        if (!stored) {
            return replies.find(caller, event) instanceof Replies.Known(_, var body)
                    ? again(event, body)
                    : Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
        }
        return Http.json(201, answer(report, due, permit));
    }

    /// The same request again gets the same report, with an address that is valid again: the first
    /// answer may have been lost, and what it held is a secret that is stored nowhere.
    private APIGatewayV2HTTPResponse again(APIGatewayV2HTTPEvent event, String kept) {
        ReportId id = ReportId.parse(Json.read(kept).path("id").asText()).orElseThrow();
        Report report = reports.find(id).orElseThrow();
        Optional<LocalDate> due =
                schedules
                        .find(id.year())
                        .flatMap(edition ->
                                edition.schedule()
                                        .find(
                                                report.obligation().form(),
                                                report.obligation().period()))
                        .map(Schedule.Item::due);
        if (due.isEmpty()) {
            return Http.problem(event, Problem.of(ReportProblem.NOT_SCHEDULED));
        }
        Files.Permit permit = files.permit(report.place(), report.file());
        return Http.json(201, answer(report, due.get(), permit));
    }

    private ObjectNode answer(Report report, LocalDate due, Files.Permit permit) {
        ObjectNode json = Json.object().put("id", report.id().toString());
        json.set("upload", ReportJson.permit(permit));
        boolean late = Times.day(clock.instant()).isAfter(due);
        json.put("due", due.toString()).put("late", late).put("check", report.check());
        if (report.check()) {
            ReportForm.Direction direction = report.obligation().form().direction();
            Set<Finding.Kind> kinds =
                    late ? EnumSet.of(Finding.Kind.UNTIMELY) : EnumSet.noneOf(Finding.Kind.class);
            var found = findings.of(report.id().body(), report.id().year());
            json.set(
                    "penalty",
                    new Risk(direction, kinds, found.points(direction)).json(report.id().year()));
        }
        return json;
    }

    APIGatewayV2HTTPResponse attachment(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR)) {
            return Http.problem(event, caller.refusal());
        }
        Optional<Report> report =
                ReportId.parse(Http.path(event, "report"))
                        .filter(id -> caller.has(Role.HR, id.body()))
                        .flatMap(reports::find);
        if (report.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return switch (UploadForm.attachment(event, SCAN_LIMIT)) {
            case Input.Rejected<FileClaim>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<FileClaim>(var file) ->
                    attachment(event, caller, report.get(), file);
        };
    }

    private APIGatewayV2HTTPResponse attachment(
            APIGatewayV2HTTPEvent event, Caller caller, Report report, FileClaim file) {
        return switch (replies.find(caller, event)) {
            case Replies.Known(_, var body) -> attachmentAgain(report, body);
            case Replies.Reused() -> Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
            case Replies.Fresh(var key) -> {
                if (reports.attachments(report.id()).size() >= MAX_ATTACHMENTS) {
                    yield Http.problem(
                            event,
                            Problem.of(
                                    ReportProblem.TOO_MANY_ATTACHMENTS,
                                    Integer.toString(MAX_ATTACHMENTS)));
                }
                String token = ReportId.drawToken();
                Files.Permit permit =
                        files.permit(new Files.OfAttachment(report.id(), token), file);
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
                boolean stored =
                        reports.request(
                                attachment,
                                key.map(known -> new Replies.Reply(known, 201, kept)),
                                caller);
                if (stored) {
                    yield Http.json(201, answer(attachment, permit));
                }
                yield replies.find(caller, event) instanceof Replies.Known(_, var body)
                        ? attachmentAgain(report, body)
                        : Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
            }
        };
    }

    private APIGatewayV2HTTPResponse attachmentAgain(Report report, String kept) {
        String token = Json.read(kept).path("token").asText();
        Attachment attachment = reports.find(report.id(), token).orElseThrow();
        Files.Permit permit =
                files.permit(new Files.OfAttachment(report.id(), token), attachment.file());
        return Http.json(201, answer(attachment, permit));
    }

    private static ObjectNode answer(Attachment attachment, Files.Permit permit) {
        ObjectNode json = Json.object().put("id", attachment.id());
        json.set("upload", ReportJson.permit(permit));
        return json;
    }

    /// How far domain time is ahead of the real time in which the permit was signed.
    private static Duration shift(Instant now, Files.Permit permit) {
        Duration ahead = Duration.between(permit.signed(), now);
        return ahead.abs().compareTo(SAME_TIME) < 0 ? Duration.ZERO : ahead;
    }
}
