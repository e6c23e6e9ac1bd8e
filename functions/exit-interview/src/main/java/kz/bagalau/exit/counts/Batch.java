package kz.bagalau.exit.counts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.forms.ExitQuestionnaire;

/// What some leavers of one body and year answered, counted together once and for all. It is the
/// smallest thing that is ever shown of answers: nobody is in two batches, none is smaller than the
/// minimum group, and none changes. So the difference of any two summaries, of another year, of all
/// bodies, or of yesterday, is a sum of whole batches.
///
/// @param number of the batch within body and year, from 1
/// @param members ids of the interviews in it
/// @param counts by question, how many chose each option, all options named
/// @param groups how many chose at least one reason of each group of question 1
/// @param answered by question, how many answered it
public record Batch(
        String body,
        int year,
        int number,
        Set<String> members,
        SortedMap<String, SortedMap<String, Integer>> counts,
        SortedMap<String, Integer> groups,
        SortedMap<String, Integer> answered) {

    /// As in the survey's results (design, "Disclosure").
    public static final int MINIMUM_GROUP = 5;

    public static Batch of(
            String body,
            int year,
            int number,
            Set<String> members,
            Collection<ExitAnswers> answers) {
        if (answers.size() < MINIMUM_GROUP || answers.size() != members.size()) {
            throw new IllegalArgumentException("too few for a batch");
        }
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        SortedMap<String, Integer> groups = new TreeMap<>();
        SortedMap<String, Integer> answered = new TreeMap<>();
        for (ExitQuestionnaire.Question question : ExitQuestionnaire.appendix12().questions()) {
            List<List<String>> chosen = new ArrayList<>();
            answers.forEach(each -> chosen.add(each.to(question.id())));
            answered.put(question.id(), count(chosen, options -> !options.isEmpty()));
            SortedMap<String, Integer> byOption = new TreeMap<>();
            for (ExitQuestionnaire.Group group : question.groups()) {
                for (ExitQuestionnaire.Option option : group.options()) {
                    byOption.put(option.id(), count(chosen, all -> all.contains(option.id())));
                }
                if (group.title().isPresent()) {
                    groups.put(
                            group.id(),
                            count(
                                    chosen,
                                    all ->
                                            group.options().stream()
                                                    .anyMatch(each -> all.contains(each.id()))));
                }
            }
            counts.put(question.id(), byOption);
        }
        return new Batch(body, year, number, Set.copyOf(members), counts, groups, answered);
    }

    public int size() {
        return members.size();
    }

    private static int count(List<List<String>> chosen, Predicate<List<String>> which) {
        return (int) chosen.stream().filter(which).count();
    }
}
