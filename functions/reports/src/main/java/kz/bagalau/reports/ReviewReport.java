package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoReplies;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.s3.S3Files;

/// `POST /obligations/{obligation}/findings` and `POST
/// /obligations/{obligation}/findings/{finding}/withdrawal` (agency for the personnel direction,
/// digital for the other): what is found wrong with the information about an obligation, also where
/// no file came (¶24).
public final class ReviewReport
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Findings findings;
    private final Reports reports;
    private final Schedules schedules;
    private final Bodies bodies;
    private final ArrivedFiles arrived;
    private final Replies replies;
    private final Clock clock;

    public ReviewReport() {
        this(
                DynamoFindings.here(),
                DynamoReports.here(),
                DynamoSchedules.here(),
                DynamoBodies.here(),
                new ArrivedFiles(S3Files.here()),
                DynamoReplies.here(),
                Runtime.current().clock());
    }

    ReviewReport(
            Findings findings,
            Reports reports,
            Schedules schedules,
            Bodies bodies,
            ArrivedFiles arrived,
            Replies replies,
            Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.schedules = schedules;
        this.bodies = bodies;
        this.arrived = arrived;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.AGENCY) && !caller.has(Role.DIGITAL)) {
            return Http.problem(event, caller.refusal());
        }
        Optional<Obligation> obligation = Obligation.parse(Http.path(event, "obligation"));
        if (obligation.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        if (!caller.has(obligation.get().form().direction().reviewer())) {
            return Http.problem(event, caller.refusal());
        }
        return switch (event.getRouteKey()) {
            case "POST /obligations/{obligation}/findings" ->
                    switch (FindingForm.parse(event, obligation.get().year())) {
                        case Input.Rejected<FindingForm>(var problem) ->
                                Http.problem(event, problem);
                        case Input.Accepted<FindingForm>(var form) ->
                                find(event, caller, obligation.get(), form);
                    };
            case "POST /obligations/{obligation}/findings/{finding}/withdrawal" ->
                    switch (FindingForm.withdrawal(event)) {
                        case Input.Rejected<String>(var problem) -> Http.problem(event, problem);
                        case Input.Accepted<String>(var basis) ->
                                withdraw(event, caller, obligation.get(), basis);
                    };
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    private APIGatewayV2HTTPResponse find(
            APIGatewayV2HTTPEvent event, Caller caller, Obligation obligation, FindingForm form) {
        Optional<Schedule.Item> due =
                schedules
                        .find(obligation.year())
                        .flatMap(edition ->
                                edition.schedule().find(obligation.form(), obligation.period()))
                        .filter(item ->
                                bodies.find(obligation.body())
                                        .filter(obligation.form()::owedBy)
                                        .isPresent());
        if (due.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        while (true) {
            Optional<Replies.Key> key;
            switch (replies.find(caller, event)) {
                case Replies.Known(var status, var body) -> {
                    return Http.json(status, Json.read(body));
                }
                case Replies.Reused() -> {
                    return Http.problem(event, Problem.of(HttpProblem.KEY_REUSED));
                }
                case Replies.Fresh(var fresh) -> key = fresh;
            }
            Findings.Year before = findings.of(obligation.body(), obligation.year());
            Optional<ReportProblem> refused = refusal(obligation, due.get(), before, form.kind());
            if (refused.isPresent()) {
                return Http.problem(event, Problem.of(refused.get()));
            }
            Finding finding =
                    new Finding(
                            ReportId.drawToken(),
                            obligation,
                            form.kind(),
                            form.points(),
                            form.basis(),
                            caller.subject(),
                            clock.instant(),
                            Optional.empty());
            List<Finding> all = new ArrayList<>(before.findings());
            all.add(finding);
            Findings.Year next = next(before, all);
            ObjectNode answer = answer(next, finding);
            switch (findings.put(
                    next,
                    finding,
                    caller,
                    key.map(known -> new Replies.Reply(known, 201, Json.write(answer))))) {
                case STORED -> {
                    return Http.json(201, answer);
                }
                case CARRIED_OUT, CHANGED -> {
                    // read again: what is there now decides
                }
            }
        }
    }

    /// Nobody can be late before the day, and a body is late with one obligation once.
    private Optional<ReportProblem> refusal(
            Obligation obligation, Schedule.Item due, Findings.Year before, Finding.Kind kind) {
        Instant now = clock.instant();
        Reports.Year came = reports.of(obligation.body(), obligation.year());
        ObligationState state =
                ObligationState.of(obligation, due.due(), came, before, arrived, now);
        if (kind == Finding.Kind.UNTIMELY) {
            boolean already =
                    before.about(obligation).stream()
                            .anyMatch(one -> one.stands() && one.kind() == kind);
            return !state.late()
                    ? Optional.of(ReportProblem.NOT_LATE)
                    : Optional.of(ReportProblem.ALREADY_UNTIMELY).filter(_ -> already);
        }
        return state.state() == ObligationState.State.OPEN
                ? Optional.of(ReportProblem.NOTHING_DUE_YET)
                : Optional.empty();
    }

    private APIGatewayV2HTTPResponse withdraw(
            APIGatewayV2HTTPEvent event, Caller caller, Obligation obligation, String basis) {
        while (true) {
            Findings.Year before = findings.of(obligation.body(), obligation.year());
            Optional<Finding> finding =
                    before.find(Http.path(event, "finding"))
                            .filter(found -> found.obligation().equals(obligation));
            if (finding.isEmpty()) {
                return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
            }
            if (finding.get().withdrawn().isPresent()) {
                return finding.get().withdrawn().get().basis().equals(basis)
                        ? Http.json(200, answer(before, finding.get()))
                        : Http.problem(event, Problem.of(ReportProblem.ALREADY_WITHDRAWN));
            }
            Finding withdrawn =
                    finding.get()
                            .withdraw(
                                    new Finding.Withdrawal(
                                            basis, caller.subject(), clock.instant()));
            Findings.Year next =
                    next(
                            before,
                            before.findings().stream()
                                    .map(one -> one.id().equals(withdrawn.id()) ? withdrawn : one)
                                    .toList());
            if (findings.put(next, withdrawn, caller, Optional.empty()) == Findings.Stored.STORED) {
                return Http.json(200, answer(next, withdrawn));
            }
        }
    }

    private static Findings.Year next(Findings.Year before, List<Finding> findings) {
        return new Findings.Year(before.body(), before.year(), before.version() + 1, findings);
    }

    private static ObjectNode answer(Findings.Year year, Finding finding) {
        ReportForm.Direction direction = finding.obligation().form().direction();
        ObjectNode json = FindingForm.json(finding).put("obligation", finding.obligation().id());
        json.set("risk", new Risk(direction, Set.of(), year.points(direction)).json(year.year()));
        return json;
    }
}
