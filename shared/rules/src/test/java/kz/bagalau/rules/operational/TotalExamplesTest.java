package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Criteria and directions: caps, bonuses, deductions and the penalties of ¶24, as a table.
class TotalExamplesTest {

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} → {5}")
    @CsvFileSource(
            resources = "total-examples.csv",
            delimiter = '|',
            quoteCharacter = '\0',
            numLinesToSkip = 1)
    void p24_39_81_officialExamplesAndEdges(
            String paragraph,
            String total,
            BodyKind kind,
            @Nullable String changes,
            @Nullable String settings,
            String points,
            String working) {
        var assessment =
                changed(ExampleBody.complete(kind), changes == null ? "" : changes)
                        .by(settings == null ? "" : settings)
                        .assess();

        Working arithmetic =
                total.contains(".")
                        ? assessment.criterion(total).working()
                        : assessment.direction(total).working();
        assertThat(Decimals.plain(arithmetic.value())).isEqualTo(points);
        assertThat(arithmetic.line(Audience.BODY, Language.EN)).isEqualTo(working);
    }

    private static ExampleBody changed(ExampleBody body, String changes) {
        ExampleBody changed = body;
        for (String change : changes.isBlank() ? new String[0] : changes.strip().split("\\s+")) {
            if (change.startsWith("-")) {
                changed = changed.without(change.substring(1));
            } else {
                Map<String, String> one = ExampleBody.read(change);
                String name = one.keySet().iterator().next();
                changed =
                        Vocabulary.find(name).isPresent()
                                ? changed.withAll(change)
                                : changed.withManual(change);
            }
        }
        return changed;
    }
}
