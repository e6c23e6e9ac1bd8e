package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.SlipCode;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;

/// `POST /surveys/{survey}/code-tokens`, without login: one blind signature for a slip's code.
public final class IssueTokenByCode
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAX_BYTES = 2 * 1024;

    private record CodeRequest(SlipCode code, Issuer.Request request) {}

    private final Issuer issuer;

    public IssueTokenByCode() {
        this(
                DynamoSurveys.here(),
                DynamoRegister.here(),
                DynamoSigningKeys.here(),
                Runtime.current().clock());
    }

    IssueTokenByCode(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
        this.issuer = new Issuer(surveys, register, keys, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Log.quietly(() -> Http.answer(event, this::handle));
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Input input = Input.of(event, MAX_BYTES);
        SlipCode code = input.slipCode("code");
        Issuer.Request request = Issuer.Request.of(input);
        return switch (input.finish(() -> new CodeRequest(code, request))) {
            case Input.Rejected<CodeRequest>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<CodeRequest>(var accepted) ->
                    issuer.issue(
                            event,
                            new Register.Slip(accepted.code().hash()),
                            accepted.request(),
                            SurveyProblem.UNKNOWN_CODE);
        };
    }
}
