package kz.bagalau.survey.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.survey.opening.Grouping.Grouped;
import kz.bagalau.survey.opening.Grouping.Impossible;
import kz.bagalau.survey.opening.Grouping.Pool;
import kz.bagalau.survey.texts.SurveyProblem;
import org.junit.jupiter.api.Test;

/// With k = 5 a group needs ten people.
class GroupingTest {

    private static final int K = 5;

    @Test
    void aBodyOf2k_hasAGroupOfItsOwn() {
        assertThat(groups(body("ministry", 10))).isEqualTo(Map.of("ministry", "ministry"));
    }

    @Test
    void aBodyOf2kLess1_alone_isTooSmall() {
        assertThat(errors(List.of(), body("office", 9)))
                .containsExactly(
                        new Problem.Error("/bodies", SurveyProblem.TOO_SMALL, "office", "9", "10"));
    }

    @Test
    void aSmallBody_joinsItsParent() {
        assertThat(groups(body("ministry", 10), child("committee", 9, "ministry")))
                .isEqualTo(Map.of("ministry", "ministry", "committee", "ministry"));
    }

    @Test
    void aLargeBody_doesNotJoinItsParent() {
        assertThat(groups(body("ministry", 10), child("committee", 10, "ministry")))
                .containsEntry("committee", "committee");
    }

    @Test
    void aSmallBody_whoseParentTakesNoPart_isTooSmall() {
        assertThat(codes(List.of(), child("committee", 9, "ministry")))
                .containsExactly(SurveyProblem.TOO_SMALL);
    }

    @Test
    void aSmallBody_whoseParentIsTooSmallItself_isTooSmallLikeIt() {
        assertThat(codes(List.of(), body("ministry", 9), child("committee", 9, "ministry")))
                .containsExactly(SurveyProblem.TOO_SMALL, SurveyProblem.TOO_SMALL);
    }

    @Test
    void aSmallBody_whoseParentVotesInAPool_isTooSmall() {
        assertThat(
                        codes(
                                List.of(pool("pool", "ministry")),
                                body("ministry", 10),
                                child("committee", 9, "ministry")))
                .containsExactly(SurveyProblem.TOO_SMALL);
    }

    @Test
    void bodiesOfAPool_voteTogether_whateverTheirSize() {
        assertThat(
                        groups(
                                List.of(pool("pool", "office", "bureau", "ministry")),
                                body("office", 4),
                                body("bureau", 6),
                                body("ministry", 100)))
                .isEqualTo(Map.of("office", "pool", "bureau", "pool", "ministry", "pool"));
    }

    @Test
    void aPoolOf2k_isEnough_andOneOf2kLess1_isNot() {
        List<Pool> pools = List.of(pool("pool", "office", "bureau"));

        assertThat(groups(pools, body("office", 4), body("bureau", 6))).hasSize(2);
        assertThat(errors(pools, body("office", 4), body("bureau", 5)))
                .containsExactly(
                        new Problem.Error("/pools/0", SurveyProblem.TOO_SMALL, "pool", "9", "10"));
    }

    @Test
    void aLargerK_asksForLargerGroups() {
        assertThat(decide(Set.of(), List.of(), 7, body("ministry", 13)))
                .isInstanceOf(Impossible.class);
        assertThat(decide(Set.of(), List.of(), 7, body("ministry", 14)))
                .isInstanceOf(Grouped.class);
    }

    @Test
    void aBodyInTwoPools_isRefused() {
        assertThat(
                        codes(
                                List.of(pool("one", "office", "a"), pool("two", "office", "b")),
                                body("office", 20),
                                body("a", 20),
                                body("b", 20)))
                .containsExactly(SurveyProblem.POOLED_TWICE);
    }

    @Test
    void aPoolNamedLikeABodyOrAnotherPool_isRefused() {
        assertThat(codes(List.of(pool("office", "office")), body("office", 20)))
                .containsExactly(SurveyProblem.POOL_NAME_TAKEN);
        assertThat(
                        codes(
                                List.of(pool("pool", "a"), pool("pool", "b")),
                                body("a", 20),
                                body("b", 20)))
                .containsExactly(SurveyProblem.POOL_NAME_TAKEN);
    }

    @Test
    void aPoolOfABodyThatTakesNoPart_isRefused() {
        assertThat(codes(List.of(pool("pool", "office", "stranger")), body("office", 20)))
                .containsExactly(SurveyProblem.NOT_IN_SURVEY);
    }

    @Test
    void aBodyWithoutHeadcount_isRefused_alsoInAPool() {
        assertThat(codes(List.of(), body("office", 0))).containsExactly(SurveyProblem.NO_HEADCOUNT);
        assertThat(
                        codes(
                                List.of(pool("pool", "office", "ministry")),
                                body("office", 0),
                                body("ministry", 20)))
                .containsExactly(SurveyProblem.NO_HEADCOUNT);
    }

    @Test
    void allErrorsAreNamedAtOnce() {
        assertThat(
                        decide(
                                Set.of("stranger"),
                                List.of(pool("pool", "bureau")),
                                K,
                                body("office", 9),
                                body("bureau", 3),
                                body("new", 0)))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        no ->
                                assertThat(no.errors())
                                        .extracting(Problem.Error::code)
                                        .containsExactlyInAnyOrder(
                                                SurveyProblem.UNKNOWN_BODY,
                                                SurveyProblem.TOO_SMALL,
                                                SurveyProblem.TOO_SMALL,
                                                SurveyProblem.NO_HEADCOUNT));
    }

    private static Map<String, String> groups(StateBody... bodies) {
        return groups(List.of(), bodies);
    }

    private static Map<String, String> groups(List<Pool> pools, StateBody... bodies) {
        return switch (decide(Set.of(), pools, K, bodies)) {
            case Grouped(var groups) -> groups;
            case Impossible(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static List<Problem.Error> errors(List<Pool> pools, StateBody... bodies) {
        return switch (decide(Set.of(), pools, K, bodies)) {
            case Grouped(var groups) -> throw new AssertionError(groups.toString());
            case Impossible(var errors) -> errors;
        };
    }

    private static List<ProblemCode> codes(List<Pool> pools, StateBody... bodies) {
        return errors(pools, bodies).stream().map(Problem.Error::code).toList();
    }

    private static Grouping.Decision decide(
            Set<String> unknown, List<Pool> pools, int minimumGroup, StateBody... bodies) {
        Map<String, StateBody> directory = new TreeMap<>();
        for (StateBody body : bodies) {
            directory.put(body.id(), body);
        }
        return Grouping.of(directory, unknown, pools, minimumGroup);
    }

    private static Pool pool(String name, String... bodies) {
        return new Pool(name, new LinkedHashSet<>(Arrays.asList(bodies)));
    }

    private static StateBody body(String id, int headcount) {
        return body(id, headcount, Optional.empty());
    }

    private static StateBody child(String id, int headcount, String parent) {
        return body(id, headcount, Optional.of(parent));
    }

    private static StateBody body(String id, int headcount, Optional<String> parent) {
        return new StateBody(
                id,
                new LocalText(id, id, id),
                BodyKind.OMO,
                Optional.empty(),
                Optional.empty(),
                parent,
                headcount);
    }
}
