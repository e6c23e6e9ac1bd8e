package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.bagalau.forms.report.reading.Reading;
import org.junit.jupiter.api.Test;

/// However units, totals and numbers are written, the facts are the true sums or the file is
/// refused with its row named; never a third.
final class RandomUnitsTest {

    private static final int SEEDS = Integer.getInteger("bagalau.seeds", 400);

    /// A reader that refused everything would keep the rule too: most tables without a mistake have
    /// to be read.
    @Test
    void theFactsAreTheSumsOfTheLeavesOrARowIsNamed() {
        int sound = 0;
        int read = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomUnits units = RandomUnits.of(seed);
            boolean accepted = check(seed, units);
            sound += units.wrong() ? 0 : 1;
            read += accepted ? 1 : 0;
        }
        assertThat(read).isGreaterThan(sound * 6 / 10);
    }

    private static boolean check(long seed, RandomUnits units) {
        Reading reading = units.drawn().read();
        if (reading.accepted()) {
            assertThat(units.wrong()).as("%s: %s", seed, units).isFalse();
            assertThat(FormReadingTest.facts(reading))
                    .as("%s: %s", seed, units)
                    .isEqualTo(
                            Map.of(
                                    "exit.dismissed",
                                    Integer.toString(units.dismissed()),
                                    "exit.interviewed",
                                    Integer.toString(units.interviewed())));
        } else {
            assertThat(reading.problems())
                    .as("%s: %s", seed, units)
                    .allSatisfy(problem -> assertThat(problem.cell()).matches("[A-F]\\d+"));
        }
        return reading.accepted();
    }
}
