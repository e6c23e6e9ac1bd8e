package kz.bagalau.exit.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.forms.AnswerProblem;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.forms.ExitQuestionnaire;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.codes.SlipCode;

/// An interview as it is sent.
///
/// @param id of the leaving the answers are about; empty where it is not said
public record AnswersForm(String id, ExitAnswers answers) {

    /// The interview of whoever holds a code.
    public record WithCode(SlipCode code, ExitAnswers answers) {}

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_CHECK_BYTES = 1024;
    private static final ExitAnswers NONE = new ExitAnswers(new TreeMap<>());

    public static Input.Result<WithCode> withCode(Request request) {
        Input input = request.input(MAX_BYTES);
        SlipCode code = input.slipCode("code");
        ExitAnswers answers = answers(input);
        return input.finish(() -> new WithCode(code, answers));
    }

    public static Input.Result<SlipCode> code(Request request) {
        Input input = request.input(MAX_CHECK_BYTES);
        SlipCode code = input.slipCode("code");
        return input.finish(() -> code);
    }

    public static Input.Result<AnswersForm> alone(Request request) {
        Input input = request.input(MAX_BYTES);
        ExitAnswers answers = answers(input);
        return input.finish(() -> new AnswersForm("", answers));
    }

    public static Input.Result<AnswersForm> ofLogin(Request request) {
        Input input = request.input(MAX_BYTES);
        String id = input.optionalId("id").orElse("");
        ExitAnswers answers = answers(input);
        return input.finish(() -> new AnswersForm(id, answers));
    }

    private static ExitAnswers answers(Input input) {
        return switch (ExitAnswers.check(ExitQuestionnaire.appendix12(), input.raw("answers"))) {
            case ExitAnswers.Accepted(var answers) -> answers;
            case ExitAnswers.Rejected(var problems) -> {
                List<Problem.Error> errors = new ArrayList<>();
                for (AnswerProblem problem : problems) {
                    errors.add(
                            new Problem.Error(
                                    problem.pointer(),
                                    ExitProblem.valueOf(problem.code().name()),
                                    problem.argument()));
                }
                input.errors(errors);
                yield NONE;
            }
        };
    }
}
