package kz.bagalau.rules.workmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.workmode.WorkSetting.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkSettingTest {

    @Test
    void theDefaultsAreThoseOfTheReadings() {
        WorkSettings settings = WorkSettings.DEFAULTS;

        assertThat(settings.get(WorkSetting.REPORT_DUE_DAY)).isEmpty(); // W-03
        assertThat(settings.get(WorkSetting.MIN_VISITS_SCOPE)) // W-01
                .isEqualTo(WorkSetting.VisitsScope.AUTHORITY);
        assertThat(settings.get(WorkSetting.MONTH_END)) // W-28
                .isEqualTo(WorkSetting.MonthEnd.DAY_BEFORE);
        assertThat(settings.get(WorkSetting.SYSTEMATIC_MIN)).isEqualTo(2); // W-11
        assertThat(settings.get(WorkSetting.PRESENCE_AT_BREAK)).isFalse(); // W-27
        assertThat(settings.get(WorkSetting.CHANNEL_RULE)) // §6
                .isEqualTo(WorkSetting.ChannelRule.RECORD);
        assertThat(settings.get(WorkSetting.EXTENSION_MONTHS)).isEqualTo(6); // W-10
        assertThat(settings.get(WorkSetting.EXTENSION_WARNING_MONTHS)).isEqualTo(12);
        assertThat(settings.get(WorkSetting.PLAN_NOTICE_DAYS)).isZero(); // W-04
        assertThat(settings.get(WorkSetting.RECALL_NOTICE_HOURS)).isZero();
    }

    @Test
    void eachHasItsNameItsPlaceAndItsTexts() {
        assertThat(WorkSetting.all()).extracting(WorkSetting::id).doesNotHaveDuplicates();
        assertThat(WorkSetting.all())
                .allSatisfy(setting -> {
                    assertThat(WorkSetting.named(setting.id())).contains(setting);
                    assertThat(setting.takes(setting.byDefault())).isTrue();
                    assertThat(setting.takes("no such value")).isFalse();
                    assertThat(setting.place().paragraph()).startsWith("¶");
                    filled(setting.about());
                    if (setting instanceof Choice<?> choice) {
                        readings(choice);
                    }
                });
        assertThat(WorkSetting.named("none")).isEmpty();
    }

    private static <E extends Enum<E>> void readings(Choice<E> choice) {
        for (E reading : choice.readings()) {
            assertThat(choice.reading(reading.name())).contains(reading);
            filled(choice.about(reading));
        }
        assertThat(choice.reading("none")).isEmpty();
    }

    private static void filled(LocalText text) {
        assertThat(List.of(text.kk(), text.ru(), text.en()))
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one).isNotBlank());
    }

    @Test
    void aValueOutsideTheLimitsIsRefused() {
        assertThat(WorkSetting.REPORT_DUE_DAY.takes(OptionalInt.of(28))).isTrue();
        assertThat(WorkSetting.REPORT_DUE_DAY.takes(OptionalInt.of(29))).isFalse();
        assertThat(WorkSetting.REPORT_DUE_DAY.takes(OptionalInt.of(0))).isFalse();
        assertThat(WorkSetting.SYSTEMATIC_MIN.takes(0)).isFalse();
        assertThat(WorkSetting.SYSTEMATIC_MIN.takes(101)).isFalse();
        assertThatThrownBy(() -> WorkSettings.DEFAULTS.with(WorkSetting.SYSTEMATIC_MIN, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        WorkSettings.DEFAULTS
                                .with(WorkSetting.SYSTEMATIC_MIN, 3)
                                .with(WorkSetting.PRESENCE_AT_BREAK, true)
                                .get(WorkSetting.SYSTEMATIC_MIN))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-10, true, 2023-06-10",
        "2026-07-10, true, 2023-06-10",
        "2026-07-11, false, 2026-07-11",
        "2027-01-01, false, 2026-07-11"
    })
    void p3_p8_p15_p22_theWordingChangesOn11July2026(LocalDate day, boolean old, LocalDate since) {
        assertThat(Norm.values()).extracting(Norm::code).containsExactly("3-5", "8", "15-2", "22");
        assertThat(Norm.values())
                .allSatisfy(norm -> {
                    assertThat(norm.oldWording(day)).isEqualTo(old);
                    assertThat(norm.wordingSince(day)).isEqualTo(since);
                    assertThat(Norm.named(norm.code())).contains(norm);
                    filled(norm.meanwhile());
                });
        assertThat(Norm.named("16")).isEmpty();
    }

    @Test
    void eachFaultHasItsParagraph() {
        assertThat(Fault.values())
                .allSatisfy(fault -> {
                    assertThat(fault.citation().act()).isEqualTo("No. 120");
                    assertThat(fault.citation().paragraph()).startsWith("¶");
                });
    }
}
