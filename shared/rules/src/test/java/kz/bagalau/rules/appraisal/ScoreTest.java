package kz.bagalau.rules.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.appraisal.AppraisalForm.Aggregation;
import kz.bagalau.rules.appraisal.AppraisalForm.Code;
import kz.bagalau.rules.appraisal.AppraisalForm.FormMistake;
import kz.bagalau.rules.appraisal.AppraisalForm.Given;
import kz.bagalau.rules.appraisal.AppraisalForm.Item;
import kz.bagalau.rules.appraisal.AppraisalForm.Mistake;
import kz.bagalau.rules.appraisal.AppraisalForm.Score;
import kz.bagalau.rules.appraisal.AppraisalForm.Status;
import kz.bagalau.rules.appraisal.AppraisalForm.Wrong;
import kz.bagalau.rules.staff.Title;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4} ({5})")
    @CsvFileSource(
            resources = "score-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void workedExamples(
            String example,
            String values,
            AppraisalSetting.Rounding rounding,
            String score,
            @Nullable Grade grade,
            @Nullable String how) {
        List<Fraction> given =
                Arrays.stream(values.split(" "))
                        .filter(value -> !value.equals("-"))
                        .map(value -> Fraction.of(new BigDecimal(value)))
                        .toList();
        Fraction mean = Fraction.mean(given);

        if (grade == null) {
            assertThatIllegalArgumentException()
                    .as(example)
                    .isThrownBy(() -> Banding.of(mean, rounding));
            assertThat(AppraisalForm.shipped().mistakeOf(new BigDecimal(values)))
                    .contains(Code.valueOf(score));
        } else {
            Banding banding = Banding.of(mean, rounding);
            assertThat(banding.score().toPlainString()).as(example + ": " + how).isEqualTo(score);
            assertThat(banding.grade()).isEqualTo(grade);
        }
    }

    @Test
    void everyHundredthHasTheGradeOfItsBand() {
        for (int hundredths = 0; hundredths <= 500; hundredths++) {
            Grade expected =
                    hundredths >= 400
                            ? Grade.EFFECTIVE
                            : hundredths >= 300
                                    ? Grade.PROPER
                                    : hundredths >= 200 ? Grade.SATISFACTORY : Grade.UNSATISFACTORY;
            BigDecimal score = BigDecimal.valueOf(hundredths, 2);
            for (AppraisalSetting.Rounding rounding : AppraisalSetting.Rounding.values()) {
                assertThat(Banding.of(score, rounding).grade()).isEqualTo(expected);
                assertThat(Banding.of(score, rounding).score()).isEqualTo(score);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void everyGradeHasItsLabels(Grade grade) {
        assertThat(List.of(grade.text().kk(), grade.text().ru(), grade.text().en()))
                .allMatch(label -> label.length() > 20);
    }

    @Test
    void theLabelsAreThoseOfTheActs_e80() {
        // The Kazakh changes from міндеттерді to міндеттерін, the Russian writes two words.
        assertThat(Grade.PROPER.text().kk())
                .isEqualTo("Функционалдық міндеттерді тиісті түрде орындайды");
        assertThat(Grade.UNSATISFACTORY.text().kk())
                .isEqualTo("Функционалдық міндеттерін қанағаттанарлықсыз орындайды");
        assertThat(Grade.UNSATISFACTORY.text().ru())
                .isEqualTo(
                        "Выполняет функциональные обязанности не удовлетворительно"
                                + " (неудовлетворительная оценка)");
    }

    @Test
    void aMeanOfThirdsIsExact() {
        Fraction third =
                new Fraction(BigDecimal.ONE.toBigInteger(), new BigDecimal("3").toBigInteger());

        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.of(BigDecimal.ONE));
        assertThat(third).hasToString("1/3");
        assertThat(Fraction.of(new BigDecimal("4.00"))).hasToString("4");
        assertThat(third.rounded(4, RoundingMode.HALF_UP)).isEqualByComparingTo("0.3333");
        assertThat(third).isLessThan(Fraction.of(new BigDecimal("0.334")));
        assertThat(Fraction.of(new BigDecimal("1E+2"))).hasToString("100");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.mean(List.of()));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.of(BigDecimal.ONE).over(Fraction.ZERO));
    }

    @Test
    void itemsBecomeAScore() {
        AppraisalForm mean =
                form(Aggregation.MEAN, "0.5", item("a", null), item("b", null), item("c", null));
        AppraisalForm weighted =
                form(
                        Aggregation.WEIGHTED_MEAN,
                        "0.5",
                        item("a", "0.5"),
                        item("b", "0.3"),
                        item("c", "0.2"));
        AppraisalForm single = form(Aggregation.SINGLE, "1", item("a", null));

        // 4.5 + 4 + 3 = 11.5 over 3; 4.5 × 0.5 + 4 × 0.3 + 3 × 0.2 = 4.05
        assertThat(score(mean, "a 4.5", "b 4", "c 3")).isEqualTo("3.83");
        assertThat(score(weighted, "c 3", "a 4.5", "b 4.0")).isEqualTo("4.05");
        assertThat(score(single, "a 4")).isEqualTo("4.00");
        assertThat(score(AppraisalForm.shipped(), "overall 3.47")).isEqualTo("3.47");
    }

    @Test
    void everyMistakeIsNamedAtItsPlace() {
        AppraisalForm form =
                form(
                        Aggregation.MEAN,
                        "0.5",
                        item("a", null),
                        item("b", null),
                        item("c", null),
                        item("d", null));

        assertThat(
                        form.score(
                                given("a 5.5", "b 4.3", "x 1", "a 4", "c -0.5"),
                                EmployeeSettings.DEFAULTS))
                .isEqualTo(
                        new Wrong(
                                List.of(
                                        new Mistake(Code.OUT_OF_RANGE, 0, "a"),
                                        new Mistake(Code.WRONG_STEP, 1, "b"),
                                        new Mistake(Code.UNKNOWN_ITEM, 2, "x"),
                                        new Mistake(Code.ITEM_TWICE, 3, "a"),
                                        new Mistake(Code.OUT_OF_RANGE, 4, "c"),
                                        new Mistake(Code.ITEM_MISSING, -1, "d"))));
    }

    @ParameterizedTest(name = "{0} on {1} by {2}: {3}")
    @CsvSource({
        "4.2,  MEAN,   0.5,  ", // any mean can be kept
        "4.25, MEAN,   0.5,  ",
        "4.251, MEAN,  0.5,  WRONG_STEP",
        "4.5,  SINGLE, 0.5,  ",
        "4.2,  SINGLE, 0.5,  WRONG_STEP",
        "5.1,  SINGLE, 0.5,  OUT_OF_RANGE"
    })
    void p22_aWholeScoreHasItsStep(
            String score, Aggregation aggregation, String step, @Nullable Code mistake) {
        assertThat(form(aggregation, step, item("a", null)).mistakeOf(new BigDecimal(score)))
                .isEqualTo(Optional.ofNullable(mistake));
    }

    @Test
    void aFormIsCheckedAsAWhole() {
        assertThat(AppraisalForm.mistakes(Aggregation.MEAN, BigDecimal.ONE, List.of()))
                .containsExactly(FormMistake.NO_ITEMS);
        assertThat(
                        AppraisalForm.mistakes(
                                Aggregation.SINGLE,
                                new BigDecimal("0.3"),
                                List.of(item("a", null), item("a", "1"))))
                .containsExactly(
                        FormMistake.ITEM_TWICE,
                        FormMistake.MORE_THAN_ONE,
                        FormMistake.WEIGHT,
                        FormMistake.STEP);
        assertThat(
                        AppraisalForm.mistakes(
                                Aggregation.WEIGHTED_MEAN,
                                new BigDecimal("0.5"),
                                List.of(item("a", "1"), item("b", "0"))))
                .containsExactly(FormMistake.WEIGHT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(Aggregation.MEAN, "0", item("a", null)));
    }

    @Test
    void theShippedFormSaysThatItIsNone() {
        assertThat(AppraisalForm.shipped().status()).isEqualTo(Status.PLACEHOLDER);
    }

    @ParameterizedTest(name = "{0} {1} people, {2} not assessed: {3}")
    @CsvFileSource(
            resources = "delegation-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p17_moreThanTwenty(
            String example, int people, int notAssessed, boolean required, String why) {
        assertThat(Delegation.required(people - notAssessed, EmployeeSettings.DEFAULTS))
                .as(example + ": " + why)
                .isEqualTo(required);
    }

    private static String score(AppraisalForm form, String... values) {
        return form.score(given(values), EmployeeSettings.DEFAULTS) instanceof Score(var banding)
                ? banding.score().toPlainString()
                : "wrong";
    }

    private static List<Given> given(String... values) {
        return Arrays.stream(values)
                .map(value -> new Given(value.split(" ")[0], new BigDecimal(value.split(" ")[1])))
                .toList();
    }

    private static AppraisalForm form(Aggregation aggregation, String step, Item... items) {
        return new AppraisalForm(
                Status.OFFICIAL, aggregation, new BigDecimal(step), Arrays.asList(items));
    }

    private static Item item(String id, @Nullable String weight) {
        return new Item(id, new Title(id, id), Optional.ofNullable(weight).map(BigDecimal::new));
    }
}
