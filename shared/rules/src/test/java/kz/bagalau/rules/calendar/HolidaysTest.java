package kz.bagalau.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    private static final Swap JANUARY_2025 =
            new Swap(
                    LocalDate.of(2025, 1, 3), // Friday
                    LocalDate.of(2025, 1, 5), // Sunday
                    "order of the Minister of Labour and Social Protection (3 and 5 January 2025),"
                            + " Labour Code, art. 85");

    private final Holidays holidays = Holidays.ofKazakhstan();

    @Test
    void cal2_theRulesAndTheSwapMakeTheConfirmedYear2025_dayByDay() {
        assertThat(draft(2025, JANUARY_2025).days())
                .isEqualTo(WorkingCalendar.published().year(2025).days());
    }

    @Test
    void cal2_theRulesMakeTheConfirmedYear2026_dayByDay() {
        assertThat(draft(2026).days()).isEqualTo(WorkingCalendar.published().year(2026).days());
    }

    @ParameterizedTest
    @CsvSource({
        "2024, true, false",
        "2025, true, false", // the last year
        "2026, false, false", // neither
        "2027, false, true" // the first year
    })
    void cal1_constitutionDayIs30AugustUpTo2025_and15MarchFrom2027(
            int year, boolean august, boolean march) {
        assertThat(draft(year).special(LocalDate.of(year, 8, 30)).isPresent()).isEqualTo(august);
        assertThat(draft(year).special(LocalDate.of(year, 3, 15)).isPresent()).isEqualTo(march);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-16", "2025-06-06", "2026-05-27", "2027-05-16"})
    void cal1_kurbanAitIsADayOffAtItsLunarDate(LocalDate day) {
        assertThat(draft(day.getYear()).special(day))
                .hasValueSatisfying(special -> {
                    assertThat(special.kind()).isEqualTo(DayKind.DAY_OFF);
                    assertThat(special.name().kk()).isEqualTo("Құрбан айттың бірінші күні");
                });
    }

    @Test
    void cal2_orthodoxChristmasAndKurbanAitNeverMove() {
        var year = draft(2024); // 7 January and 16 June 2024 are Sundays

        assertThat(year.isWorking(LocalDate.of(2024, 1, 8))).isTrue();
        assertThat(year.isWorking(LocalDate.of(2024, 6, 17))).isTrue();
    }

    @Test
    void cal2_aSixDayWeekHasOtherSubstitutes() {
        var year = holidays.draft(2025, WorkWeek.SIX_DAYS, "generated", List.of());

        assertThat(year.isWorking(LocalDate.of(2025, 3, 10))).isTrue(); // 8 March was a Saturday
        assertThat(year.special(LocalDate.of(2025, 3, 24)))
                .hasValueSatisfying(day ->
                        assertThat(day.substitutesFor()).contains(LocalDate.of(2025, 3, 23)));
        assertThat(year.isWorking(LocalDate.of(2025, 3, 25))).isTrue();
    }

    @Test
    void cal2_aSubstitutePassesOverDaysThatAnActSwaps() {
        // 9 May 2026 is a Saturday; Monday the 11th is swapped with Saturday the 16th
        var swap = new Swap(LocalDate.of(2026, 5, 11), LocalDate.of(2026, 5, 16), "an act");

        assertThat(draft(2026, swap).special(LocalDate.of(2026, 5, 12)))
                .hasValueSatisfying(
                        day -> assertThat(day.substitutesFor()).contains(LocalDate.of(2026, 5, 9)));
        assertThat(draft(2026, swap).isWorking(LocalDate.of(2026, 5, 16))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023", "2028"})
    void aYearWhoseKurbanAitNobodyHasEnteredIsNotGenerated(int year) {
        assertThatThrownBy(() -> draft(year))
                .isInstanceOf(UnknownYear.class)
                .hasMessage("the first day of Kurban-ait in %d is not known".formatted(year));
    }

    private CalendarYear draft(int year, Swap... swaps) {
        return holidays.draft(year, WorkWeek.FIVE_DAYS, "generated", List.of(swaps));
    }
}
