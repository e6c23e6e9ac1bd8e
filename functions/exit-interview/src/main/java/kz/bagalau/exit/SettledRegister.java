package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.bagalau.exit.ChangeRequest.Decision;
import kz.bagalau.exit.ChangeRequest.State;
import kz.bagalau.exit.ChangeRequest.Verdict;
import kz.bagalau.exit.ChangeRequest.What;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// The register of a settled year. A body that could announce, withdraw and re-date its leavers
/// after the year was counted would choose one set of people after another, and read off each score
/// what kind of reasons somebody named. So each such change is asked for with a reason, decided on
/// by the Agency, and listed with the score.
///
/// `GET /exit-consents?body=…&state=…` (agency; the body's own hr, or service) lists the requests,
/// `PUT /exit-consents/{id}` (agency) decides on one.
final class SettledRegister {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 400;

    private static final Comparator<ChangeRequest> LATEST_FIRST =
            Comparator.comparing(ChangeRequest::asked).thenComparing(ChangeRequest::id).reversed();

    private record DecisionForm(Verdict verdict, String reason) {}

    private record Asked(Optional<String> body, Optional<State> state) {}

    private final Consents consents;
    private final Interviews interviews;
    private final Clock clock;

    SettledRegister(Consents consents, Interviews interviews, Clock clock) {
        this.consents = consents;
        this.interviews = interviews;
        this.clock = clock;
    }

    /// Whether a change of these announcements, or from one to the other, needs the Agency's
    /// consent.
    boolean demandsConsent(Announcement... touched) {
        return Stream.of(touched)
                .anyMatch(leaver -> !clock.instant().isBefore(Term.settled(leaver.year())));
    }

    /// Asks for a change: 202 with the request, also where the very same one waits already. 409
    /// names another one about the same person that waits, or the same one that was refused.
    APIGatewayV2HTTPResponse ask(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            What what,
            Optional<Announcement> from,
            Announcement to,
            String reason) {
        if (reason.isEmpty()) {
            return Http.problem(
                    event,
                    Problem.invalid(List.of(new Problem.Error("/reason", FieldProblem.REQUIRED))));
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
            case Consents.Entered(var entered) -> Http.json(202, Announcements.json(entered));
            case Consents.Before(var before) when before.state() == State.REFUSED ->
                    Http.problem(event, Problem.of(ExitProblem.CONSENT_REFUSED, before.id()));
            case Consents.Before(var before) ->
                    before.asksTheSame(request)
                            ? Http.json(202, Announcements.json(before))
                            : Http.problem(
                                    event, Problem.of(ExitProblem.CONSENT_PENDING, before.id()));
        };
    }

    /// @param asksFor whether the caller may see what is asked for a body
    APIGatewayV2HTTPResponse list(
            APIGatewayV2HTTPEvent event, Caller caller, Predicate<String> asksFor) {
        if (!caller.has(Role.AGENCY) && !caller.has(Role.HR) && !caller.has(Role.SERVICE)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (asked(event, caller)) {
            case Input.Rejected<Asked>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Asked>(var asked) -> {
                if (!caller.has(Role.AGENCY) && asked.body().filter(asksFor).isEmpty()) {
                    yield Http.problem(event, caller.refusal());
                }
                ObjectNode answer = Json.object();
                var list = answer.putArray("consents");
                asked.body().map(consents::of).orElseGet(consents::all).stream()
                        .filter(request ->
                                asked.state().filter(state -> state != request.state()).isEmpty())
                        .sorted(LATEST_FIRST)
                        .forEach(request -> list.add(Announcements.json(request)));
                yield Http.json(200, answer);
            }
        };
    }

    private static Input.Result<Asked> asked(APIGatewayV2HTTPEvent event, Caller caller) {
        List<Problem.Error> errors = new ArrayList<>();
        Optional<String> body =
                Http.query(event, "body")
                        .or(() -> caller.has(Role.AGENCY) ? Optional.empty() : caller.body());
        if (body.filter(id -> !Input.isId(id)).isPresent()) {
            errors.add(new Problem.Error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
        }
        Optional<String> named = Http.query(event, "state");
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

    /// Nobody decides on what they asked for themselves.
    APIGatewayV2HTTPResponse decide(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        Optional<ChangeRequest> request = consents.find(Http.path(event, "id"));
        if (request.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        if (request.get().by().equals(caller.subject())) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        Verdict verdict = input.oneOf("decision", Verdict.class, Verdict.REFUSE);
        String reason = input.text("reason", MAX_REASON);
        return switch (input.finish(() -> new DecisionForm(verdict, reason))) {
            case Input.Rejected<DecisionForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<DecisionForm>(var form) ->
                    decide(event, caller, request.get(), form);
        };
    }

    private APIGatewayV2HTTPResponse decide(
            APIGatewayV2HTTPEvent event, Caller caller, ChangeRequest request, DecisionForm form) {
        Optional<Integer> forgotten = forgotten(request);
        if (forgotten.isPresent() && form.verdict() == Verdict.CONSENT) {
            return Http.problem(
                    event, Problem.of(ExitProblem.FORGOTTEN, forgotten.get().toString()));
        }
        Decision decision =
                new Decision(form.verdict(), form.reason(), caller.subject(), clock.instant());
        return switch (consents.decide(request, decision)) {
            case DECIDED -> {
                if (form.verdict() == Verdict.CONSENT) {
                    interviews.keep(request.to());
                }
                yield Http.json(200, Announcements.json(consents.find(request.id()).orElseThrow()));
            }
            case OTHERWISE ->
                    Http.problem(event, Problem.of(ExitProblem.DECIDED_OTHERWISE, request.id()));
            case REGISTER_CHANGED ->
                    Http.problem(event, Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED));
        };
    }

    private Optional<Integer> forgotten(ChangeRequest request) {
        return request.years().stream()
                .filter(year -> !clock.instant().isBefore(Term.forgotten(year)))
                .findFirst();
    }
}
