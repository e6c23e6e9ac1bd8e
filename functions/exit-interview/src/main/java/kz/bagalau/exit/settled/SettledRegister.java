package kz.bagalau.exit.settled;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcements;
import kz.bagalau.exit.leavers.Term;
import kz.bagalau.exit.settled.ChangeRequest.Decision;
import kz.bagalau.exit.settled.ChangeRequest.State;
import kz.bagalau.exit.settled.ChangeRequest.Verdict;
import kz.bagalau.exit.settled.ChangeRequest.What;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Times;

/// The register of a settled year. A body that could announce, withdraw and re-date its leavers
/// after the year was counted would choose one set of people after another, and read off each score
/// what kind of reasons somebody named. So each such change is asked for with a reason, decided on
/// by the Agency, and listed with the score.
///
/// `GET /exit-consents?body=…&state=…` (agency; the body's own hr, or service) lists the requests,
/// `PUT /exit-consents/{id}` (agency) decides on one.
public final class SettledRegister {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 400;

    private static final Comparator<ChangeRequest> LATEST_FIRST =
            Comparator.comparing(ChangeRequest::asked).thenComparing(ChangeRequest::id).reversed();

    /// What the Agency decides, and why.
    public record DecisionForm(Verdict verdict, String reason) {

        public static Input.Result<DecisionForm> read(Request request) {
            Input input = request.input(MAX_BYTES);
            Verdict verdict = input.oneOf("decision", Verdict.class, Verdict.REFUSE);
            String reason = input.text("reason", MAX_REASON);
            return input.finish(() -> new DecisionForm(verdict, reason));
        }
    }

    /// `?body=…&state=…`.
    ///
    /// @param body the caller's own where none is named, but for the Agency, which reads all then
    /// @param state empty for every state
    public record Asked(Optional<String> body, Optional<State> state) {

        public static Input.Result<Asked> read(Request request) {
            Caller caller = request.caller();
            List<Problem.Error> errors = new ArrayList<>();
            Optional<String> body =
                    request.query("body")
                            .or(() -> caller.has(Role.AGENCY) ? Optional.empty() : caller.body());
            if (body.filter(id -> !Input.isId(id)).isPresent()) {
                errors.add(new Problem.Error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
            }
            Optional<String> named = request.query("state");
            Optional<State> state =
                    named.flatMap(name ->
                            Arrays.stream(State.values())
                                    .filter(each -> each.name().equals(name))
                                    .findFirst());
            if (named.isPresent() && state.isEmpty()) {
                errors.add(new Problem.Error("state", FieldProblem.NOT_ALLOWED, named.get()));
            }
            return errors.isEmpty()
                    ? new Input.Accepted<>(new Asked(body, state))
                    : new Input.Rejected<>(Problem.invalid(errors));
        }
    }

    private final Consents consents;
    private final Interviews interviews;
    private final Clock clock;

    public SettledRegister(Consents consents, Interviews interviews, Clock clock) {
        this.consents = consents;
        this.interviews = interviews;
        this.clock = clock;
    }

    /// Whether a change of these announcements, or from one to the other, needs the Agency's
    /// consent.
    public boolean demandsConsent(Announcement... touched) {
        return Stream.of(touched)
                .anyMatch(leaver -> !clock.instant().isBefore(Term.settled(leaver.year())));
    }

    /// Asks for a change: 202 with the request, also where the very same one waits already. 409
    /// names another one about the same person that waits, or the same one that was refused.
    public Response ask(
            Caller caller, What what, Optional<Announcement> from, Announcement to, String reason) {
        if (reason.isEmpty()) {
            return Problem.invalid(List.of(new Problem.Error("/reason", FieldProblem.REQUIRED)));
        }
        ChangeRequest request =
                new ChangeRequest(
                        UUID.randomUUID().toString(),
                        what,
                        from,
                        to,
                        reason,
                        caller.subject(),
                        clock.instant(),
                        Optional.empty());
        return switch (consents.ask(request)) {
            case Consents.Entered(var entered) -> Response.accepted(json(entered));
            case Consents.Before(var before) when before.state() == State.REFUSED ->
                    Problem.of(ExitProblem.CONSENT_REFUSED, before.id());
            case Consents.Before(var before) ->
                    before.asksTheSame(request)
                            ? Response.accepted(json(before))
                            : Problem.of(ExitProblem.CONSENT_PENDING, before.id());
        };
    }

    /// E-qyzmet reads one body at a time, only the Agency all of them.
    public Response list(Caller caller, Path path, Asked asked) {
        if (asked.body().isEmpty() && !caller.has(Role.AGENCY)) {
            return caller.refusal();
        }
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("consents");
        asked.body().map(consents::of).orElseGet(consents::all).stream()
                .filter(request ->
                        asked.state().filter(state -> state != request.state()).isEmpty())
                .sorted(LATEST_FIRST)
                .forEach(request -> list.add(json(request)));
        return Response.ok(answer);
    }

    public Optional<ChangeRequest> find(Caller caller, Path path) {
        return consents.find(path.get("id"));
    }

    /// Nobody decides on what they asked for themselves.
    public static boolean decides(Caller caller, ChangeRequest request) {
        return !request.by().equals(caller.subject());
    }

    public Response decide(Caller caller, ChangeRequest request, DecisionForm form) {
        Optional<Integer> forgotten = forgotten(request);
        if (forgotten.isPresent() && form.verdict() == Verdict.CONSENT) {
            return Problem.of(ExitProblem.FORGOTTEN, forgotten.get().toString());
        }
        Decision decision =
                new Decision(form.verdict(), form.reason(), caller.subject(), clock.instant());
        return switch (consents.decide(request, decision)) {
            case DECIDED -> {
                if (form.verdict() == Verdict.CONSENT) {
                    interviews.keep(request.to());
                }
                yield Response.ok(json(consents.find(request.id()).orElseThrow()));
            }
            case OTHERWISE -> Problem.of(ExitProblem.DECIDED_OTHERWISE, request.id());
            case REGISTER_CHANGED -> Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED);
        };
    }

    private Optional<Integer> forgotten(ChangeRequest request) {
        return request.years().stream()
                .filter(year -> !clock.instant().isBefore(Term.forgotten(year)))
                .findFirst();
    }

    private static ObjectNode json(ChangeRequest request) {
        ObjectNode json =
                Json.object()
                        .put("id", request.id())
                        .put("body", request.body())
                        .put("person", request.person())
                        .put("what", request.what().name())
                        .put("state", request.state().name())
                        .put("reason", request.reason())
                        .put("by", request.by())
                        .put("asked", Times.shown(request.asked()));
        var years = json.putArray("years");
        request.years().forEach(years::add);
        request.from().ifPresent(from -> json.set("from", Announcements.json(from)));
        json.set("to", Announcements.json(request.to()));
        request.decision()
                .ifPresent(decision ->
                        json.putObject("decision")
                                .put("decision", decision.verdict().name())
                                .put("reason", decision.reason())
                                .put("by", decision.by())
                                .put("at", Times.shown(decision.at())));
        return json;
    }
}
