package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.exit.Announcement.Deliver;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.exit.Announcement.State;
import kz.bagalau.exit.ChangeRequest.What;
import kz.bagalau.exit.dynamo.DynamoConsents;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.sqs.QueuedInvitations;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.SlipCode;

/// Everything about a leaver but the interview itself: a personnel service (or E-qyzmet) announces,
/// corrects and withdraws, the Agency decides on such changes of a settled year, and a territorial
/// unit finds and enters what was filled in on paper. An announcement is its own idempotency
/// record: the same person, body and day again is the same announcement.
///
/// Nothing here tells whether a leaver has answered, but to a territorial unit which papers it has
/// entered.
public final class InviteLeaver
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAX_BYTES = 2 * 1024;
    private static final int MAX_REASON = 400;

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
                DynamoBodies.here(),
                DynamoLeavers.here(),
                DynamoConsents.here(),
                DynamoInterviews.here(),
                QueuedInvitations.here(),
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
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        return switch (event.getRouteKey()) {
            case "POST /exit-interviews" -> announce(event, caller);
            case "GET /exit-interviews" -> list(event, caller);
            case "GET /exit-consents" ->
                    settled.list(event, caller, body -> announcesFor(caller, body));
            case "PUT /exit-consents/{id}" -> settled.decide(event, caller);
            case "GET /exit-interviews/{id}" -> show(event, caller);
            case "PUT /exit-interviews/{id}" -> correct(event, caller);
            case "POST /exit-interviews/{id}/withdrawal" -> withdraw(event, caller);
            case "POST /exit-interviews/{id}/codes" -> recode(event, caller);
            case "PUT /exit-interviews/{id}/paper" -> paper.handle(event, caller);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    /// Personnel services announce for their own body, E-qyzmet for any.
    private static boolean announcesFor(Caller caller, String body) {
        return caller.has(Role.HR, body) || caller.has(Role.SERVICE);
    }

    private APIGatewayV2HTTPResponse announce(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR) && !caller.has(Role.SERVICE)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (AnnouncementForm.announcement(event)) {
            case Input.Rejected<AnnouncementForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<AnnouncementForm>(var form) ->
                    announcesFor(caller, form.body())
                            ? announce(event, caller, form)
                            : Http.problem(event, caller.refusal());
        };
    }

    private APIGatewayV2HTTPResponse announce(
            APIGatewayV2HTTPEvent event, Caller caller, AnnouncementForm form) {
        Optional<StateBody> body = bodies.find(form.body());
        if (body.isEmpty()) {
            return Http.problem(event, Problem.of(ExitProblem.UNKNOWN_BODY, form.body()));
        }
        // ¶35 counts over the system of the state body, ¶28 assesses departments within it
        Optional<String> within = body.flatMap(StateBody::parent);
        if (within.isPresent()) {
            return Http.problem(event, Problem.of(ExitProblem.PART_OF, within.get()));
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
            return Http.problem(event, forgotten.get());
        }
        if (settled.demandsConsent(leaver)) {
            Optional<Announcement> standing =
                    leavers.at(leaver.body(), leaver.person(), leaver.leaving().on());
            return standing.isPresent()
                    ? again(event, caller, leaver, standing.get())
                    : settled.ask(
                            event, caller, What.ANNOUNCE, Optional.empty(), leaver, form.reason());
        }
        Optional<SlipCode> code = coded(leaver) ? Optional.of(SlipCode.random()) : Optional.empty();
        return switch (leavers.announce(leaver, code.map(SlipCode::hash), caller)) {
            case Leavers.Entered(var entered) -> {
                code.ifPresent(made -> deliver(entered, made));
                yield Http.json(201, answer(entered, code));
            }
            case Leavers.Before(var standing) -> again(event, caller, leaver, standing);
        };
    }

    /// The same person, body and day again: the same content is answered as before, without a code
    /// that was shown. A code that never got on its way is sent now.
    private APIGatewayV2HTTPResponse again(
            APIGatewayV2HTTPEvent event, Caller caller, Announcement sent, Announcement standing) {
        if (standing.state() == State.WITHDRAWN) {
            return Http.problem(event, Problem.of(ExitProblem.WITHDRAWN, standing.id()));
        }
        if (!standing.leaving().equals(sent.leaving())) {
            return Http.problem(event, Problem.of(ExitProblem.ANNOUNCED_OTHERWISE, standing.id()));
        }
        return Http.json(200, answer(standing, invite(standing, caller)));
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

    /// Adds a code that is handed over on a slip; others are told to nobody but the leaver.
    private static ObjectNode withSlip(
            ObjectNode answer, Announcement leaver, Optional<SlipCode> code) {
        code.filter(made -> leaver.leaving().deliver() == Deliver.PRINT)
                .ifPresent(made -> answer.put("code", made.text()));
        return answer;
    }

    /// The announcements of a body, of one year of leaving; for a territorial unit those on paper.
    private APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR) && !caller.has(Role.SERVICE) && caller.has(Role.TERRITORIAL)) {
            return papers.handle(event, caller);
        }
        return switch (BodyYear.of(event, caller)) {
            case Input.Rejected<BodyYear>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<BodyYear>(var asked) -> {
                if (!announcesFor(caller, asked.body())) {
                    yield Http.problem(event, caller.refusal());
                }
                ObjectNode answer =
                        Json.object().put("body", asked.body()).put("year", asked.year());
                var list = answer.putArray("leavers");
                leavers.of(asked.body()).stream()
                        .filter(leaver -> leaver.year() == asked.year())
                        .sorted(Announcements.BY_DAY)
                        .forEach(leaver -> list.add(Announcements.json(leaver)));
                yield Http.json(200, answer);
            }
        };
    }

    private APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event, Caller caller) {
        return own(event, caller)
                .map(leaver -> Http.json(200, Announcements.json(leaver, leavers.history(leaver))))
                .orElseGet(() -> unknown(event, caller));
    }

    private APIGatewayV2HTTPResponse correct(APIGatewayV2HTTPEvent event, Caller caller) {
        Optional<Announcement> standing = own(event, caller);
        if (standing.isEmpty()) {
            return unknown(event, caller);
        }
        return switch (AnnouncementForm.correction(event, standing.get())) {
            case Input.Rejected<AnnouncementForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<AnnouncementForm>(var form) ->
                    correct(event, caller, standing.get(), form);
        };
    }

    /// The same content again changes nothing, but what a crash left undone of it is done.
    private APIGatewayV2HTTPResponse correct(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            Announcement standing,
            AnnouncementForm form) {
        boolean same =
                standing.state() == State.STANDING && standing.leaving().equals(form.leaving());
        Announcement leaver = same ? standing : standing.corrected(form.leaving());
        if (!same) {
            Optional<APIGatewayV2HTTPResponse> refused =
                    change(event, caller, What.CORRECT, standing, leaver, form.reason());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        interviews.keep(leaver);
        return Http.json(200, withSlip(Announcements.json(leaver), leaver, invite(leaver, caller)));
    }

    private APIGatewayV2HTTPResponse withdraw(APIGatewayV2HTTPEvent event, Caller caller) {
        Optional<Announcement> standing = own(event, caller);
        if (standing.isEmpty()) {
            return unknown(event, caller);
        }
        Input input = Input.of(event, MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return switch (input.finish(() -> reason)) {
            case Input.Rejected<String>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<String>(var why) -> withdraw(event, caller, standing.get(), why);
        };
    }

    private APIGatewayV2HTTPResponse withdraw(
            APIGatewayV2HTTPEvent event, Caller caller, Announcement standing, String reason) {
        if (standing.state() == State.WITHDRAWN) {
            return Http.json(200, Announcements.json(standing));
        }
        Announcement withdrawn = standing.withdrawn();
        return change(event, caller, What.WITHDRAW, standing, withdrawn, reason)
                .orElseGet(() -> Http.json(200, Announcements.json(withdrawn)));
    }

    /// @return the answer where nothing was changed: it was refused, or waits for the Agency's
    ///   consent; empty where it was
    private Optional<APIGatewayV2HTTPResponse> change(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            What what,
            Announcement from,
            Announcement to,
            String reason) {
        Optional<Problem> forgotten = forgotten(from).or(() -> forgotten(to));
        if (forgotten.isPresent()) {
            return forgotten.map(problem -> Http.problem(event, problem));
        }
        if (settled.demandsConsent(from, to)) {
            return Optional.of(settled.ask(event, caller, what, Optional.of(from), to, reason));
        }
        String edition = what.name().toLowerCase(Locale.ROOT);
        return leavers.change(from, to, edition, reason, caller)
                ? Optional.empty()
                : Optional.of(Http.problem(event, Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED)));
    }

    /// The register of a year whose interviews are no longer kept stays as it was counted.
    private Optional<Problem> forgotten(Announcement leaver) {
        return clock.instant().isBefore(leaver.keptUntil())
                ? Optional.empty()
                : Optional.of(Problem.of(ExitProblem.FORGOTTEN, Integer.toString(leaver.year())));
    }

    /// Another code for a leaver whose slip or message was lost; the one before is void. It is
    /// given whether or not the leaver has answered, and opens nothing where they have.
    private APIGatewayV2HTTPResponse recode(APIGatewayV2HTTPEvent event, Caller caller) {
        Optional<Announcement> leaver = own(event, caller);
        if (leaver.isEmpty()) {
            return unknown(event, caller);
        }
        return coded(leaver.get())
                ? Http.json(201, answer(leaver.get(), Optional.of(recode(leaver.get(), caller))))
                : Http.problem(event, Problem.of(ExitProblem.NO_CODE));
    }

    /// The announcement asked for, where the caller may see it.
    private Optional<Announcement> own(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.HR) && !caller.has(Role.SERVICE)) {
            return Optional.empty();
        }
        return leavers.find(Http.path(event, "id"))
                .filter(leaver -> announcesFor(caller, leaver.body()));
    }

    /// Whoever announces nowhere is refused; for the others another body's leaver does not exist.
    private static APIGatewayV2HTTPResponse unknown(APIGatewayV2HTTPEvent event, Caller caller) {
        boolean announces = caller.has(Role.HR) || caller.has(Role.SERVICE);
        return Http.problem(
                event, announces ? Problem.of(HttpProblem.NOT_FOUND) : caller.refusal());
    }
}
