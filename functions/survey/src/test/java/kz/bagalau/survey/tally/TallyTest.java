package kz.bagalau.survey.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.setting.AgreementIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Limits LIMITS = new Limits(5, 10);
    private static final int MALE = 1;
    private static final int FEMALE = 2;

    private final List<Vote> votes = new ArrayList<>();
    private final List<Vote> slips = new ArrayList<>();

    @Test
    void countsMeanAndIndexOfAStatement() {
        // ¶40.3, spec §5.4: mean 3.2
        cast(1, Map.of("q1", 1));
        cast(1, Map.of("q1", 2));
        cast(3, Map.of("q1", 3));
        cast(5, Map.of("q1", 4));

        var told = told(tally().statements(), "q1");

        assertThat(told.options()).isEqualTo(new TreeMap<>(Map.of(1, 1, 2, 1, 3, 3, 4, 5)));
        assertThat(told.answered()).isEqualTo(10);
        var scale = told.scale().orElseThrow();
        assertThat(scale.mean()).isEqualByComparingTo("3.2");
        assertThat(scale.index().get(AgreementIndex.MEAN_OVER_MAX)).isEqualByComparingTo("0.8");
        assertThat(scale.index().get(AgreementIndex.MINMAX))
                .isEqualByComparingTo(new BigDecimal("0.733333"));
        assertThat(scale.index().get(AgreementIndex.SHARE_AGREE)).isEqualByComparingTo("0.8");
    }

    @Test
    void blanksAreNoAnswers() {
        cast(6, Map.of("q1", 4));
        cast(30, Map.of("q2", 1));

        assertThat(told(tally().statements(), "q1").answered()).isEqualTo(6);
        assertThat(told(tally().statements(), "q1").scale().orElseThrow().mean())
                .isEqualByComparingTo("4");
    }

    @Test
    void belowTheMinimumNothingIsTold_andNoFactPublished() {
        cast(4, Map.of("q1", 4, "q2", 4));
        cast(6, Map.of("q2", 3));

        var tally = tally();

        assertThat(statement(tally.statements(), "q1"))
                .isEqualTo(new Statement.Withheld("q1", Statement.Reason.BELOW_MINIMUM));
        assertThat(tally.facts()).containsOnlyKeys("survey.q2");
        assertThat(tally.facts()).containsEntry("survey.q2", new AnswerCounts(0, 0, 6, 4));
    }

    @Test
    void theMinimumItselfIsEnough() {
        cast(5, Map.of("q1", 4));

        assertThat(tally().facts()).containsEntry("survey.q1", new AnswerCounts(0, 0, 0, 5));
    }

    @Test
    void additionalQuestionsHaveCountsButNoScale_andAreNoFacts() {
        cast(7, Map.of("q27", 1, "q29", 7, "q31", 2));

        assertThat(told(tally().statements(), "q29").options())
                .containsEntry(7, 7)
                .containsEntry(1, 0);
        assertThat(told(tally().statements(), "q31").scale()).isEmpty();
        assertThat(tally().facts()).isEmpty();
        assertThat(tally().statements()).hasSize(32);
    }

    @Test
    void severalAnswersOfOnePersonAreOnePersonWhoAnswered() {
        votes.addAll(
                Collections.nCopies(
                        8, new Vote(Map.of("q29", List.of(1, 3)), Map.of("sex", MALE))));

        var told = told(tally().statements(), "q29");

        assertThat(told.answered()).isEqualTo(8);
        assertThat(told.options()).containsEntry(1, 8).containsEntry(3, 8);
    }

    @Test
    void groupsOfACutAreTold_whereNobodyIsGivenAway() {
        cast(11, Map.of("q1", 4), MALE);
        cast(2, Map.of("q1", 1), MALE);
        cast(7, Map.of("q1", 3), FEMALE);
        cast(2, Map.of("q1", 2), FEMALE);

        var sex = tally().cuts().get("sex");

        assertThat(sex)
                .extracting(Tally.Group::value)
                .containsExactly(Optional.empty(), Optional.of(MALE), Optional.of(FEMALE));
        assertThat(told(group("sex", MALE), "q1").options()).containsEntry(4, 11);
        assertThat(told(group("sex", FEMALE), "q1").answered()).isEqualTo(9);
        // nobody left it blank: nothing to hide, and nothing to show
        assertThat(statement(group("sex", null), "q1")).isInstanceOf(Statement.Withheld.class);
    }

    @Test
    void aSmallGroupTakesTheOneWithIt_thatWouldGiveItAway() {
        cast(20, Map.of("q1", 4), MALE);
        cast(3, Map.of("q1", 1), FEMALE);

        assertThat(statement(group("sex", FEMALE), "q1"))
                .isEqualTo(new Statement.Withheld("q1", Statement.Reason.COMPLEMENTARY));
        assertThat(statement(group("sex", MALE), "q1"))
                .isEqualTo(new Statement.Withheld("q1", Statement.Reason.COMPLEMENTARY));
        assertThat(told(tally().statements(), "q1").answered()).isEqualTo(23);
    }

    @Test
    void whatOneCutMustHide_theOthersStillTell() {
        for (int person = 0; person < 24; person++) {
            Map<String, Integer> respondent = new TreeMap<>(Map.of("position", 1 + person % 2));
            if (person > 0) {
                respondent.put("sex", 1 + person % 3 / 2);
            }
            votes.add(new Vote(Map.of("q1", List.of(1 + person % 4)), respondent));
        }

        // one person did not say: with the smaller sex, that is a crowd; positions are untouched
        assertThat(statement(group("sex", null), "q1")).isInstanceOf(Statement.Withheld.class);
        assertThat(statement(group("sex", FEMALE), "q1")).isInstanceOf(Statement.Withheld.class);
        assertThat(told(group("sex", MALE), "q1").answered()).isEqualTo(15);
        assertThat(told(group("position", 1), "q1").answered()).isEqualTo(12);
        assertThat(told(group("position", 2), "q1").answered()).isEqualTo(12);
    }

    @Test
    void aSmallGroupOfOneMindIsNotTold_aLargerOneIs() {
        cast(9, Map.of("q1", 4, "q2", 4), FEMALE);
        cast(1, Map.of("q2", 4), FEMALE);
        cast(10, Map.of("q1", 1, "q2", 1), MALE);
        cast(2, Map.of("q1", 2, "q2", 2), MALE);

        assertThat(statement(group("sex", FEMALE), "q1")).isInstanceOf(Statement.Withheld.class);
        assertThat(statement(group("sex", MALE), "q1")).isInstanceOf(Statement.Withheld.class);
        assertThat(told(group("sex", FEMALE), "q2").options()).containsEntry(4, 10);
        assertThat(told(tally().statements(), "q1").answered()).isEqualTo(21);
    }

    @Test
    void textsAreToldFromTheMinimumOn_maskedAndInAnotherOrder() {
        List<String> ten =
                IntStream.range(0, 10).mapToObj(i -> i + ": +7 701 123 45 6" + i).toList();
        List<String> nine = ten.subList(0, 9);

        var texts =
                Tally.of(
                                Questionnaire.appendix9(),
                                new ByChannel<>(votes, slips),
                                Map.of(
                                        "q33", new ByChannel<>(ten, List.of()),
                                        "q34", new ByChannel<>(nine, List.of("on a slip"))),
                                LIMITS,
                                true,
                                new Random(1))
                        .texts();

        assertThat(texts).containsOnlyKeys("q33");
        List<String> told = texts.getOrDefault("q33", List.of());
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> i + ": [•••]").toList());
        assertThat(told).isNotEqualTo(told.stream().sorted().toList());
    }

    @Test
    void noBallotIsAResultToo() {
        assertThat(tally().ballots().total()).isZero();
        assertThat(tally().facts()).isEmpty();
        assertThat(tally().statements()).allMatch(Statement.Withheld.class::isInstance);
    }

    @Test
    void limitsThatProtectNobodyAreRefused() {
        assertThatThrownBy(() -> new Limits(2, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(5, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slipsAreAddedToAGroupThatStandsWithoutThem_andNeverMakeOne() {
        cast(5, Map.of("q1", 4));
        cast(4, Map.of("q2", 4));
        slips.addAll(
                Collections.nCopies(
                        6, new Vote(Map.of("q1", List.of(1), "q2", List.of(1)), Map.of())));

        assertThat(told(tally().statements(), "q1").options())
                .containsEntry(4, 5)
                .containsEntry(1, 6);
        assertThat(tally().facts()).containsEntry("survey.q1", new AnswerCounts(6, 0, 0, 5));
        assertThat(statement(tally().statements(), "q2"))
                .isEqualTo(new Statement.Withheld("q2", Statement.Reason.BELOW_MINIMUM));
        assertThat(tally().ballots()).isEqualTo(new Tally.Cast(9, 6));
    }

    @Test
    void whereTooFewWereEnrolled_nothingIsTold_andNoFactPublished() {
        cast(30, Map.of("q1", 4));
        var tally = tally(false);

        assertThat(tally.statements())
                .allMatch(statement ->
                        statement instanceof Statement.Withheld(var id, var reason)
                                && reason == Statement.Reason.TOO_FEW_ENROLLED);
        assertThat(tally.cuts().getOrDefault("sex", List.of()))
                .allSatisfy(group ->
                        assertThat(group.statements())
                                .allMatch(Statement.Withheld.class::isInstance));
        assertThat(tally.facts()).isEmpty();
    }

    private void cast(int people, Map<String, Integer> answers) {
        cast(people, answers, MALE);
    }

    private void cast(int people, Map<String, Integer> answers, int sex) {
        Map<String, List<Integer>> chosen = new TreeMap<>();
        answers.forEach((question, code) -> chosen.put(question, List.of(code)));
        votes.addAll(Collections.nCopies(people, new Vote(chosen, Map.of("sex", sex))));
    }

    private Tally tally() {
        return tally(true);
    }

    private Tally tally(boolean enoughEnrolled) {
        return Tally.of(
                Questionnaire.appendix9(),
                new ByChannel<>(votes, slips),
                Map.of(),
                LIMITS,
                enoughEnrolled,
                new Random(1));
    }

    private List<Statement> group(String cut, @Nullable Integer value) {
        return tally().cuts().getOrDefault(cut, List.of()).stream()
                .filter(group -> group.value().equals(Optional.ofNullable(value)))
                .findFirst()
                .orElseThrow()
                .statements();
    }

    private static Statement.Published told(List<Statement> statements, String id) {
        Statement statement = statement(statements, id);
        assertThat(statement).isInstanceOf(Statement.Published.class);
        return (Statement.Published) statement;
    }

    private static Statement statement(List<Statement> statements, String id) {
        return statements.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }
}
