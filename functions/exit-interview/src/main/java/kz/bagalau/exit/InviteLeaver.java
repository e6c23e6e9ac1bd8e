package kz.bagalau.exit;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.exit.dynamo.DynamoConsents;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.interviews.AnswersForm;
import kz.bagalau.exit.interviews.EnterPaper;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.interviews.ListPapers;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Deliver;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Announcement.State;
import kz.bagalau.exit.leavers.AnnouncementForm;
import kz.bagalau.exit.leavers.Announcements;
import kz.bagalau.exit.leavers.BodyYear;
import kz.bagalau.exit.leavers.Ground;
import kz.bagalau.exit.leavers.Invitations;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.settled.ChangeRequest.What;
import kz.bagalau.exit.settled.Consents;
import kz.bagalau.exit.settled.SettledRegister;
import kz.bagalau.exit.sqs.QueuedInvitations;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.exit.texts.Notice;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.SlipCode;

/// Everything about a leaver but the interview itself: a personnel service (or E-qyzmet) announces,
/// corrects and withdraws, the Agency decides on such changes of a settled year, and a territorial
/// unit finds and enters what was filled in on paper. An announcement is its own idempotency
/// record: the same person, body and day again is the same announcement.
///
/// No answer says whether a leaver has been interviewed; a territorial unit alone sees which papers
/// it has entered.
public final class InviteLeaver extends HttpFunction {

    /// Personnel services announce for their own body, E-qyzmet for any.
    private static final Access ANNOUNCING = only(Role.SERVICE).orOwn(Role.HR);

    private final Bodies bodies;
    private final Leavers leavers;
    private final Interviews interviews;
    private final Invitations invitations;
    private final Clock clock;
    private final SettledRegister settled;
    private final EnterPaper paper;
    private final ListPapers papers;

    public InviteLeaver() {
        this(
                DynamoBodies.fromEnvironment(),
                DynamoLeavers.fromEnvironment(),
                DynamoConsents.fromEnvironment(),
                DynamoInterviews.fromEnvironment(),
                QueuedInvitations.fromEnvironment(),
                Runtime.current().clock());
    }

    InviteLeaver(
            Bodies bodies,
            Leavers leavers,
            Consents consents,
            Interviews interviews,
            Invitations invitations,
            Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.interviews = interviews;
        this.invitations = invitations;
        this.clock = clock;
        this.paper = new EnterPaper(bodies, leavers, interviews, clock);
        this.settled = new SettledRegister(consents, interviews, clock);
        this.papers = new ListPapers(bodies, leavers, interviews, clock);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/exit-interviews", ANNOUNCING)
                        .reads(AnnouncementForm::announcement)
                        .about(AnnouncementForm::body)
                        .answers(this::announce),
                Route.get("/exit-interviews", only(Role.SERVICE, Role.TERRITORIAL).orOwn(Role.HR))
                        .reads(InviteLeaver::asked)
                        .answers(this::list),
                Route.get("/exit-consents", only(Role.AGENCY, Role.SERVICE).orOwn(Role.HR))
                        .reads(SettledRegister.Asked::read)
                        .about(asked -> asked.body().orElse(""))
                        .answers(settled::list),
                Route.put("/exit-consents/{id}", only(Role.AGENCY))
                        .of(settled::find)
                        .to(SettledRegister::decides)
                        .reads(SettledRegister.DecisionForm::read)
                        .answers(settled::decide),
                Route.get("/exit-interviews/{id}", ANNOUNCING).of(this::leaver).answers(this::show),
                Route.put("/exit-interviews/{id}", ANNOUNCING)
                        .of(this::leaver)
                        .readsWith(AnnouncementForm::correction)
                        .answers(this::correct),
                Route.post("/exit-interviews/{id}/withdrawal", ANNOUNCING)
                        .of(this::leaver)
                        .reads(AnnouncementForm::withdrawal)
                        .answers(this::withdraw),
                Route.post("/exit-interviews/{id}/codes", ANNOUNCING)
                        .of(this::leaver)
                        .answers(this::recode),
                Route.put("/exit-interviews/{id}/paper", only(Role.TERRITORIAL))
                        .of(paper::leaver)
                        .reads(AnswersForm::alone)
                        .answers(paper::enter));
    }

    /// The announcement that the path names; another body's does not exist for the caller.
    private Optional<Announcement> leaver(Caller caller, Path path) {
        return leavers.find(path.get("id"))
                .filter(leaver -> ANNOUNCING.admits(caller, leaver.body()));
    }

    private Response announce(Caller caller, Path path, AnnouncementForm form) {
        Optional<StateBody> body = bodies.find(form.body());
        if (body.isEmpty()) {
            return Problem.of(ExitProblem.UNKNOWN_BODY, form.body());
        }
        // ¶35 counts over the system of the state body, ¶28 assesses departments within it
        Optional<String> within = body.get().parent();
        if (within.isPresent()) {
            return Problem.of(ExitProblem.PART_OF, within.get());
        }
        Announcement leaver =
                new Announcement(
                        UUID.randomUUID().toString(),
                        form.body(),
                        form.person(),
                        form.leaving(),
                        State.STANDING,
                        1,
                        clock.instant());
        Optional<Problem> forgotten = forgotten(leaver);
        if (forgotten.isPresent()) {
            return forgotten.get();
        }
        if (settled.demandsConsent(leaver)) {
            return leavers.at(leaver.body(), leaver.person(), leaver.leaving().on())
                    .map(standing -> again(caller, leaver, standing))
                    .orElseGet(() ->
                            settled.ask(
                                    caller,
                                    What.ANNOUNCE,
                                    Optional.empty(),
                                    leaver,
                                    form.reason()));
        }
        Optional<SlipCode> code = coded(leaver) ? Optional.of(SlipCode.random()) : Optional.empty();
        return switch (leavers.announce(leaver, code.map(SlipCode::hash), caller)) {
            case Leavers.Entered(var entered) -> {
                code.ifPresent(made -> deliver(entered, made));
                yield Response.created(answer(entered, code));
            }
            case Leavers.Before(var standing) -> again(caller, leaver, standing);
        };
    }

    /// The same person, body and day again: the same content is answered as before, without a code
    /// that was shown. A code that never got on its way is sent now.
    private Response again(Caller caller, Announcement sent, Announcement standing) {
        if (standing.state() == State.WITHDRAWN) {
            return Problem.of(ExitProblem.WITHDRAWN, standing.id());
        }
        return standing.leaving().equals(sent.leaving())
                ? Response.ok(answer(standing, invite(standing, caller)))
                : Problem.of(ExitProblem.ANNOUNCED_OTHERWISE, standing.id());
    }

    /// Makes a code where the leaver is to have one and none went the way that is announced now.
    private Optional<SlipCode> invite(Announcement leaver, Caller caller) {
        return coded(leaver) && leaver.takesAnswers(clock.instant()) && !leavers.invited(leaver)
                ? Optional.of(recode(leaver, caller))
                : Optional.empty();
    }

    private SlipCode recode(Announcement leaver, Caller caller) {
        SlipCode code = SlipCode.random();
        leavers.recode(leaver, code.hash(), caller);
        deliver(leaver, code);
        return code;
    }

    private void deliver(Announcement leaver, SlipCode code) {
        switch (leaver.leaving().deliver()) {
            case SMS, EMAIL -> {
                invitations.send(leaver, code, Notice.INVITATION.text(code.text()));
                leavers.delivered(leaver, code.hash());
            }
            case PRINT, LOGIN -> {
                // the slip is in the answer, the login needs none
            }
        }
    }

    private static boolean coded(Announcement leaver) {
        return leaver.invites()
                && leaver.leaving().medium() == Medium.ELECTRONIC
                && leaver.leaving().deliver() != Deliver.LOGIN;
    }

    private static ObjectNode answer(Announcement leaver, Optional<SlipCode> code) {
        return withSlip(
                Json.object()
                        .put("id", leaver.id())
                        .put("exempt", leaver.leaving().ground().rule7() == Ground.Rule7.EXEMPT),
                leaver,
                code);
    }

    /// Adds a code that is handed over on a slip; others are shown to nobody but the leaver.
    private static ObjectNode withSlip(
            ObjectNode answer, Announcement leaver, Optional<SlipCode> code) {
        code.filter(made -> leaver.leaving().deliver() == Deliver.PRINT)
                .ifPresent(made -> answer.put("code", made.text()));
        return answer;
    }

    /// The body is the caller's own where none is named; a territorial unit has none.
    private static Input.Result<BodyYear> asked(Request request) {
        Caller caller = request.caller();
        return BodyYear.of(
                request,
                ANNOUNCING.admits(caller) ? caller.body() : Optional.empty(),
                request.language());
    }

    /// The announcements of a body, of one year of leaving; for a territorial unit those on paper.
    private Response list(Caller caller, Path path, BodyYear asked) {
        if (!ANNOUNCING.admits(caller)) {
            return papers.list(caller, asked);
        }
        if (!ANNOUNCING.admits(caller, asked.body())) {
            return caller.refusal();
        }
        ObjectNode answer = Json.object().put("body", asked.body()).put("year", asked.year());
        ArrayNode list = answer.putArray("leavers");
        leavers.of(asked.body()).stream()
                .filter(leaver -> leaver.year() == asked.year())
                .sorted(Announcements.BY_DAY)
                .forEach(leaver -> list.add(Announcements.json(leaver)));
        return Response.ok(answer);
    }

    private Response show(Caller caller, Announcement leaver) {
        return Response.ok(Announcements.json(leaver, leavers.history(leaver)));
    }

    /// The same content again changes nothing, but what a crash left undone of it is done.
    private Response correct(Caller caller, Announcement standing, AnnouncementForm form) {
        boolean same =
                standing.state() == State.STANDING && standing.leaving().equals(form.leaving());
        Announcement leaver = same ? standing : standing.corrected(form.leaving());
        if (!same && isOvertaken(standing, form.seen())) {
            return Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED);
        }
        Optional<Response> refused =
                same
                        ? Optional.empty()
                        : change(caller, What.CORRECT, standing, leaver, form.reason());
        if (refused.isPresent()) {
            return refused.get();
        }
        interviews.keep(leaver);
        return Response.ok(withSlip(Announcements.json(leaver), leaver, invite(leaver, caller)));
    }

    /// Whether the caller has seen another version than the one that stands.
    private static boolean isOvertaken(Announcement standing, OptionalLong seen) {
        return seen.isPresent() && seen.getAsLong() != standing.version();
    }

    private Response withdraw(
            Caller caller, Announcement standing, AnnouncementForm.Withdrawal form) {
        if (standing.state() == State.WITHDRAWN) {
            return Response.ok(Announcements.json(standing));
        }
        if (isOvertaken(standing, form.seen())) {
            return Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED);
        }
        Announcement withdrawn = standing.withdrawn();
        return change(caller, What.WITHDRAW, standing, withdrawn, form.reason())
                .orElseGet(() -> Response.ok(Announcements.json(withdrawn)));
    }

    /// @return the answer where nothing was changed: it was refused, or waits for the Agency's
    ///   consent; empty where it was
    private Optional<Response> change(
            Caller caller, What what, Announcement from, Announcement to, String reason) {
        Optional<Problem> forgotten = forgotten(from).or(() -> forgotten(to));
        if (forgotten.isPresent()) {
            return Optional.of(forgotten.get());
        }
        if (settled.demandsConsent(from, to)) {
            return Optional.of(settled.ask(caller, what, Optional.of(from), to, reason));
        }
        String edition = what.name().toLowerCase(Locale.ROOT);
        return leavers.change(from, to, edition, reason, caller)
                ? Optional.empty()
                : Optional.of(Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED));
    }

    /// The register of a year whose interviews are no longer kept stays as it was counted.
    private Optional<Problem> forgotten(Announcement leaver) {
        return clock.instant().isBefore(leaver.keptUntil())
                ? Optional.empty()
                : Optional.of(Problem.of(ExitProblem.FORGOTTEN, Integer.toString(leaver.year())));
    }

    /// Another code for a leaver whose slip or message was lost; the one before is void. It is
    /// given whether or not the leaver has answered, and opens nothing where they have.
    private Response recode(Caller caller, Announcement leaver) {
        return coded(leaver)
                ? Response.created(answer(leaver, Optional.of(recode(leaver, caller))))
                : Problem.of(ExitProblem.NO_CODE);
    }
}
