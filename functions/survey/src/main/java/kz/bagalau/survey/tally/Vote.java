package kz.bagalau.survey.tally;

import java.util.List;
import java.util.Map;

/// What one ballot says, without its texts.
///
/// @param answers question to the codes chosen; a question left blank is absent
/// @param respondent `sex`, `position`, `service` to a code; what was not said is absent
public record Vote(Map<String, List<Integer>> answers, Map<String, Integer> respondent) {

    /// The value of a cut for those who did not say.
    static final int BLANK = 0;

    public Vote {
        answers = Map.copyOf(answers);
        respondent = Map.copyOf(respondent);
    }

    List<Integer> chosen(String question) {
        return answers.getOrDefault(question, List.of());
    }

    int value(String cut) {
        return respondent.getOrDefault(cut, BLANK);
    }
}
