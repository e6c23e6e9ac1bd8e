package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.facts.Bodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// `PUT /exit-interviews/{id}/paper` (territorial): an interview filled in on paper, as rule 6 of
/// Appendix 12 lets it be where the failure of E-qyzmet is documented. The body itself never has it
/// in its hands as data.
final class EnterPaper {

    private final Bodies bodies;
    private final Leavers leavers;
    private final TakeInterview take;

    EnterPaper(Bodies bodies, Leavers leavers, Interviews interviews, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.take = new TakeInterview(interviews, clock);
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.TERRITORIAL)) {
            return Http.problem(event, caller.refusal());
        }
        Optional<Announcement> leaver =
                leavers.find(Http.path(event, "id")).filter(found -> inTerritory(caller, found));
        if (leaver.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return switch (AnswersForm.alone(event)) {
            case Input.Rejected<AnswersForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<AnswersForm>(var form) ->
                    leaver.get().leaving().medium() == Medium.PAPER
                            ? take.take(
                                    event,
                                    leaver.get(),
                                    form.answers(),
                                    Medium.PAPER,
                                    Optional.of(caller))
                            : Http.problem(event, Problem.of(ExitProblem.NOT_ON_PAPER));
        };
    }

    /// A unit enters for the bodies of its territory; a body that stands in none is any unit's.
    private boolean inTerritory(Caller caller, Announcement leaver) {
        return bodies.find(leaver.body())
                .filter(body ->
                        body.territory().isEmpty() || body.territory().equals(caller.territory()))
                .isPresent();
    }
}
