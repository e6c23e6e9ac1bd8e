package kz.bagalau.rules.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.EmployeeSetting.Choice;
import kz.bagalau.rules.monitoring.Quarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MethodologyRecordTest {

    @ParameterizedTest(name = "on {0}, that day included {1}: {2}")
    @CsvSource({
        "2023-05-16, true, false",
        "2023-05-17, true, true",
        "2023-08-30, true, true",
        "2023-08-31, true, true",
        "2023-09-01, true, false",
        "2023-08-30, false, true",
        "2023-08-31, false, false"
    })
    void g02_until31August(LocalDate day, boolean inclusive, boolean inForce) {
        EmployeeSettings settings =
                EmployeeSettings.DEFAULTS.with(
                        AppraisalSetting.VALID_TO_INCLUSIVE,
                        Boolean.toString(inclusive),
                        "a lawyer's reading");

        assertThat(record(Optional.of(LocalDate.of(2023, 8, 31)), settings).inForce(day))
                .isEqualTo(inForce);
    }

    @Test
    void withoutAnEndItHoldsOn() {
        assertThat(
                        record(Optional.empty(), EmployeeSettings.DEFAULTS)
                                .inForce(LocalDate.of(2030, 1, 1)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(EmployeeMethodology.class)
    void everySettingHasItsNameItsSourceAndItsReadings(EmployeeMethodology methodology) {
        assertThat(methodology.title().kk()).isNotBlank();
        assertThat(EmployeeMethodology.named(methodology.code())).contains(methodology);
        Set<String> ids = new HashSet<>();
        for (EmployeeSetting setting : methodology.settings()) {
            assertThat(ids.add(setting.id())).as(setting.id()).isTrue();
            assertThat(setting.accepts(setting.byDefault())).as(setting.id()).isTrue();
            assertThat(setting.accepts("x")).as(setting.id()).isFalse();
            assertThat(setting.place().paragraph()).isNotBlank();
            assertThat(complete(setting.about())).as(setting.id()).isTrue();
            if (setting instanceof Choice<?> choice) {
                assertThat(choice.values()).hasSizeGreaterThan(1);
                readings(choice);
            }
        }
    }

    private static <V extends Enum<V>> void readings(Choice<V> choice) {
        for (V value : choice.values()) {
            assertThat(choice.accepts(Choice.idOf(value))).isTrue();
            assertThat(complete(choice.reading(value))).isTrue();
        }
    }

    @Test
    void theSettingsAreThoseOfTheSpecification() {
        assertThat(EmployeeMethodology.M245.settings())
                .extracting(setting -> setting.id() + "=" + setting.byDefault())
                .containsExactly(
                        "score_min=0",
                        "score_max=5",
                        "bands=[4,5],[3,3.99],[2,2.99],[0,1.99]",
                        "rounding=HALF_UP_2",
                        "quarter_due_day=20",
                        "year_due=01-30",
                        "min_tenure=1",
                        "month_end=DAY_BEFORE",
                        "tenure_counts_first_day=true",
                        "min_worked_days=15",
                        "trip_counts_as_worked=true",
                        "training_counts_as_worked=true",
                        "delegate_threshold=20",
                        "receipt_event=PUBLISHED",
                        "multi_case_quarter=MEAN",
                        "calibration_majority=1/2",
                        "calibration_presence=MAJORITY",
                        "calibration_members=odd, 3, HR",
                        "calibration_apply=5",
                        "calibration_decide=3",
                        "calibration_hold=10",
                        "calibration_upload=3",
                        "retention=3",
                        "valid_to_inclusive=true");
        assertThat(EmployeeMethodology.M002_CH6.settings())
                .extracting(setting -> setting.id() + "=" + setting.byDefault())
                .containsExactly(
                        "kpi_count=5",
                        "kpi_grade_map=5,4,3",
                        "kpi_set_days=10",
                        "resubmit_days=2",
                        "to_commission_days=2",
                        "inform_days=2",
                        "notify_before_days=3",
                        "quorum=2/3",
                        "appeal_days=10",
                        "min_tenure=1",
                        "month_end=DAY_BEFORE",
                        "tenure_counts_first_day=true",
                        "valid_to_inclusive=true");
    }

    @Test
    void whatASettingDoesNotHaveIsRefused() {
        assertThat(AppraisalSetting.MIN_WORKED_DAYS.accepts("66")).isTrue();
        for (String value : List.of("0", "67", "-1", "15.0", "015", "", "99999")) {
            assertThat(AppraisalSetting.MIN_WORKED_DAYS.accepts(value)).as(value).isFalse();
        }
        assertThat(AppraisalSetting.BANDS.accepts("[0,5]")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.ROUNDING, "half_up_2", "no such value"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EmployeeSettings.DEFAULTS.with(AppraisalSetting.ROUNDING, "TRUNC_2", " "));
        // a setting of the other methodology
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        record(
                                Optional.empty(),
                                EmployeeSettings.DEFAULTS.with(
                                        AppraisalSetting.ROUNDING, "TRUNC_2", "r")));
    }

    @ParameterizedTest(name = "{0} is {1}…{2}")
    @CsvSource({
        "2025-Q1, 2025-01-01, 2025-03-31",
        "2025-Q2, 2025-04-01, 2025-06-30",
        "2024-Q1, 2024-01-01, 2024-03-31",
        "2025-Q4, 2025-10-01, 2025-12-31"
    })
    void quarters(String code, LocalDate from, LocalDate to) {
        Quarter quarter = Quarter.read(code).orElseThrow();

        assertThat(quarter.first()).isEqualTo(from);
        assertThat(quarter.last()).isEqualTo(to);
        assertThat(quarter).hasToString(code);
        assertThat(Quarter.of(from)).isEqualTo(quarter);
        assertThat(Quarter.of(to)).isEqualTo(quarter);
    }

    @Test
    void e108_aQuarterIsOpenedWhenItHasEnded() {
        Quarter quarter = Quarter.read("2026-Q1").orElseThrow();

        assertThat(quarter.hasEnded(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(quarter.hasEnded(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(Quarter.read("2026-Q5")).isEmpty();
        assertThat(Quarter.read("26-Q1")).isEmpty();
        assertThat(new Quarter(2025, 4)).isLessThan(quarter);
    }

    private static boolean complete(LocalText text) {
        return !text.kk().isBlank() && !text.ru().isBlank() && !text.en().isBlank();
    }

    private static MethodologyRecord record(Optional<LocalDate> until, EmployeeSettings settings) {
        return new MethodologyRecord(
                EmployeeMethodology.M002_CH6,
                new MethodologyRecord.Act(
                        "қаулы", "02-17/15", LocalDate.of(2023, 4, 28), Optional.empty()),
                LocalDate.of(2023, 5, 17),
                until,
                settings);
    }
}
