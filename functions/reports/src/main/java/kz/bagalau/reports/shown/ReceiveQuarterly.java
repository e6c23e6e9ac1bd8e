package kz.bagalau.reports.shown;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.reports.obligation.Years;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.rules.monitoring.Quarter;

/// `GET /worktime-reports?quarter=` (authority) and `POST /reports/{report}/return` (recipient):
/// the quarterly reports on working time as those see them who receive them (No. 121, ¶8).
public final class ReceiveQuarterly {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_REASON = 2_000;

    private final Reports reports;
    private final Bodies bodies;
    private final QuarterlyTerms terms;
    private final QuarterlyReports quarterly;
    private final Clock clock;

    public ReceiveQuarterly(
            Reports reports,
            Bodies bodies,
            QuarterlyTerms terms,
            ArrivedFiles arrived,
            Clock clock) {
        this.reports = reports;
        this.bodies = bodies;
        this.terms = terms;
        this.quarterly = new QuarterlyReports(reports, arrived, terms, clock);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/worktime-reports", only(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR))
                        .reads(ReceiveQuarterly::quarter)
                        .answers(this::list),
                Route.post("/reports/{report}/return", only(Role.AGENCY, Role.TERRITORIAL))
                        .of(this::find)
                        .to((caller, report) ->
                                body(report)
                                        .filter(body -> terms.receives(caller, body))
                                        .isPresent())
                        .reads(ReceiveQuarterly::reason)
                        .answers(this::giveBack));
    }

    private static Input.Result<Quarter> quarter(Request request) {
        return request.query("quarter")
                .flatMap(Quarter::read)
                .filter(quarter -> Years.known(quarter.year()))
                .<Input.Result<Quarter>>map(Input.Accepted::new)
                .orElseGet(() ->
                        new Input.Rejected<>(
                                Problem.invalid(
                                        List.of(
                                                new Problem.Error(
                                                        "quarter",
                                                        FieldProblem.BAD_FORMAT,
                                                        "2026-Q1")))));
    }

    private static Input.Result<String> reason(Request request) {
        Input input = request.input(MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return input.finish(() -> reason);
    }

    /// A quarterly report that exists for the caller.
    private Optional<Report> find(Caller caller, Path path) {
        return ReportId.parse(path.get("report"))
                .flatMap(id ->
                        bodies.find(id.body())
                                .filter(body -> terms.reads(caller, body))
                                .flatMap(_ -> reports.find(id)))
                .filter(report -> report.obligation().form().quarterly());
    }

    private Optional<StateBody> body(Report report) {
        return bodies.find(report.id().body());
    }

    private Response giveBack(Caller caller, Report report, String reason) {
        boolean same = report.returned().filter(back -> back.reason().equals(reason)).isPresent();
        if (report.state() == Report.State.RETURNED && same) {
            return Response.ok(shown(report));
        }
        if (report.state() != Report.State.ACCEPTED || report.check()) {
            return Problem.wrongState(report.state().name());
        }
        Report returned =
                report.returned(new Report.Returned(reason, caller.subject(), clock.instant()));
        return reports.giveBack(returned, caller)
                ? Response.ok(shown(returned))
                : new Response.Retry();
    }

    private ObjectNode shown(Report report) {
        ObjectNode json =
                Json.object()
                        .put("id", report.id().toString())
                        .put("body", report.id().body())
                        .put("period", report.obligation().period().code())
                        .put("state", report.state().name());
        report.returned().ifPresent(back -> json.put("reason", back.reason()));
        return json;
    }

    /// Of the bodies of the caller's authority: the Agency sees all, and who has no recipient.
    private Response list(Caller caller, Path path, Quarter quarter) {
        ObjectNode json =
                Json.object()
                        .put("quarter", quarter.toString())
                        .put("owed", quarterly.isOwed(quarter));
        ArrayNode all = json.putArray("reports");
        ArrayNode nobody = Json.object().putArray("withoutRecipient");
        Optional<Authority> authority = Authority.of(caller);
        QuarterlyTerms read = terms.ofMany();
        for (StateBody body : bodies.all()) {
            if (authority.filter(one -> read.covers(one, body)).isEmpty()) {
                continue;
            }
            if (read.recipient(body).isEmpty()) {
                nobody.add(body.id());
            } else {
                all.add(
                        Json.object()
                                .put("body", body.id())
                                .<ObjectNode>setAll(quarterly.of(body, quarter, read)));
            }
        }
        if (authority.filter(Authority::isAgency).isPresent()) {
            json.set("withoutRecipient", nobody);
        }
        return Response.ok(json);
    }
}
