package kz.bagalau.scoring.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final List<BodyResult> results =
            List.of(
                    scored("a", BodyKind.OMO, "71.5", true),
                    scored("b", BodyKind.OMO, "80", true),
                    scored("c", BodyKind.OMO, "71.500000", true),
                    scored("d", BodyKind.OMO, "71.499999", true),
                    scored("e", BodyKind.OMO, "99", false),
                    scored("f", BodyKind.ZHAO, "90", true),
                    new BodyResult.Failed(
                            body("g", BodyKind.OMO), BodyResult.Failure.ATTEMPTS_FAILED));

    @Test
    void equalPointsShareARank_andTheNextIsOneMoreThanThoseBefore() {
        Ranking ranking = Ranking.of(List.of("pm"), results).getFirst();

        assertThat(ranking.ranked())
                .extracting(place -> place.rank() + " " + place.body().id())
                .containsExactly("1 b", "2 a", "2 c", "4 d");
    }

    @Test
    void anIncompleteDirectionHasNoRank_howeverManyPoints() {
        Ranking ranking = Ranking.of(List.of("pm"), results).getFirst();

        assertThat(ranking.incomplete())
                .singleElement()
                .satisfies(placed -> {
                    assertThat(placed.body().id()).isEqualTo("e");
                    assertThat(placed.score().missing()).containsExactly("exit.dismissed");
                });
    }

    @Test
    void aBodyThatFailedIsNamed() {
        assertThat(Ranking.of(List.of("pm"), results).getFirst().failed())
                .extracting(failed -> failed.body().id())
                .containsExactly("g");
    }

    @Test
    void kindsAreRankedApart() {
        List<Ranking> rankings = Ranking.of(List.of("pm", "it"), results);

        assertThat(rankings)
                .extracting(ranking -> ranking.direction() + " " + ranking.kind())
                .containsExactly("pm OMO", "pm ZHAO", "it OMO", "it ZHAO");
        assertThat(rankings.get(1).ranked())
                .extracting(place -> place.rank() + " " + place.body().id())
                .containsExactly("1 f");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfTheResultsDoesNotMatter(long seed) {
        List<BodyResult> shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Ranking.of(List.of("pm"), shuffled))
                .isEqualTo(Ranking.of(List.of("pm"), results));
    }

    private static ListedBody body(String id, BodyKind kind) {
        return new ListedBody(id, kind, new LocalText(id, id, id));
    }

    private static BodyResult scored(String id, BodyKind kind, String points, boolean complete) {
        return new BodyResult.Scored(
                body(id, kind),
                new TreeMap<>(),
                "input",
                new TreeMap<>(),
                false,
                List.of(
                        new BodyResult.DirectionPoints(
                                "pm",
                                new BigDecimal(points),
                                HUNDRED,
                                complete,
                                complete ? List.of() : List.of("exit.dismissed"),
                                List.of())));
    }
}
