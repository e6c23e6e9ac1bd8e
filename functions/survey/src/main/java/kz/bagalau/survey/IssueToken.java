package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.only;

import java.time.Clock;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.QuietHttpFunction;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.signing.Issuer;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// `POST /surveys/{survey}/tokens` (employee): one blind signature for whoever the register has
/// under the caller's `sub`.
public final class IssueToken extends QuietHttpFunction {

    private static final int MAX_BYTES = 2 * 1024;

    private final Issuer issuer;

    public IssueToken() {
        this(
                DynamoSurveys.fromEnvironment(),
                DynamoRegister.fromEnvironment(),
                DynamoSigningKeys.fromEnvironment(),
                Runtime.current().clock());
    }

    IssueToken(Surveys surveys, Register register, SigningKeys keys, Clock clock) {
        this.issuer = new Issuer(surveys, register, keys, clock);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/surveys/{survey}/tokens", only(Role.EMPLOYEE))
                        .reads(IssueToken::order)
                        .answers(this::issue));
    }

    private static Input.Result<Issuer.Order> order(Request request) {
        Input input = request.input(MAX_BYTES);
        Issuer.Order order = Issuer.Order.of(input);
        return input.finish(() -> order);
    }

    private Response issue(Caller caller, Path path, Issuer.Order order) {
        return issuer.issue(
                path, new Register.Person(caller.subject()), order, SurveyProblem.NOT_ENROLLED);
    }
}
