package kz.bagalau.survey;

import static kz.bagalau.lambda.Access.anonymous;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.QuietHttpFunction;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Crockford;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.survey.ballots.Ballot;
import kz.bagalau.survey.ballots.BallotForm;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.ballots.Hmac;
import kz.bagalau.survey.dynamo.DynamoBallots;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;
import org.crac.Core;
import org.crac.Resource;

/// `POST /surveys/{survey}/ballots`, without login: the ballot of whoever holds a token of the
/// body's group. It is its own idempotency record: the same again is answered 200 with the same
/// receipt. It writes no line in any log: one would be stamped with the moment of a ballot.
public final class SubmitBallot extends QuietHttpFunction implements Resource {

    /// How long after the close the ballots stay, for a recount ordered by a court.
    // DOUBT: the order sets no term of keeping; read as three years, as No. 245 ¶12 sets for the
    // papers of an assessment.
    private static final Duration KEPT = Duration.ofDays(3 * 366);

    private static final int RECEIPT_BYTES = 10;

    private final Surveys surveys;
    private final Ballots ballots;
    private final Clock clock;

    public SubmitBallot() {
        this(
                DynamoSurveys.fromEnvironment(),
                DynamoBallots.fromEnvironment(),
                Runtime.current().clock());
        Core.getGlobalContext().register(this);
    }

    SubmitBallot(Surveys surveys, Ballots ballots, Clock clock) {
        this.surveys = surveys;
        this.ballots = ballots;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/surveys/{survey}/ballots", anonymous())
                        .of((_, path) -> surveys.find(path.get("survey")))
                        .readsWith(BallotForm::parse)
                        .answers(this::submit));
    }

    private Response submit(Caller nobody, Survey survey, BallotForm form) {
        Optional<Constituency> part = surveys.constituency(survey, form.body());
        Optional<Channel> channel = part.flatMap(voting -> channel(voting, form));
        return part.isEmpty() || channel.isEmpty()
                ? Problem.of(SurveyProblem.BAD_SIGNATURE)
                : cast(survey, ballot(survey, part.get(), channel.get(), form), form);
    }

    /// Which of the group's two keys signed the token; empty where neither did.
    private static Optional<Channel> channel(Constituency part, BallotForm form) {
        if (part.key().verifies(form.message(), form.signature())) {
            return Optional.of(Channel.LOGIN);
        }
        return part.slipKey()
                .filter(key -> key.verifies(form.message(), form.signature()))
                .map(key -> Channel.SLIP);
    }

    /// A ballot stored before the close stays acknowledged after it, so that a lost answer can
    /// still be had; no other is taken then.
    private Response cast(Survey survey, Ballot ballot, BallotForm form) {
        Optional<Ballots.Cast> cast =
                survey.takesBallots(clock.instant())
                        ? Optional.of(ballots.putIfAbsent(ballot))
                        : ballots.standing(ballot);
        if (cast.isEmpty()) {
            return Problem.of(SurveyProblem.NOT_OPEN);
        }
        return switch (cast.get()) {
            case STORED -> Response.created(receipt(form));
            case SAME_AGAIN -> Response.ok(receipt(form));
            case TOKEN_SPENT -> Problem.of(SurveyProblem.TOKEN_SPENT);
        };
    }

    private static Ballot ballot(
            Survey survey, Constituency part, Channel channel, BallotForm form) {
        List<Ballot.Text> texts =
                form.answers().texts().entrySet().stream()
                        .map(text ->
                                new Ballot.Text(
                                        text.getKey(),
                                        Hmac.of(form.message(), text.getKey()),
                                        text.getValue()))
                        .toList();
        return new Ballot(
                survey.id(),
                part.group(),
                channel,
                Sha256.of(form.message()),
                form.answers().chosen(),
                form.answers().respondent(),
                Hmac.of(form.message(), form.answers().canonical(form.body())),
                texts,
                survey.closes().plus(KEPT));
    }

    /// A number to quote. It is made from the message, which nobody but the respondent's browser
    /// keeps, so that no reader of the ballot box can find the ballot it belongs to.
    private static Object receipt(BallotForm form) {
        byte[] whole = Hmac.of(form.message(), "receipt");
        return Json.object().put("receipt", Crockford.grouped(Arrays.copyOf(whole, RECEIPT_BYTES)));
    }

    /// Reads the questionnaire and makes the table of routes before the snapshot is taken, so that
    /// no first ballot waits for them.
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        Questionnaire.appendix9();
        table();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing was released
    }
}
