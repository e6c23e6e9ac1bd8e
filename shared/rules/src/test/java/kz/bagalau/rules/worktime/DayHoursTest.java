package kz.bagalau.rules.worktime;

import static kz.bagalau.rules.workmode.Examples.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayHoursTest {

    @ParameterizedTest
    @CsvSource({
        "09:00-18:30 13:00-14:30, PT9H30M, PT8H, true",
        "10:00-19:00, PT9H, , true",
        "20:00-08:00 01:00-02:00, PT12H, PT11H, true",
        "20:00-05:00 23:30-00:30, PT9H, PT8H, true",
        "15:00-24:00 19:00-20:00, PT9H, PT8H, true",
        "00:00-24:00 12:00-13:00, PT24H, PT23H, true",
        "09:00-09:00 12:00-13:00, PT24H, PT23H, true",
        "09:00-18:00 18:00-19:00, PT9H, , false",
        "09:00-18:00 17:30-18:00, PT9H, PT8H30M, true",
        "09:00-18:00 14:00-13:00, PT9H, , false",
        "09:00-18:00 08:00-10:00, PT9H, , false",
        "09:00-18:00 13:00-13:00, PT9H, , false"
    })
    void lengthBreakAndWhatIsWorked(String cell, Duration length, Duration worked, boolean fits) {
        DayHours day = hours(cell);

        assertThat(day.length()).isEqualTo(length);
        assertThat(day.worked()).isEqualTo(Optional.ofNullable(worked));
        assertThat(day.fits()).isEqualTo(fits);
    }

    @Test
    void aShiftOverMidnightHoldsItsHoursAndItsBreak() {
        DayHours night = hours("20:00-05:00 23:30-00:30");
        LocalDate day = LocalDate.of(2026, 2, 10);

        assertThat(night.contains(day, day.atTime(19, 59))).isFalse();
        assertThat(night.contains(day, day.atTime(20, 0))).isTrue();
        assertThat(night.contains(day, day.plusDays(1).atTime(4, 59))).isTrue();
        assertThat(night.contains(day, day.plusDays(1).atTime(5, 0))).isFalse();
        assertThat(night.inPause(day, day.atTime(23, 29))).isFalse();
        assertThat(night.inPause(day, day.atTime(23, 30))).isTrue();
        assertThat(night.inPause(day, day.plusDays(1).atTime(0, 29))).isTrue();
        assertThat(night.inPause(day, day.plusDays(1).atTime(0, 30))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00, 09:00",
        "00:00, 00:00, 00:00",
        "24:00, , 00:00",
        "9:00, , ",
        "24:01, , ",
        "25:00, , ",
        "09:60, , ",
        "09:00:00, , ",
        "'', , "
    })
    void timesOfDayAsPeopleWriteThem(String text, LocalTime time, LocalTime end) {
        assertThat(Clock24.time(text)).isEqualTo(Optional.ofNullable(time));
        assertThat(Clock24.end(text)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void midnightIsWrittenAsItIsMeant() {
        assertThat(Clock24.text(LocalTime.MIDNIGHT)).isEqualTo("00:00");
        assertThat(Clock24.endText(LocalTime.MIDNIGHT)).isEqualTo("24:00");
        assertThat(Clock24.endText(LocalTime.of(9, 5))).isEqualTo("09:05");
    }
}
