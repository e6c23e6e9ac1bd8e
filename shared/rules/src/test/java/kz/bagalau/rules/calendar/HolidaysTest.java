package kz.bagalau.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027})
    void aYearMadeAnewForItsOwnWeekIsTheSame(int year) {
        CalendarYear published = WorkingCalendar.published().year(year);

        CalendarYear again = holidays.inWeek(published, WorkWeek.FIVE_DAYS);

        assertThat(again.days())
                .extracting(day -> day.date() + " " + day.kind())
                .containsExactlyElementsOf(
                        published.days().stream()
                                .map(day -> day.date() + " " + day.kind())
                                .toList());
    }

    @Test
    void cal2_theSixDayWeekHasOtherSubstitutes() {
        CalendarYear of2025 = WorkingCalendar.published().inWeek(WorkWeek.SIX_DAYS).year(2025);
        CalendarYear of2026 = WorkingCalendar.published().inWeek(WorkWeek.SIX_DAYS).year(2026);

        // Only holidays on Sundays move: 23 March and 6 July 2025; 8 and 22 March, 25 October 2026.
        assertThat(substitutes(of2025)).containsExactly("2025-03-24", "2025-07-07");
        assertThat(substitutes(of2026)).containsExactly("2026-03-09", "2026-03-24", "2026-10-26");
        assertThat(of2025.isWorking(LocalDate.of(2025, 3, 15))).isTrue(); // Saturday
        assertThat(of2025.isWorking(LocalDate.of(2025, 3, 22))).isFalse(); // Saturday, Nauryz
        assertThat(of2025.isWorking(LocalDate.of(2025, 1, 5))).isTrue(); // Sunday, by act
        assertThat(of2025.isWorking(LocalDate.of(2025, 1, 3))).isFalse(); // Friday, by act
        assertThat(of2025.confirmed()).isFalse();
        // 2025 has 365 - 52 Sundays - 13 holidays and days off outside Sundays - 2 substitutes
        assertThat(of2025.workingDays()).isEqualTo(298);
    }

    @Test
    void aCalendarOfItsOwnWeekStaysAsItIs() {
        WorkingCalendar published = WorkingCalendar.published();

        assertThat(published.inWeek(WorkWeek.FIVE_DAYS)).isSameAs(published);
        assertThat(published.inWeek(WorkWeek.SIX_DAYS))
                .isSameAs(published.inWeek(WorkWeek.SIX_DAYS));
    }

    @Test
    void aSaturdayThatAnActMakesAWorkingDayIsNoSwapInTheSixDayWeek() {
        CalendarYear swapped =
                holidays.draft(
                        2026,
                        WorkWeek.FIVE_DAYS,
                        "test",
                        List.of(
                                new Swap(
                                        LocalDate.of(2026, 1, 5), // Monday
                                        LocalDate.of(2026, 1, 10), // Saturday
                                        "an act")));

        CalendarYear six = holidays.inWeek(swapped, WorkWeek.SIX_DAYS);
        assertThat(six.isWorking(LocalDate.of(2026, 1, 5))).isFalse();
        assertThat(six.isWorking(LocalDate.of(2026, 1, 10))).isTrue();
        assertThat(six.special(LocalDate.of(2026, 1, 10))).isEmpty();
    }

    private static List<String> substitutes(CalendarYear year) {
        return year.days().stream()
                .filter(day -> day.kind() == DayKind.SUBSTITUTE)
                .map(day -> day.date().toString())
                .toList();
    }
}
