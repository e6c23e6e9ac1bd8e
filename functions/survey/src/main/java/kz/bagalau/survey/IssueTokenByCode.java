package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.anonymous;

import java.time.Clock;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.QuietHttpFunction;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.signing.Issuer;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// `POST /surveys/{survey}/code-tokens`, without login: one blind signature for a slip's code.
public final class IssueTokenByCode extends QuietHttpFunction {

    private static final int MAX_BYTES = 2 * 1024;

    private record CodeOrder(SlipCode code, Issuer.Order order) {}

    private final Issuer issuer;

    public IssueTokenByCode() {
        this(
                DynamoSurveys.fromEnvironment(),
                DynamoRegister.fromEnvironment(),
                DynamoSigningKeys.fromEnvironment(),
                Runtime.current().clock());
    }

    IssueTokenByCode(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
        this.issuer = new Issuer(surveys, register, keys, clock);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/surveys/{survey}/code-tokens", anonymous())
                        .reads(IssueTokenByCode::order)
                        .answers(this::issue));
    }

    private static Input.Result<CodeOrder> order(Request request) {
        Input input = request.input(MAX_BYTES);
        SlipCode code = input.slipCode("code");
        Issuer.Order order = Issuer.Order.of(input);
        return input.finish(() -> new CodeOrder(code, order));
    }

    private Response issue(Caller caller, Path path, CodeOrder asked) {
        return issuer.issue(
                path,
                new Register.Slip(asked.code().hash()),
                asked.order(),
                SurveyProblem.UNKNOWN_CODE);
    }
}
