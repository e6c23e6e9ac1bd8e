package kz.bagalau.appraisal;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.appraisal.quarter.CaseForms;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.appraisal.quarter.Publications;
import kz.bagalau.appraisal.quarter.Publishing;
import kz.bagalau.appraisal.quarter.QuarterOpening;
import kz.bagalau.appraisal.quarter.Scores;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.lambda.Access;
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
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.Delegation;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.staff.Post;

/// The quarters of a body's people, from their opening to the notice of the result (No. 245, ¶3–9,
/// ¶16, ¶17).
public final class ManageAppraisals extends HttpFunction {

    /// Who acts is decided by the case.
    private static final Access MEMBERS =
            own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.EMPLOYEE, Role.COMMISSION);

    private final Desk desk;
    private final Idempotency replies;
    private final QuarterOpening openings;
    private final Overview overview;

    public ManageAppraisals() {
        this(Production.desk(), DynamoIdempotency.fromEnvironment());
    }

    ManageAppraisals(Desk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.openings = new QuarterOpening(desk);
        this.overview = new Overview(desk);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.post("/appraisals", own(Role.HR))
                                .reads(CaseForms::opening)
                                .keeps(replies)
                                .answers(this::open),
                        Route.get("/appraisals", MEMBERS)
                                .reads(Overview.Asking::read)
                                .about(Overview.Asking::body)
                                .answers((caller, _, asked) -> overview.list(caller, asked)),
                        Route.get("/appraisals.xlsx", own(Role.HR))
                                .reads(Overview.Sheet::read)
                                .about(Overview.Sheet::body)
                                .answers((caller, _, asked) -> overview.workbook(caller, asked)),
                        Route.get("/appraisals/mine", MEMBERS)
                                .reads(Listed::ofQuarter)
                                .answers((caller, _, asked) -> overview.mine(caller, asked)),
                        Route.post("/appraisals/publications", MEMBERS)
                                .reads(CaseForms::publications)
                                .answers(this::publish),
                        Route.get("/appraisals/{appraisal}", MEMBERS)
                                .of(this::seen)
                                .reads(Printed::read)
                                .answers(this::show),
                        Route.get("/appraisals/{appraisal}/readings", MEMBERS)
                                .of(this::seen)
                                .to(ManageAppraisals::mayAskForReadings)
                                .answers((_, held) -> overview.readings(held)),
                        Route.put("/appraisals/{appraisal}/assessor", MEMBERS)
                                .of(this::held)
                                .reads(CaseForms::assessor)
                                .answers(this::name),
                        Route.put("/appraisals/{appraisal}/eligibility", MEMBERS)
                                .of(this::held)
                                .reads(CaseForms::eligibility)
                                .answers(this::decide),
                        Route.put("/appraisals/{appraisal}/delegate", MEMBERS)
                                .of(this::heldByPrincipal)
                                .reads(request -> CaseForms.delegate(request, desk.today()))
                                .answers(this::delegate),
                        Route.put("/appraisals/{appraisal}/score", MEMBERS)
                                .of(this::held)
                                .reads(CaseForms::score)
                                .answers(this::score),
                        Route.post("/appraisals/{appraisal}/inform", MEMBERS)
                                .of(this::held)
                                .readsWith((request, held) ->
                                        CaseForms.notice(
                                                request,
                                                held.content().publishedOn(),
                                                desk.today()))
                                .answers(this::inform))
                .enclosing(desk.files());
    }

    private Optional<Held> held(Caller caller, Path path) {
        return found(path).filter(held -> held.view(caller).some());
    }

    private Optional<Held> seen(Caller caller, Path path) {
        return Readings.seen(
                desk.cases(),
                desk.clock(),
                caller,
                found(path),
                held -> held.view(caller).some(),
                Held::appraisal);
    }

    /// Whoever has delegated a case reaches it no more, but for the same request sent again.
    private Optional<Held> heldByPrincipal(Caller caller, Path path) {
        return found(path)
                .filter(held ->
                        held.view(caller).some()
                                || held.content()
                                        .principal()
                                        .filter(caller.subject()::equals)
                                        .isPresent());
    }

    private Optional<Held> found(Path path) {
        return desk.find(Desk.APPRAISAL, Printed.id(path.get("appraisal")))
                .map(appraisal -> Held.of(desk, appraisal));
    }

    private static boolean mayAskForReadings(Caller caller, Held held) {
        var actors = held.actors(caller);
        return actors.contains(Actor.EMPLOYEE) || actors.contains(Actor.HR);
    }

    private Response open(
            Caller caller, Path path, CaseForms.Opened form, Optional<Idempotency.Key> key) {
        return openings.open(caller, form, key);
    }

    private Response show(Caller caller, Held held, Printed printed) {
        if (held.view(caller) != View.ALL) {
            return printed.language().isPresent() ? Response.notFound() : held.shown(caller);
        }
        Readings.note(desk.cases(), desk.clock(), caller, held.appraisal());
        Document appraisal = held.appraisal();
        return printed.language()
                .map(language ->
                        Printed.pdf(appraisal.reference().id(), Papers.sheet(held, language)))
                .orElseGet(() -> opened(caller, held));
    }

    /// The employee's first look at a result is kept, because the window of ¶10 may run from it.
    private Response opened(Caller caller, Held held) {
        AppraisalContent content = held.content();
        boolean first =
                caller.subject().equals(content.employee())
                        && content.publishedOn().isPresent()
                        && !content.json().has("openedAt");
        if (!first) {
            return Response.ok(overview.withHistory(caller, held));
        }
        Document seen = held.appraisal();
        Publishing.opened(content, held.desk());
        Document next = seen.next(seen.state(), seen.parties(), content.json());
        Act act = new Act("open", caller.subject(), desk.clock().instant(), Json.object());
        Change change = new Change(next, act, held.kind().tasks(next));
        return switch (desk.cases().perform(change)) {
            case Written.Stored(var stored) ->
                    Response.ok(
                            overview.withHistory(
                                    caller, new Held(held.desk(), stored, held.opening())));
            case Written.Again _, Written.Conflict _, Written.CarriedOut(), Written.Destroyed _ ->
                    new Response.Retry();
        };
    }

    private Response name(Caller caller, Held held, CaseForms.Naming form) {
        return held.happen(caller, form.asked(), _ -> named(caller, held, form));
    }

    private Decision named(Caller caller, Held held, CaseForms.Naming form) {
        AppraisalContent content = held.content();
        if (form.person().equals(content.employee())) {
            return refused("/assessor", AppraisalProblem.SELF, form.person());
        }
        if (held.post(form.person()).isEmpty()) {
            return refused("/assessor", AppraisalProblem.UNKNOWN_PERSON, form.person());
        }
        ObjectNode json = content.json();
        held.opening().name(json, form.person(), Basis.HR_NAMED);
        json.remove("delegated");
        json.putObject("named")
                .put("reason", form.said())
                .put("by", caller.subject())
                .put("on", desk.today().toString());
        return next(held, content);
    }

    private Response decide(Caller caller, Held held, CaseForms.Deciding form) {
        return held.happen(
                caller,
                form.asked(),
                _ -> {
                    AppraisalContent content = held.content();
                    content.json()
                            .putObject("decided")
                            .put("eligibility", form.eligibility().name())
                            .put("reason", form.reason())
                            .put("by", caller.subject())
                            .put("on", desk.today().toString());
                    return next(held, content, held.opening().examine(content));
                });
    }

    /// The state follows from eligibility and assessor.
    private static Decision next(Held held, AppraisalContent content) {
        return next(held, content, held.opening().settle(content));
    }

    private static Decision next(Held held, AppraisalContent content, String state) {
        return new Decision.Next(
                state, held.kind().parties(content), content.json(), List.of(), Json.object());
    }

    private Response delegate(Caller caller, Held held, CaseForms.Naming form) {
        return held.happen(caller, form.asked(), _ -> delegated(held, form));
    }

    private Decision delegated(Held held, CaseForms.Naming form) {
        AppraisalContent content = held.content();
        if (form.person().equals(content.employee())
                || content.principal().filter(form.person()::equals).isPresent()) {
            return refused("/person", AppraisalProblem.SELF, form.person());
        }
        if (held.post(form.person()).flatMap(Post::category).isEmpty()) {
            return refused("/person", AppraisalProblem.NOT_B_CORPS, form.person());
        }
        String principal = content.principal().orElseThrow();
        int assessed = overview.assessed(principal, held.appraisal().period());
        if (!Delegation.required(assessed, content.settings())) {
            return new Decision.Refused(
                    Problem.of(
                            AppraisalProblem.NOT_OVER_20,
                            Integer.toString(assessed),
                            Integer.toString(
                                    content.settings().get(AppraisalSetting.DELEGATE_THRESHOLD))));
        }
        ObjectNode json = content.json();
        json.putObject("delegated").put("by", principal).put("decidedOn", form.said());
        json.remove("named");
        held.opening().name(json, form.person(), Basis.DELEGATED);
        return next(held, content);
    }

    private Response score(Caller caller, Held held, CaseForms.Scoring form) {
        if (!held.actors(caller).contains(Actor.ASSESSOR)) {
            return Problem.of(AppraisalProblem.NOT_ASSESSOR);
        }
        return held.happen(caller, form.asked(), _ -> Scores.scored(held, caller.subject(), form));
    }

    private Response publish(Caller caller, Path path, Map<String, Asked> asked) {
        return new Publications(desk.once()).publish(caller, asked);
    }

    private Response inform(Caller caller, Held held, CaseForms.Informing form) {
        return held.happen(
                caller,
                form.asked(),
                _ -> {
                    AppraisalContent content = held.content();
                    if (content.publishedOn().isEmpty()) {
                        return new Decision.Refused(Problem.wrongState(held.appraisal().state()));
                    }
                    Publishing.informed(content, held.opening(), form.notice().json());
                    return Decision.next(
                            held.appraisal(), held.appraisal().state(), content.json());
                });
    }

    private static Decision refused(String pointer, AppraisalProblem code, String argument) {
        return new Decision.Refused(
                Problem.invalid(List.of(new Problem.Error(pointer, code, argument))));
    }
}
