package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.opening.CancelSurvey;
import kz.bagalau.survey.opening.OpenSurvey;
import kz.bagalau.survey.opening.SurveyOrder;
import kz.bagalau.survey.register.EnrolPeople;
import kz.bagalau.survey.register.PrintSlips;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.register.ShowTurnout;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;

/// Everything the Agency and the personnel services do with a survey before its results: open it,
/// list surveys, enrol people, print and void slips, see the turnout, close or cancel it.
public final class ManageSurveys extends HttpFunction {

    private final Surveys surveys;
    private final Idempotency replies;
    private final Clock clock;
    private final OpenSurvey open;
    private final CancelSurvey cancel;
    private final EnrolPeople enrol;
    private final PrintSlips slips;
    private final ShowTurnout turnout;

    public ManageSurveys() {
        this(SigningKey::generate);
    }

    /// @param generator of a new key at each call
    ManageSurveys(Supplier<SigningKey> generator) {
        this(
                DynamoBodies.fromEnvironment(),
                DynamoSurveys.fromEnvironment(),
                DynamoSigningKeys.fromEnvironment(),
                generator,
                DynamoRegister.fromEnvironment(),
                DynamoIdempotency.fromEnvironment(),
                Runtime.current().clock());
    }

    ManageSurveys(
            Bodies bodies,
            Surveys surveys,
            SigningKeys keys,
            Supplier<SigningKey> generator,
            Register register,
            Idempotency replies,
            Clock clock) {
        this.surveys = surveys;
        this.replies = replies;
        this.clock = clock;
        this.open = new OpenSurvey(bodies, surveys, keys, generator);
        this.cancel = new CancelSurvey(surveys, clock);
        this.enrol = new EnrolPeople(surveys, register, clock);
        this.slips = new PrintSlips(surveys, register, clock);
        this.turnout = new ShowTurnout(surveys, register);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/surveys", only(Role.AGENCY))
                        .reads(SurveyOrder::read)
                        .keeps(replies)
                        .answers(open::open),
                Route.get("/surveys", only(Role.AGENCY, Role.HR)).answers(this::list),
                Route.post("/surveys/{survey}/participants", own(Role.HR))
                        .reads(EnrolPeople::order)
                        .about(EnrolPeople.Order::body)
                        .answers(enrol::enrol),
                Route.get("/surveys/{survey}/participants", own(Role.HR))
                        .reads(ManageSurveys::body)
                        .about(Function.identity())
                        .answers(enrol::list),
                Route.delete("/surveys/{survey}/participants/{person}", own(Role.HR))
                        .reads(ManageSurveys::body)
                        .about(Function.identity())
                        .answers(enrol::remove),
                Route.post("/surveys/{survey}/codes", only(Role.AGENCY))
                        .reads(PrintSlips::order)
                        .keeps(replies)
                        .again(slips::lost)
                        .answers(slips::print),
                Route.delete("/surveys/{survey}/codes/{batch}", only(Role.AGENCY))
                        .answers(slips::cancel),
                Route.get("/surveys/{survey}/turnout", only(Role.AGENCY).orOwn(Role.HR))
                        .reads(ManageSurveys::body)
                        .about(Function.identity())
                        .answers(turnout::show),
                Route.post("/surveys/{survey}/close", only(Role.AGENCY))
                        .of((_, path) -> surveys.find(path.get("survey")))
                        .answers(this::close),
                Route.post("/surveys/{survey}/cancel", only(Role.AGENCY))
                        .reads(CancelSurvey::reason)
                        .answers(cancel::cancel));
    }

    /// The body that is asked about: `?body=…`, else the caller's own; empty where there is
    /// neither, which no survey has.
    private static Input.Result<String> body(Request request) {
        return new Input.Accepted<>(request.query("body").or(request.caller()::body).orElse(""));
    }

    /// The Agency sees all surveys, a personnel service those of its own body.
    private Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("surveys");
        for (Survey survey : surveys.all()) {
            if (!caller.has(Role.AGENCY)
                    && survey.bodies().stream().noneMatch(body -> caller.has(Role.HR, body))) {
                continue;
            }
            ObjectNode entry = list.addObject();
            entry.put("id", survey.id())
                    .put("year", survey.year())
                    .put("state", survey.state().name())
                    .put("opens", Times.shown(survey.opens()))
                    .put("closes", Times.shown(survey.closes()))
                    .put("fingerprint", survey.fingerprint());
            var bodies = entry.putArray("bodies");
            survey.bodies().stream().sorted().forEach(bodies::add);
        }
        return Response.ok(answer);
    }

    private Response close(Caller caller, Survey survey) {
        surveys.beginClosing(survey.id(), clock.instant(), caller);
        return Response.accepted(Json.object().put("id", survey.id()));
    }
}
