package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkingTest {

    private static final Citation P35 =
            new Citation(
                    "an order", "¶35", null, LocalDate.of(2023, 3, 4), LocalDate.of(2026, 11, 22));
    private static final Provenance UPLOAD = new Provenance("upload", Map.of("cell", "D7"));

    private final Term fiveTimesShare =
            Term.product(new Term.Parameter("k", new BigDecimal("5"), P35), input("18"))
                    .over(input("24"));

    @Test
    void theAgencyReadsThePenaltyWithItsReason() {
        assertThat(penalised(Audience.AGENCY).line(Audience.AGENCY, Language.EN))
                .isEqualTo("5 × 18 / 24 = 3.75 − 1.5 (13 of 24 negative, ¶35) = 2.25");
    }

    @Test
    void theBodyReadsOnlyTheEffectOfWhatIsTheAgencysOnly() {
        assertThat(penalised(Audience.AGENCY).line(Audience.BODY, Language.EN))
                .isEqualTo("5 × 18 / 24 = 3.75 − 1.5 (¶35: the penalty applies) = 2.25");
        assertThat(penalised(Audience.BODY).line(Audience.BODY, Language.RU))
                .isEqualTo("5 × 18 / 24 = 3.75 − 1.5 (13 из 24, ¶35) = 2.25");
    }

    @Test
    void aClampIsShownOnlyWhereItChangesSomething() {
        var clamped =
                Working.of(
                        Term.sum(List.of(input("5"), input("2.5"))),
                        P35,
                        new Working.Ceiling(new BigDecimal("5"), P35),
                        new Working.Floor(BigDecimal.ZERO, P35));

        assertThat(clamped.value()).isEqualByComparingTo("5");
        assertThat(clamped.line(Audience.BODY, Language.EN))
                .isEqualTo("5 + 2.5 = 7.5 → at most 5 (¶35) = 5");
        assertThat(clamped.line(Audience.BODY, Language.KK))
                .isEqualTo("5 + 2.5 = 7.5 → ең көбі 5 (¶35) = 5");
    }

    @Test
    void theFloorComesAfterThePenalty() {
        var floored =
                Working.of(
                        input("1"),
                        P35,
                        new Working.Penalty(new BigDecimal("1.5"), reason(), Audience.BODY, P35),
                        new Working.Floor(BigDecimal.ZERO, P35));

        assertThat(floored.line(Audience.BODY, Language.EN))
                .isEqualTo("1 − 1.5 (13 of 24 negative, ¶35) = -0.5 → at least 0 (¶35) = 0");
    }

    @Test
    void bracketsStandWhereTheOrderOfOperationsNeedsThem() {
        Term a = input("1");
        Term b = input("2");
        assertThat(Term.product(a.minus(b), b).text()).isEqualTo("(1 − 2) × 2");
        assertThat(a.minus(b.minus(a)).text()).isEqualTo("1 − (2 − 1)");
        assertThat(a.over(Term.product(b, b)).text()).isEqualTo("1 / (2 × 2)");
        assertThat(a.over(b.over(b)).text()).isEqualTo("1 / (2 / 2)");
        assertThat(Term.product(a, b).over(b).text()).isEqualTo("1 × 2 / 2");
        assertThat(Term.product(a, b.over(a)).text()).isEqualTo("1 × (2 / 1)");
    }

    @Test
    void anIntermediateValueReadsAsItsValue_andKeepsItsWorking() {
        var inner = new Term.Intermediate("V", Working.of(fiveTimesShare, P35));
        var outer = Working.of(Term.sum(List.of(inner, input("1"))).minus(input("2")), P35);

        assertThat(outer.line(Audience.BODY, Language.EN)).isEqualTo("3.75 + 1 − 2 = 2.75");
        assertThat(outer.intermediates()).containsExactly(inner);
        assertThat(outer.where(Audience.BODY, Language.EN))
                .containsExactly("V = 5 × 18 / 24 = 3.75");
    }

    @Test
    void anIntermediateValueThatIsUsedTwice_isExplainedOnce() {
        var inner = new Term.Intermediate("V", Working.of(fiveTimesShare, P35));
        var middle = new Term.Intermediate("W", Working.of(inner.minus(inner), P35));
        var outer = Working.of(Term.sum(List.of(middle, inner)), P35);

        assertThat(outer.where(Audience.BODY, Language.EN))
                .containsExactly("W = 3.75 − 3.75 = 0", "V = 5 × 18 / 24 = 3.75");
    }

    @Test
    void divisionByZeroIsNeverAValue() {
        Term none = input("1").over(input("0"));
        assertThatThrownBy(none::value).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordIsThereInThreeLanguages(WorkingWord word) {
        assertThat(word.text()).isNotNull();
    }

    private Working penalised(Audience audience) {
        return Working.of(
                fiveTimesShare,
                P35,
                new Working.Penalty(new BigDecimal("1.5"), reason(), audience, P35));
    }

    private static LocalText reason() {
        return new LocalText("24-тен 13", "13 из 24", "13 of 24 negative");
    }

    private static Term input(String value) {
        return new Term.Input("a.fact", new BigDecimal(value), UPLOAD);
    }
}
