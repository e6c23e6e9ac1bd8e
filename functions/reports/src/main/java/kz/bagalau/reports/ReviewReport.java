package kz.bagalau.reports;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoPersonalLooks;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.finding.FindingForm;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.finding.Risk;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.overtime.PersonalLooks;
import kz.bagalau.reports.overtime.ShowOvertime;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.schedule.Schedule;
import kz.bagalau.reports.schedule.Schedules;
import kz.bagalau.reports.shown.ObligationState;
import kz.bagalau.reports.shown.ReceiveQuarterly;

/// What is found wrong with the information about an obligation, also where no file came (¶24): by
/// the Agency for the personnel direction, by the body for informatization for the other. And what
/// was counted of passages, for those who watch over working time (No. 121, ¶7).
public final class ReviewReport extends HttpFunction {

    private final Findings findings;
    private final Reports reports;
    private final Schedules schedules;
    private final Bodies bodies;
    private final ArrivedFiles arrived;
    private final Idempotency replies;
    private final ShowOvertime overtime;
    private final ReceiveQuarterly quarterly;
    private final Clock clock;

    public ReviewReport() {
        this(
                DynamoFindings.fromEnvironment(),
                DynamoReports.fromEnvironment(),
                DynamoSchedules.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                new ArrivedFiles(S3Files.fromEnvironment()),
                DynamoIdempotency.fromEnvironment(),
                new Authorities(DynamoWorktimeRecipients.fromEnvironment()),
                DynamoCalendars.fromEnvironment(),
                DynamoWorkTimes.fromEnvironment(),
                DynamoPersonalLooks.fromEnvironment(),
                QuarterlyTerms.fromEnvironment(),
                Runtime.current().clock());
    }

    ReviewReport(
            Findings findings,
            Reports reports,
            Schedules schedules,
            Bodies bodies,
            ArrivedFiles arrived,
            Idempotency replies,
            Authorities authorities,
            Calendars calendars,
            WorkTimes times,
            PersonalLooks looks,
            QuarterlyTerms terms,
            Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.schedules = schedules;
        this.bodies = bodies;
        this.arrived = arrived;
        this.replies = replies;
        this.overtime =
                new ShowOvertime(reports, bodies, authorities, calendars, times, looks, clock);
        this.quarterly = new ReceiveQuarterly(reports, bodies, terms, arrived, clock);
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        List<Route> routes = new ArrayList<>(findings());
        routes.addAll(overtime.routes());
        routes.addAll(quarterly.routes());
        return Routes.of(routes.toArray(Route[]::new));
    }

    private List<Route> findings() {
        return List.of(
                Route.post("/obligations/{obligation}/findings", only(Role.AGENCY, Role.DIGITAL))
                        .of(ReviewReport::obligation)
                        .to(ReviewReport::reviews)
                        .readsWith(FindingForm::parse)
                        .keeps(replies)
                        .answers(this::find),
                Route.post(
                                "/obligations/{obligation}/findings/{finding}/withdrawal",
                                only(Role.AGENCY, Role.DIGITAL))
                        .of(ReviewReport::named)
                        .to((caller, named) -> reviews(caller, named.obligation()))
                        .reads(FindingForm::withdrawal)
                        .answers(this::withdraw));
    }

    private static Optional<Obligation> obligation(Caller caller, Path path) {
        return Obligation.parse(path.get("obligation"));
    }

    private static boolean reviews(Caller caller, Obligation obligation) {
        return obligation
                .form()
                .direction()
                .filter(direction -> caller.has(direction.reviewer()))
                .isPresent();
    }

    /// @param finding the id of what may be a finding about it
    private record Named(Obligation obligation, String finding) {}

    private static Optional<Named> named(Caller caller, Path path) {
        return obligation(caller, path)
                .map(obligation -> new Named(obligation, path.get("finding")));
    }

    private Response find(
            Caller caller, Obligation obligation, FindingForm form, Optional<Idempotency.Key> key) {
        Optional<Schedule.Item> due =
                schedules
                        .find(obligation.year())
                        .flatMap(edition ->
                                edition.value().find(obligation.form(), obligation.period()))
                        .filter(item ->
                                bodies.find(obligation.body())
                                        .filter(obligation.form()::owedBy)
                                        .isPresent());
        if (due.isEmpty()) {
            return Response.notFound();
        }
        Findings.Year before = findings.of(obligation.body(), obligation.year());
        Optional<ReportProblem> refused = refusal(obligation, due.get(), before, form.kind());
        if (refused.isPresent()) {
            return Problem.of(refused.get());
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
        return switch (findings.put(
                next, caller, key.map(known -> known.reply(201, Json.write(answer))))) {
            case STORED -> Response.created(answer);
            case CARRIED_OUT, CHANGED -> new Response.Retry();
        };
    }

    /// Nobody can be late before the day, and a body is late with one obligation once.
    private Optional<ReportProblem> refusal(
            Obligation obligation, Schedule.Item due, Findings.Year before, Finding.Kind kind) {
        Instant now = clock.instant();
        Reports.Year came = reports.of(obligation.body(), obligation.year());
        ObligationState state =
                ObligationState.of(obligation, Optional.of(due.due()), came, before, arrived, now);
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

    private Response withdraw(Caller caller, Named named, String basis) {
        Obligation obligation = named.obligation();
        Findings.Year before = findings.of(obligation.body(), obligation.year());
        Optional<Finding> found =
                before.find(named.finding())
                        .filter(finding -> finding.obligation().equals(obligation));
        if (found.isEmpty()) {
            return Response.notFound();
        }
        Finding finding = found.get();
        if (finding.withdrawn().isPresent()) {
            return finding.withdrawn().get().basis().equals(basis)
                    ? Response.ok(answer(before, finding))
                    : Problem.of(ReportProblem.ALREADY_WITHDRAWN);
        }
        Finding withdrawn =
                finding.withdraw(new Finding.Withdrawal(basis, caller.subject(), clock.instant()));
        Findings.Year next =
                next(
                        before,
                        before.findings().stream()
                                .map(one -> one.id().equals(withdrawn.id()) ? withdrawn : one)
                                .toList());
        return findings.put(next, caller, Optional.empty()) == Findings.Stored.STORED
                ? Response.ok(answer(next, withdrawn))
                : new Response.Retry();
    }

    private static Findings.Year next(Findings.Year before, List<Finding> findings) {
        return new Findings.Year(before.body(), before.year(), before.version() + 1, findings);
    }

    private static ObjectNode answer(Findings.Year year, Finding finding) {
        ReportForm.Direction direction = finding.obligation().form().direction().orElseThrow();
        ObjectNode json = FindingForm.json(finding).put("obligation", finding.obligation().id());
        json.set("risk", new Risk(direction, Set.of(), year.points(direction)).json(year.year()));
        return json;
    }
}
