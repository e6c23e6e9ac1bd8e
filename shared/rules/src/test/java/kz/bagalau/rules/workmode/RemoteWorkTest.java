package kz.bagalau.rules.workmode;

import static kz.bagalau.rules.workmode.Examples.day;
import static kz.bagalau.rules.workmode.Examples.expected;
import static kz.bagalau.rules.workmode.Examples.given;
import static kz.bagalau.rules.workmode.Examples.shown;
import static kz.bagalau.rules.workmode.Examples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.rules.workmode.RemoteAct.Cause;
import kz.bagalau.rules.workmode.RemoteAct.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteWorkTest {

    static Stream<Arguments> acts() {
        return Examples.rows(RemoteWorkTest.class, "remote-examples.csv", 12);
    }

    static Stream<Arguments> recalls() {
        return Examples.rows(RemoteWorkTest.class, "recall-examples.csv", 8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void p4_p6_acts(List<String> row) {
        RemoteAct act = act(row);
        Map<String, List<Term>> standing =
                given(row.get(10))
                        .map(cell -> Map.of("e1", List.of(Examples.term("7", cell))))
                        .orElse(Map.of());

        List<Finding> findings = act.findings(standing);

        assertThat(shown(findings)).containsExactlyElementsOf(expected(row.get(11)));
        // What a finding names stands behind its place.
        String[] first = row.get(11).split(" ");
        if (first.length == 3 && !row.get(11).contains(",")) {
            assertThat(findings.getFirst().details()).containsExactly(first[2]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recalls")
    void p12_recalls(List<String> row) {
        LocalDate from = LocalDate.parse(row.get(2));
        var recall =
                new Recall(
                        Recall.Kind.valueOf(row.get(1)),
                        from,
                        given(row.get(3)).map(LocalDateTime::parse),
                        text(row.get(5)));

        List<Finding> findings =
                recall.findings(
                        Examples.term("7", "2026-02-02..2026-02-27"),
                        from.atTime(9, 0),
                        given(row.get(6)).map(cell -> Examples.term("r1", cell)).stream().toList(),
                        WorkSettings.DEFAULTS.with(
                                WorkSetting.RECALL_NOTICE_HOURS, Integer.parseInt(row.get(4))));

        assertThat(shown(findings)).containsExactlyElementsOf(expected(row.get(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, 2026-03-31, 2026-03-31",
        "2026-06-30, 2026-06-30, 2026-06-30",
        "2026-06-30, 2026-07-15, 2026-06-30",
        "2026-06-30, , 2026-06-30"
    })
    void p5_theDayOnWhichTheCauseIsRemovedIsTheLast(
            LocalDate to, LocalDate removed, LocalDate last) {
        assertThat(RemoteAct.lastDay(to, Optional.ofNullable(removed))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 21:00, 60, true, 11, DAILY_LIMIT /to*", // W58
        "09:00, 18:00, 60, true, 8, -",
        "09:00, 18:01, 60, true, 8, DAILY_LIMIT /to*",
        "09:00, 21:00, 60, false, 11, -", // ¶9 speaks of remote work
        "20:00, 05:00, 60, true, 8, -",
        "00:00, 00:00, 0, true, 24, DAILY_LIMIT /to*"
    })
    void p9_theDailyLimit(
            LocalTime from, LocalTime to, int pause, boolean remote, long hours, String findings) {
        var record = new TimeRecord(LocalDate.of(2026, 2, 10), from, to, Duration.ofMinutes(pause));

        assertThat(record.worked().toHours()).isEqualTo(hours);
        assertThat(shown(record.findings(remote, WorkSettings.DEFAULTS)))
                .containsExactlyElementsOf(expected(findings));
    }

    @Test
    void aBreakIsShorterThanTheDay() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        LocalTime nine = LocalTime.of(9, 0);
        LocalTime ten = LocalTime.of(10, 0);

        assertThat(new TimeRecord(day, nine, ten, Duration.ofMinutes(59)).fits()).isTrue();
        assertThat(new TimeRecord(day, nine, ten, Duration.ofMinutes(60)).fits()).isFalse();
        assertThat(new TimeRecord(day, nine, ten, Duration.ofMinutes(-1)).fits()).isFalse();
    }

    private static RemoteAct act(List<String> row) {
        return new RemoteAct(
                RemoteAct.Kind.valueOf(row.get(1)),
                RemoteAct.Basis.valueOf(row.get(2)),
                text(row.get(3)),
                given(row.get(8)).map(RemoteWorkTest::cause),
                given(row.get(4)).stream()
                        .flatMap(cell -> Arrays.stream(cell.split(",")))
                        .map(cell -> cell.split("=", -1))
                        .map(parts -> new Worker(parts[0], given(parts[1])))
                        .toList(),
                day(row.get(5)),
                day(row.get(6)),
                text(row.get(7)),
                given(row.get(9)).map(RemoteWorkTest::remoteDays));
    }

    private static Cause cause(String cell) {
        String[] parts = cell.split(" ");
        List<LocalDate> days = Examples.days(parts[1]);
        return new Cause(
                Cause.Kind.valueOf(parts[0]), days.getFirst(), days.stream().skip(1).findFirst());
    }

    private static RemoteDays remoteDays(String cell) {
        return Character.isDigit(cell.charAt(0))
                ? new RemoteDays(Set.of(), Set.of(LocalDate.parse(cell)))
                : new RemoteDays(Set.of(DayOfWeek.valueOf(cell)), Set.of());
    }
}
