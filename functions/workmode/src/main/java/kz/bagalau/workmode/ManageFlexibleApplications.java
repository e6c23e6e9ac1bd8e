package kz.bagalau.workmode;

import static kz.bagalau.lambda.Access.oneselfOrOwn;
import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.directory.Staffs;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
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
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.workmode.Finding;
import kz.bagalau.rules.workmode.FlexibleApplication;
import kz.bagalau.workmode.application.ApplicationForm;
import kz.bagalau.workmode.application.Applications;
import kz.bagalau.workmode.application.Decided;
import kz.bagalau.workmode.application.ListForm;
import kz.bagalau.workmode.desk.Findings;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// Applications for flexible time from the sending to the decision (No. 120, ¶15, ¶16). A term that
/// is missed approves nothing.
public final class ManageFlexibleApplications extends HttpFunction {

    private final Regimes regimes;
    private final Bodies bodies;
    private final StaffReader staffs;
    private final Cases cases;
    private final Applications kind;
    private final CaseEvents events;
    private final Idempotency replies;
    private final Clock clock;

    public ManageFlexibleApplications() {
        this(
                DynamoRegimes.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                DynamoStaffs.fromEnvironment(),
                DynamoCalendars.fromEnvironment(),
                DynamoCases.fromEnvironment(),
                DynamoIdempotency.fromEnvironment(),
                Runtime.current().clock());
    }

    ManageFlexibleApplications(
            Regimes regimes,
            Bodies bodies,
            Staffs staffs,
            Calendars calendars,
            Cases cases,
            Idempotency replies,
            Clock clock) {
        this.regimes = regimes;
        this.bodies = bodies;
        this.staffs = body -> staffs.of(body).staff();
        this.cases = cases;
        this.kind = new Applications(regimes, calendars::current, clock);
        this.events = new CaseEvents(cases, kind, calendars::current, clock);
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post(
                                "/flexible-applications",
                                only(Role.SERVICE).orOwn(Role.EMPLOYEE, Role.HR))
                        .reads(request -> ApplicationForm.read(request, clock.instant()))
                        .about(ApplicationForm::body)
                        .keeps(replies)
                        .answers(this::submit),
                Route.put("/flexible-applications/{application}/receipt", own(Role.HR, Role.HEAD))
                        .of(this::find)
                        .readsWith((request, seen) ->
                                Decided.Received.read(request, submitted(seen), clock.instant()))
                        .answers(this::receive),
                Route.put("/flexible-applications/{application}/decision", own(Role.HEAD))
                        .of(this::find)
                        .reads(Decided.Reviewed::read)
                        .answers(this::review),
                Route.post("/flexible-applications/{application}/withdraw", own(Role.EMPLOYEE))
                        .of(this::find)
                        .reads(Decided.Withdrawn::read)
                        .answers(this::withdraw),
                Route.get("/flexible-applications", oneselfOrOwn(Role.HR, Role.HEAD))
                        .reads(ListForm::read)
                        .perhapsAbout(ListForm::body)
                        .answers(this::list),
                Route.get("/flexible-applications/{application}", signedIn())
                        .of(this::find)
                        .answers(this::show));
    }

    private Optional<Document> find(Caller caller, Path path) {
        return Applications.reference(path.get("application"))
                .flatMap(cases::find)
                .filter(document -> kind.sees(caller, document));
    }

    private static Instant submitted(Document document) {
        return Instant.parse(document.content().path(Applications.SUBMITTED).asText());
    }

    private Response submit(
            Caller caller, Path path, ApplicationForm form, Optional<Idempotency.Key> key) {
        if (bodies.find(form.body()).isEmpty()) {
            return Response.notFound();
        }
        if (!staffs.of(form.body()).knows(form.employee())) {
            return Problem.invalid(
                    List.of(
                            new Problem.Error(
                                    "/employee", WorkmodeProblem.UNKNOWN_PERSON, form.employee())));
        }
        List<Finding> findings = findings(form.body(), form.application());
        Optional<Problem> refused = Findings.refusal(findings);
        if (refused.isPresent()) {
            return refused.get();
        }
        Document first =
                new Document(
                        new Reference(Applications.KIND, UUID.randomUUID().toString()),
                        kind.flow().code(),
                        form.body(),
                        AlmatyTime.day(form.submittedAt()).toString(),
                        Applications.parties(form.employee(), caller),
                        "SUBMITTED",
                        1,
                        form.content(caller));
        return events.open(caller, first, "submit", form.asked(), List.of(), key);
    }

    private List<Finding> findings(String body, FlexibleApplication application) {
        return application.findings(
                regimes.personnelSystem(body).value().departmental(),
                regimes.regulatedHours(body, application.employee()).stream()
                        .map(edition -> edition.value())
                        .toList(),
                regimes.settings().value().settings());
    }

    private Response receive(Caller caller, Document seen, Decided.Received received) {
        return events.happen(
                caller,
                seen,
                received.asked(),
                _ ->
                        Decision.next(
                                seen,
                                "RECEIVED",
                                seen.content()
                                        .put(Applications.RECEIVED, received.at().toString())));
    }

    /// What has come to stand beside an application since is looked at again before it is approved.
    private Response review(Caller caller, Document seen, Decided.Reviewed reviewed) {
        return events.happen(
                caller,
                seen,
                reviewed.asked(),
                _ -> {
                    List<Finding> findings =
                            reviewed.approved()
                                    ? findings(seen.body(), Applications.application(seen))
                                    : List.of();
                    Optional<Problem> refused = Findings.refusal(findings);
                    if (refused.isPresent()) {
                        return new Decision.Refused(refused.get());
                    }
                    ObjectNode content =
                            kind.closed(seen)
                                    .put("decision", reviewed.approved() ? "APPROVED" : "REFUSED")
                                    .put("decidedAt", clock.instant().toString());
                    reviewed.reason()
                            .filter(_ -> !reviewed.approved())
                            .ifPresent(reason -> content.put("refusalReason", reason));
                    return Decision.next(
                            seen, reviewed.approved() ? "APPROVED" : "REFUSED", content);
                });
    }

    private Response withdraw(Caller caller, Document seen, Decided.Withdrawn withdrawn) {
        return events.happen(
                caller,
                seen,
                withdrawn.asked(),
                _ -> Decision.next(seen, "WITHDRAWN", kind.closed(seen)));
    }

    private Response list(Caller caller, Path path, ListForm form) {
        return form.page(cases, caller, document -> kind.sees(caller, document))
                .map(page -> {
                    ObjectNode json = Json.object();
                    var items = json.putArray("applications");
                    page.items().forEach(document -> items.add(kind.summary(document)));
                    page.next().ifPresent(next -> json.put("next", next));
                    return Response.ok(json);
                })
                .orElseGet(Listed::noPage);
    }

    private Response show(Caller caller, Document document) {
        if (!Applications.isEmployee(caller, document)) {
            cases.note(
                    document.reference(),
                    new Act("read", caller.subject(), clock.instant(), Json.object()));
        }
        return Response.ok(kind.shown(caller, document));
    }
}
