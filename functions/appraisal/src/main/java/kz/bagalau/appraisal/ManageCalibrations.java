package kz.bagalau.appraisal;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.bagalau.appraisal.calibration.Appeals;
import kz.bagalau.appraisal.calibration.Calibration;
import kz.bagalau.appraisal.calibration.CalibrationForms;
import kz.bagalau.appraisal.calibration.CalibrationForms.By;
import kz.bagalau.appraisal.calibration.CalibrationKind;
import kz.bagalau.appraisal.calibration.CalibrationPapers;
import kz.bagalau.appraisal.calibration.CalibrationProblem;
import kz.bagalau.appraisal.calibration.Sessions;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.appraisal.quarter.Held;
import kz.bagalau.appraisal.yearly.YearlyScores;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.forms.appraisal.CalibrationProtocolDocument;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.flow.Actor;

/// What follows when an employee does not agree with a quarter's score: the application, the
/// calibration session with its protocol, appeal and objection (No. 245, ¶10, ¶11, ¶14, ¶18–23).
public final class ManageCalibrations extends HttpFunction {

    /// Who acts is decided by the case.
    private static final Access MEMBERS =
            own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.EMPLOYEE, Role.COMMISSION);

    private final Desk desk;

    public ManageCalibrations() {
        this(Production.desk());
    }

    ManageCalibrations(Desk desk) {
        this.desk = desk;
    }

    /// One of a case's objections.
    private record HeldObjection(Held held, int number) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/appraisals/{appraisal}/calibration", MEMBERS)
                        .of(this::held)
                        .readsWith(this::application)
                        .answers(this::apply),
                Route.delete("/appraisals/{appraisal}/calibration", MEMBERS)
                        .of(this::held)
                        .reads(CalibrationForms::withdrawal)
                        .answers(this::withdraw),
                Route.put("/appraisals/{appraisal}/calibration/refusal", own(Role.HEAD))
                        .of(this::held)
                        .reads(CalibrationForms::refusal)
                        .answers(this::refuse),
                Route.put("/appraisals/{appraisal}/calibration/members", own(Role.HEAD, Role.HR))
                        .of(this::held)
                        .reads(request -> CalibrationForms.members(request, desk.today()))
                        .answers(this::order),
                Route.put("/appraisals/{appraisal}/calibration/decision", own(Role.HR))
                        .of(this::held)
                        .readsWith((request, held) ->
                                CalibrationForms.round(
                                        request, desk.today(), Appeals.form(held.content())))
                        .answers(this::vote),
                Route.get("/appraisals/{appraisal}/calibration/protocol.pdf", MEMBERS)
                        .of(this::seen)
                        .reads(Printed::read)
                        .answers(this::print),
                Route.put("/appraisals/{appraisal}/calibration/protocol", own(Role.HR))
                        .of(this::held)
                        .reads(request -> CalibrationForms.protocol(request, desk.today()))
                        .answers(this::sign),
                Route.put("/appraisals/{appraisal}/calibration/upload", own(Role.HR))
                        .of(this::held)
                        .reads(request -> CalibrationForms.upload(request, desk.today()))
                        .answers(mark("upload", "on")),
                Route.put("/appraisals/{appraisal}/feedback", MEMBERS)
                        .of(this::held)
                        .reads(request -> CalibrationForms.feedback(request, desk.today()))
                        .answers(mark("feedback", "heldOn")),
                Route.put("/appraisals/{appraisal}/appeal", MEMBERS)
                        .of(this::held)
                        .reads(request -> Appeals.filing(request, desk.today()))
                        .answers(this::appeal),
                Route.put("/appraisals/{appraisal}/appeal/outcome", own(Role.HR))
                        .of(this::held)
                        .readsWith((request, held) ->
                                Appeals.outcome(
                                        request, desk.today(), Appeals.form(held.content())))
                        .answers(this::decide),
                Route.post("/appraisals/{appraisal}/objections", MEMBERS)
                        .of(this::held)
                        .reads(Appeals::objection)
                        .answers(this::object),
                Route.put("/appraisals/{appraisal}/objections/{objection}", own(Role.HR))
                        .of(this::heldObjection)
                        .readsWith((request, held) -> Appeals.answer(request, held.number()))
                        .answers(this::answer));
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

    private Optional<Held> found(Path path) {
        return desk.find(Desk.APPRAISAL, path.get("appraisal"))
                .map(appraisal -> Held.of(desk, appraisal));
    }

    private Optional<HeldObjection> heldObjection(Caller caller, Path path) {
        String named = path.get("objection");
        if (!named.matches("[1-9]\\d{0,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(named);
        return held(caller, path)
                .filter(held -> Appeals.objection(held.content(), number).isPresent())
                .map(held -> new HeldObjection(held, number));
    }

    private static CalibrationKind kind(Held held) {
        return CalibrationKind.of(held.kind());
    }

    private Response happen(
            CalibrationKind kind,
            Caller caller,
            Held held,
            Asked asked,
            Function<Sessions, Decision> decide) {
        Response answer =
                held.desk()
                        .events(kind)
                        .happen(
                                caller,
                                held.appraisal(),
                                asked,
                                _ -> decide.apply(new Sessions(held, caller.subject())));
        if (answer instanceof Response.Document) {
            followYear(held);
        }
        return answer;
    }

    /// What was decided after the year's end makes its score anew at once; what is cut short here,
    /// the schedule finds.
    private void followYear(Held held) {
        int year = held.content().quarter().year();
        if (desk.today().getYear() > year) {
            YearlyScores scores = new YearlyScores(held.desk());
            scores.find(year, held.content().employee(), Optional.empty())
                    .filter(found -> found.document().isPresent())
                    .ifPresent(scores::follow);
        }
    }

    private Input.Result<CalibrationForms.Application> application(Request request, Held held) {
        boolean paper = held.actors(request.caller()).contains(Actor.HR);
        return CalibrationForms.application(request, desk.today(), paper);
    }

    private Response apply(Caller caller, Held held, CalibrationForms.Application form) {
        return create(
                kind(held).hrEnters(Actor.EMPLOYEE),
                caller,
                held,
                form.asked(),
                sessions -> sessions.apply(form));
    }

    /// 201 for what is new, 200 for the same again.
    private Response create(
            CalibrationKind kind,
            Caller caller,
            Held held,
            Asked asked,
            Function<Sessions, Decision> decide) {
        boolean[] now = {false};
        Response answer =
                happen(
                        kind,
                        caller,
                        held,
                        asked,
                        sessions -> {
                            now[0] = true;
                            return decide.apply(sessions);
                        });
        return now[0] && answer instanceof Response.Document(int _, Object body)
                ? Response.created(body)
                : answer;
    }

    /// A paper application is withdrawn on paper too.
    private Response withdraw(Caller caller, Held held, Asked asked) {
        boolean paper = Calibration.in(held.content()).filter(Calibration::onPaper).isPresent();
        CalibrationKind kind = paper ? kind(held).hrEnters(Actor.EMPLOYEE) : kind(held);
        return happen(kind, caller, held, asked, Sessions::withdraw);
    }

    private Response refuse(Caller caller, Held held, CalibrationForms.Reasoned form) {
        return happen(
                kind(held), caller, held, form.asked(), sessions -> sessions.refuse(form.reason()));
    }

    private Response order(Caller caller, Held held, CalibrationForms.Composition form) {
        boolean maslikhat = form.by() == By.MASLIKHAT;
        Sessions named = new Sessions(held, caller.subject());
        Asked asked = new Asked(named.naming(form.version()), form.version(), form.asked());
        return happen(
                kind(held).actors(actors -> approving(actors, maslikhat)),
                caller,
                held,
                asked,
                sessions ->
                        maslikhat && !Sessions.byMaslikhat(desk, held.appraisal().body())
                                ? Sessions.refused(CalibrationProblem.NOT_MASLIKHAT)
                                : sessions.order(form));
    }

    /// The official approves in person; the maslikhat's decision is entered by the personnel
    /// service.
    private static Set<Actor> approving(Set<Actor> actors, boolean maslikhat) {
        Set<Actor> approving = EnumSet.noneOf(Actor.class);
        approving.addAll(actors);
        if (maslikhat) {
            approving.remove(Actor.APPOINTING_OFFICIAL);
            if (actors.contains(Actor.HR)) {
                approving.add(Actor.MASLIKHAT);
            }
        }
        return approving;
    }

    private Response vote(Caller caller, Held held, CalibrationForms.Round form) {
        return happen(
                kind(held)
                        .hrEnters(Actor.MEMBERS)
                        .beside((shown, content) -> outcome(shown, content, form.number())),
                caller,
                held,
                form.asked(),
                sessions -> sessions.vote(form));
    }

    /// The session, and what the round has adopted; null where no number had a majority.
    private static void outcome(ObjectNode shown, AppraisalContent content, int number) {
        shown.retain("id", "body", "state", "version", "calibration", "direction");
        JsonNode round = content.json().at("/calibration/rounds/" + (number - 1));
        shown.put("round", number)
                .set("score", round.has("score") ? round.get("score") : NullNode.instance);
    }

    private Response print(Caller caller, Held held, Printed printed) {
        boolean decided = Calibration.in(held.content()).flatMap(Calibration::score).isPresent();
        if (!decided || held.view(caller) != View.ALL) {
            return Response.notFound();
        }
        Readings.note(desk.cases(), desk.clock(), caller, held.appraisal());
        return Printed.pdf(
                "protocol-" + held.appraisal().reference().id(),
                CalibrationProtocolDocument.write(
                        CalibrationPapers.protocol(held), printed.language().orElseThrow()));
    }

    private Response sign(Caller caller, Held held, CalibrationForms.Protocol form) {
        return happen(
                kind(held).hrEnters(Actor.MEMBERS),
                caller,
                held,
                form.asked(),
                sessions -> sessions.sign(form));
    }

    private Route.Answering<Held, CalibrationForms.Mark> mark(String name, String field) {
        return (caller, held, form) ->
                happen(
                        kind(held),
                        caller,
                        held,
                        form.asked(),
                        sessions -> sessions.mark(name, field, form));
    }

    private Response appeal(Caller caller, Held held, Appeals.Filing form) {
        return happen(
                kind(held).hrEnters(Actor.EMPLOYEE),
                caller,
                held,
                form.asked(),
                sessions -> new Appeals(sessions).file(form));
    }

    private Response decide(Caller caller, Held held, Appeals.Deciding form) {
        return happen(
                kind(held),
                caller,
                held,
                form.asked(),
                sessions -> new Appeals(sessions).decide(form));
    }

    private Response object(Caller caller, Held held, Asked asked) {
        String text = asked.asked().path("text").asText();
        return create(
                kind(held)
                        .beside((shown, content) ->
                                shown.put("n", Appeals.numberOf(content, text))),
                caller,
                held,
                asked,
                sessions -> new Appeals(sessions).object(asked));
    }

    private Response answer(Caller caller, HeldObjection objection, Asked asked) {
        return happen(
                kind(objection.held()),
                caller,
                objection.held(),
                asked,
                sessions -> new Appeals(sessions).answer(asked, objection.number()));
    }
}
