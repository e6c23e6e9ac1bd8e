package kz.bagalau.survey.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.forms.Questionnaire.Option;
import kz.bagalau.forms.Questionnaire.Question;
import kz.bagalau.rules.operational.AnswerCounts;

/// The result of one ballot group: what may be told of it, and nothing that may not.
///
/// @param ballots how many were cast
/// @param statements every question with options, of everybody
/// @param cuts `sex`, `position`, `service`: the same by group
/// @param texts free texts of the questions with enough of them, masked and in random order; for
///   the Agency only
public record Tally(
        int ballots,
        List<Statement> statements,
        Map<String, List<Group>> cuts,
        SortedMap<String, List<String>> texts) {

    public Tally {
        statements = List.copyOf(statements);
        cuts = Collections.unmodifiableMap(new LinkedHashMap<>(cuts));
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /// The people of one value of a cut.
    ///
    /// @param value a code; empty for those who did not say
    public record Group(Optional<Integer> value, List<Statement> statements) {}

    /// @param texts free texts by question, `q29.own`, `q33` and so on, without a tie to the votes
    /// @param random for the order of texts; an unpredictable one outside tests
    public static Tally of(
            Questionnaire questionnaire,
            Collection<Vote> votes,
            Map<String, List<String>> texts,
            Limits limits,
            RandomGenerator random) {
        Map<String, List<Integer>> questions = codes(questionnaire.questions());
        Crosstabs tabs = new Crosstabs(votes, questions, codes(questionnaire.respondent()));
        Disclosure disclosure = new Disclosure(tabs, limits.minimumGroup());
        Telling telling = new Telling(questionnaire, tabs, disclosure);
        Map<String, List<Group>> cuts = new LinkedHashMap<>();
        tabs.cuts().forEach(cut -> cuts.put(cut, telling.groups(cut)));
        return new Tally(votes.size(), telling.statements(), cuts, told(texts, limits, random));
    }

    /// The facts `survey.q1` … `survey.q26` that scoring may read: of what is told, the statements
    /// with a scale.
    public SortedMap<String, AnswerCounts> facts() {
        SortedMap<String, AnswerCounts> facts = new TreeMap<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Told told && told.scale().isPresent()) {
                facts.put("survey." + told.id(), answers(told.options()));
            }
        }
        return facts;
    }

    private static Map<String, List<Integer>> codes(Map<String, Question> questions) {
        Map<String, List<Integer>> codes = new LinkedHashMap<>();
        for (Question question : questions.values()) {
            if (!question.freeText()) {
                codes.put(question.id(), question.options().stream().map(Option::code).toList());
            }
        }
        return codes;
    }

    private static SortedMap<String, List<String>> told(
            Map<String, List<String>> texts, Limits limits, RandomGenerator random) {
        SortedMap<String, List<String>> told = new TreeMap<>();
        texts.forEach((question, written) -> {
            if (written.size() >= limits.minimumTexts()) {
                List<String> masked = new ArrayList<>(written.stream().map(Masking::mask).toList());
                Collections.shuffle(masked, random);
                told.put(question, List.copyOf(masked));
            }
        });
        return told;
    }

    private static AnswerCounts answers(SortedMap<Integer, Integer> options) {
        return AnswerCounts.of(List.copyOf(options.values()));
    }

    /// Puts into words of the result what the disclosure control lets through.
    private record Telling(Questionnaire questionnaire, Crosstabs tabs, Disclosure disclosure) {

        List<Statement> statements() {
            return tabs.questions().stream()
                    .map(id -> disclosure.tells(id) ? told(id, tabs.total(id)) : withheld(id))
                    .toList();
        }

        List<Group> groups(String cut) {
            return tabs.values(cut).stream()
                    .map(value ->
                            new Group(
                                    Optional.of(value).filter(v -> v != Vote.BLANK),
                                    group(cut, value)))
                    .toList();
        }

        private List<Statement> group(String cut, int value) {
            return tabs.questions().stream()
                    .map(id ->
                            disclosure.tells(id, cut, value)
                                    ? told(id, tabs.counts(id, cut, Set.of(value)))
                                    : withheld(id))
                    .toList();
        }

        private Statement told(String id, Counts counts) {
            return new Statement.Told(
                    id,
                    counts.options(),
                    counts.answered(),
                    questionnaire.question(id).scored()
                            ? Optional.of(Statement.Scale.of(answers(counts.options())))
                            : Optional.empty());
        }

        private Statement withheld(String id) {
            return new Statement.Withheld(
                    id,
                    disclosure.tells(id)
                            ? Statement.Reason.COMPLEMENTARY
                            : Statement.Reason.BELOW_MINIMUM);
        }
    }
}
