package kz.bagalau.survey.tally;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The answers of a group of respondents to one question.
///
/// @param options how many chose each code, codes that nobody chose included
/// @param answered how many people answered; those who left it blank are not among them
public record Counts(SortedMap<Integer, Integer> options, int answered) {

    public Counts {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    static Counts of(String question, Collection<Integer> codes, Collection<Vote> votes) {
        SortedMap<Integer, Integer> options = new TreeMap<>();
        codes.forEach(code -> options.put(code, 0));
        int answered = 0;
        for (Vote vote : votes) {
            List<Integer> chosen = vote.chosen(question);
            chosen.forEach(code -> options.merge(code, 1, Integer::sum));
            answered += chosen.isEmpty() ? 0 : 1;
        }
        return new Counts(options, answered);
    }

    /// Everybody who answered chose the same.
    boolean unanimous() {
        return options.containsValue(answered);
    }

    Counts plus(Counts other) {
        SortedMap<Integer, Integer> sum = new TreeMap<>(options);
        other.options.forEach((code, people) -> sum.merge(code, people, Integer::sum));
        return new Counts(sum, answered + other.answered);
    }
}
