package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The worked examples of the specification and the edges of every rule, as a table.
class IndicatorExamplesTest {

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} → {5}")
    @CsvFileSource(
            resources = "indicator-examples.csv",
            delimiter = '|',
            quoteCharacter = '\0',
            numLinesToSkip = 1)
    void p35_37_40_44_45_48_50_69_74_78_officialExamplesAndEdges(
            String paragraph,
            String indicator,
            BodyKind kind,
            String facts,
            @Nullable String settings,
            String outcome,
            @Nullable String working) {
        var score =
                ExampleBody.of(kind, facts)
                        .by(settings == null ? "" : settings)
                        .assess()
                        .indicator(indicator);

        String became =
                switch (score.outcome()) {
                    case Outcome.Scored scored -> Decimals.plain(scored.points());
                    case Outcome.Manual manual -> "by hand " + Decimals.plain(manual.points());
                    case Outcome.Incomplete(var missing) -> told("INCOMPLETE", missing);
                    case Outcome.NotCalculable(_, var zeros) -> told("NOT_CALCULABLE", zeros);
                    case Outcome.NotApplicable _ -> "NOT_APPLICABLE";
                };
        assertThat(became).isEqualTo(outcome);
        assertThat(score.working().map(w -> w.line(Audience.AGENCY, Language.EN)).orElse(null))
                .isEqualTo(working);
    }

    private static String told(String outcome, List<String> facts) {
        return outcome + " " + String.join(" ", facts);
    }
}
