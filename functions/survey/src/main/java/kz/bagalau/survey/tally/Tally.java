package kz.bagalau.survey.tally;

import java.util.ArrayList;
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
import kz.bagalau.rules.operational.fact.AnswerCounts;

/// The result of one ballot group: what may be published of it, and nothing that may not.
///
/// @param ballots how many were cast, by login and by slip
/// @param statements every question with options, of everybody
/// @param cuts `sex`, `position`, `service`: the same by group
/// @param texts free texts of the questions with enough of them, masked and in random order; for
///   the Agency only
public record Tally(
        Cast ballots,
        List<Statement> statements,
        Map<String, List<Group>> cuts,
        SortedMap<String, List<String>> texts) {

    public Tally {
        statements = List.copyOf(statements);
        cuts = Collections.unmodifiableMap(new LinkedHashMap<>(cuts));
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /// Ballots by login and by slip.
    public record Cast(int login, int slip) {

        public int total() {
            return login + slip;
        }
    }

    /// The people of one value of a cut.
    ///
    /// @param value a code; empty for those who did not say
    public record Group(Optional<Integer> value, List<Statement> statements) {}

    /// @param texts free texts by question, `q29.own`, `q33` and so on, without a tie to the votes
    /// @param enoughEnrolled whether so many of the group's people could take part that anything of
    ///   it may be published
    /// @param random for the order of texts; an unpredictable one outside tests
    public static Tally of(
            Questionnaire questionnaire,
            ByChannel<Vote> votes,
            Map<String, ByChannel<String>> texts,
            Limits limits,
            boolean enoughEnrolled,
            RandomGenerator random) {
        Map<String, List<Integer>> questions = codes(questionnaire.questions());
        Map<String, List<Integer>> values = codes(questionnaire.respondent());
        Crosstabs login = new Crosstabs(votes.login(), questions, values);
        Crosstabs all = new Crosstabs(votes.all(), questions, values);
        Publication publication =
                new Publication(
                        questionnaire,
                        all,
                        new Disclosure(login, all, limits.minimumGroup()),
                        enoughEnrolled);
        Map<String, List<Group>> cuts = new LinkedHashMap<>();
        all.cuts().forEach(cut -> cuts.put(cut, publication.groups(cut)));
        return new Tally(
                new Cast(votes.login().size(), votes.slip().size()),
                publication.statements(),
                cuts,
                enoughEnrolled ? published(texts, limits, random) : new TreeMap<>());
    }

    /// The facts `survey.q1` … `survey.q26` that scoring may read: of what is published, the
    /// statements with a scale.
    public SortedMap<String, AnswerCounts> facts() {
        SortedMap<String, AnswerCounts> facts = new TreeMap<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Published published
                    && published.scale().isPresent()) {
                facts.put("survey." + published.id(), answers(published.options()));
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

    private static SortedMap<String, List<String>> published(
            Map<String, ByChannel<String>> texts, Limits limits, RandomGenerator random) {
        SortedMap<String, List<String>> published = new TreeMap<>();
        texts.forEach((question, written) -> {
            if (written.login().size() >= limits.minimumTexts()) {
                List<String> masked =
                        new ArrayList<>(written.all().stream().map(Masking::mask).toList());
                Collections.shuffle(masked, random);
                published.put(question, List.copyOf(masked));
            }
        });
        return published;
    }

    private static AnswerCounts answers(SortedMap<Integer, Integer> options) {
        return AnswerCounts.of(List.copyOf(options.values()));
    }

    /// Puts into words of the result what the disclosure control lets through.
    private record Publication(
            Questionnaire questionnaire,
            Crosstabs tabs,
            Disclosure disclosure,
            boolean enoughEnrolled) {

        List<Statement> statements() {
            return tabs.questions().stream()
                    .map(id -> publishes(id) ? published(id, tabs.total(id)) : withheld(id))
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
                            enoughEnrolled && disclosure.publishes(id, cut, value)
                                    ? published(id, tabs.counts(id, cut, Set.of(value)))
                                    : withheld(id))
                    .toList();
        }

        private Statement published(String id, Counts counts) {
            return new Statement.Published(
                    id,
                    counts.options(),
                    counts.answered(),
                    questionnaire.question(id).scored()
                            ? Optional.of(Statement.Scale.of(answers(counts.options())))
                            : Optional.empty());
        }

        private boolean publishes(String id) {
            return enoughEnrolled && disclosure.publishes(id);
        }

        private Statement withheld(String id) {
            return new Statement.Withheld(id, reason(id));
        }

        private Statement.Reason reason(String id) {
            if (!enoughEnrolled) {
                return Statement.Reason.TOO_FEW_ENROLLED;
            }
            return disclosure.publishes(id)
                    ? Statement.Reason.COMPLEMENTARY
                    : Statement.Reason.BELOW_MINIMUM;
        }
    }
}
