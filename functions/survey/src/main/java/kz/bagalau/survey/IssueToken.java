package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;

/// `POST /surveys/{survey}/tokens` (employee): one blind signature for whoever the register has
/// under the caller's `sub`.
public final class IssueToken
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAX_BYTES = 2 * 1024;

    private final Issuer issuer;

    public IssueToken() {
        this(
                DynamoSurveys.here(),
                DynamoRegister.here(),
                DynamoSigningKeys.here(),
                Runtime.current().clock());
    }

    IssueToken(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
        this.issuer = new Issuer(surveys, register, keys, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Log.quietly(() -> Http.answer(event, this::handle));
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.EMPLOYEE)) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        Issuer.Request request = Issuer.Request.of(input);
        return switch (input.finish(() -> request)) {
            case Input.Rejected<Issuer.Request>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Issuer.Request>(var accepted) ->
                    issuer.issue(
                            event,
                            new Register.Person(caller.subject()),
                            accepted,
                            SurveyProblem.NOT_ENROLLED);
        };
    }
}
