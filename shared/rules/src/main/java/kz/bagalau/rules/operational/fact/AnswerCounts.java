package kz.bagalau.rules.operational.fact;

import java.math.BigDecimal;
import java.util.List;

/// How many people chose code 1, 2, 3 and 4 of one statement of the questionnaire (Appendix 9). The
/// codes are already oriented: 4 is always the best answer, also where the statement is worded
/// negatively (q1…q4, q23…q25), so nothing is reversed.
public record AnswerCounts(int ones, int twos, int threes, int fours) {

    // DOUBT: the source does not say what an unanswered statement does, read as left out of that
    // statement's mean because any number put in its place would be invented. So blanks have no
    // place here.

    public AnswerCounts {
        if (ones < 0 || twos < 0 || threes < 0 || fours < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /// From the value of a fact `survey.q…`: four counts, for codes 1, 2, 3, 4.
    public static AnswerCounts of(List<Integer> counts) {
        if (counts.size() != 4) {
            throw new IllegalArgumentException("four counts expected, found " + counts.size());
        }
        return new AnswerCounts(counts.get(0), counts.get(1), counts.get(2), counts.get(3));
    }

    /// From a fact's value; [FactShape#ANSWERS] has seen that it is four whole numbers.
    public static AnswerCounts of(FactValue.Amounts value) {
        return of(value.values().stream().map(BigDecimal::intValueExact).toList());
    }

    /// As a fact's value.
    public FactValue.Amounts value() {
        return new FactValue.Amounts(asList().stream().map(BigDecimal::valueOf).toList());
    }

    public List<Integer> asList() {
        return List.of(ones, twos, threes, fours);
    }

    /// How many people answered.
    public long answered() {
        return (long) ones + twos + threes + fours;
    }
}
