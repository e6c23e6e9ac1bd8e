package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "agreement_index, mean_over_max minmax share_agree",
        "floor_zero, true false",
        "zero_denominator, not_calculable zero max exclude",
        "n_max, 10 13",
        "weekend_penalty_from, N N1 none",
        "exclude_authorised_overtime, m_and_p p_only",
        "exit_negative_denominator, dismissed_b respondents_a",
        "exit_negative_rule, any_negative_reason majority_of_reasons_negative",
        "exit_exclude_exempt_from_b, true false",
        "exit_paper_excess, warn exclude_from_a",
        "staff_quality_double_count, sum unique_person",
        "criterion2_cap, including_bonuses bonuses_outside",
        "competition_fact, interview competition",
        "it_total_formula, appendix16 literal_81",
        "it_bonus_mode, literal top_up_to_100",
        "it_cap_test, before_info after_info",
        "survey_q29_q32_multi, false true"
    })
    void spec8_theDefaultStandsFirst(String id, String values) {
        var setting = Setting.named(id).orElseThrow();

        assertThat(setting.values())
                .extracting(Setting.Value::id)
                .containsExactlyElementsOf(Arrays.asList(values.split(" ")));
        assertThat(setting.byDefault()).isEqualTo(setting.values().getFirst());
        assertThat(Settings.DEFAULTS.get(setting)).isEqualTo(setting.byDefault());
    }

    @Test
    void everyReadingIsToldInThreeLanguages() {
        for (Setting<?> setting : Setting.all()) {
            assertThat(readings(setting))
                    .allSatisfy(text -> {
                        assertThat(text.kk()).isNotBlank();
                        assertThat(text.ru()).isNotBlank();
                        assertThat(text.en()).isNotBlank();
                    });
        }
    }

    private static <V extends Enum<V> & Setting.Value> List<LocalText> readings(
            Setting<V> setting) {
        return setting.values().stream().map(setting::reading).toList();
    }

    @Test
    void spec8_hasSeventeenSettings() {
        assertThat(Setting.all()).hasSize(17);
        assertThat(Setting.named("no_such")).isEmpty();
    }

    @Test
    void aReadingIsChosenByName_withItsReason() {
        var settings =
                Settings.DEFAULTS
                        .with(Setting.N_MAX, "13")
                        .because(Setting.N_MAX, "a letter of the Agency");

        assertThat(settings.get(Setting.N_MAX)).isEqualTo(Setting.LabourNormMaximum.THIRTEEN);
        assertThat(settings.reason(Setting.N_MAX)).contains("a letter of the Agency");
        assertThat(settings.reason(Setting.FLOOR_ZERO)).isEmpty();
        assertThat(Settings.DEFAULTS.get(Setting.N_MAX)).isEqualTo(Setting.LabourNormMaximum.TEN);
        assertThatThrownBy(() -> settings.with(Setting.N_MAX, "14"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("14");
    }

    @Test
    void aZeroDenominatorIsDecidedForOneIndicator_withAWrittenReason() {
        assertThatThrownBy(() -> new Settings.Decision(Setting.ZeroDenominator.MAX, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.DEFAULTS.with(Setting.ZERO_DENOMINATOR, "max"))
                .hasMessageContaining("by indicator");
        var decision = new Settings.Decision(Setting.ZeroDenominator.MAX, "nobody left");
        assertThat(
                        Settings.DEFAULTS
                                .withZeroDenominator("pm.exit_interview", decision)
                                .zeroDenominators())
                .containsEntry("pm.exit_interview", decision)
                .hasSize(1);
        assertThat(Settings.DEFAULTS.zeroDenominators()).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "settings-by-indicator.csv", delimiter = '|', numLinesToSkip = 2)
    void spec8_theSettingsOfAnIndicatorOrATotal_areThoseOfTheTable(String id, String settings) {
        Methodology methodology = OperationalAssessment2023.METHODOLOGY;
        AssessedPeriod year = AssessedPeriod.ofYear(2025);

        List<? extends Setting<?>> told =
                methodology
                        .indicator(id)
                        .<List<? extends Setting<?>>>map(indicator -> indicator.settings(year))
                        .orElseGet(() -> total(methodology, id, year).settings());

        assertThat(told.stream().map(Setting::id))
                .containsExactlyInAnyOrder(
                        settings.equals("-") ? new String[0] : settings.split(" "));
    }

    @Test
    void spec8_theTableOfSettingsHasEveryIndicator_andEverySettingOfAScore() throws IOException {
        String table;
        try (var stream =
                Objects.requireNonNull(
                        SettingsTest.class.getResourceAsStream("settings-by-indicator.csv"))) {
            table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        for (Indicator indicator : OperationalAssessment2023.METHODOLOGY.indicators()) {
            assertThat(table).containsPattern("(?m)^" + indicator.id() + " +\\|");
        }
        for (Setting<?> setting : Setting.all()) {
            if (!setting.id().equals("survey_q29_q32_multi")) { // of the tally, not of a score
                assertThat(table).contains(setting.id());
            }
        }
    }

    private static Total total(Methodology methodology, String direction, AssessedPeriod year) {
        return methodology.directions().stream()
                .filter(each -> each.id().equals(direction))
                .map(each -> each.totals().on(year.lawOf()).value())
                .findFirst()
                .orElseThrow();
    }
}
