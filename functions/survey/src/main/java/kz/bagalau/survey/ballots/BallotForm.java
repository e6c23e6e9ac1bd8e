package kz.bagalau.survey.ballots;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kz.bagalau.forms.AnswerProblem;
import kz.bagalau.forms.Answers;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.texts.SurveyProblem;

/// A ballot as it is sent: which body, the token, the answers.
///
/// @param message the prepared message of RFC 9474: 32 random bytes and the 32 bytes of the message
/// @param signature the unblinded signature on it
public record BallotForm(String body, byte[] message, byte[] signature, Answers answers) {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MESSAGE_LENGTH = 64;
    private static final Answers NONE =
            new Answers(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /// Reads a ballot for a survey; names everything that is wrong with it.
    public static Input.Result<BallotForm> parse(Request request, Survey survey) {
        Input input = request.input(MAX_BYTES);
        String body = input.id("body");
        Input token = input.object("token");
        byte[] message = token.bytes("message", MESSAGE_LENGTH);
        byte[] signature = token.bytes("signature", PublicKey.LENGTH);
        Answers answers = answers(input, survey);
        return input.finish(() -> new BallotForm(body, message, signature, answers));
    }

    private static Answers answers(Input input, Survey survey) {
        return switch (Answers.check(
                Questionnaire.appendix9(),
                input.raw("answers"),
                input.raw("respondent"),
                survey.multi())) {
            case Answers.Accepted(var answers) -> answers;
            case Answers.Rejected(var problems) -> {
                List<Problem.Error> errors = new ArrayList<>();
                for (AnswerProblem problem : problems) {
                    errors.add(
                            new Problem.Error(
                                    problem.pointer(),
                                    SurveyProblem.valueOf(problem.code().name()),
                                    problem.argument()));
                }
                input.errors(errors);
                yield NONE;
            }
        };
    }
}
