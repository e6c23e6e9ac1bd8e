package kz.bagalau.rules.monitoring;

import static kz.bagalau.rules.workmode.Examples.day;
import static kz.bagalau.rules.workmode.Examples.given;
import static kz.bagalau.rules.workmode.Examples.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.VisitPlan.Item;
import kz.bagalau.rules.monitoring.VisitPlan.ItemState;
import kz.bagalau.rules.monitoring.VisitPlan.QuarterStand;
import kz.bagalau.rules.monitoring.VisitPlan.Visited;
import kz.bagalau.rules.workmode.Examples;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSetting.VisitsScope;
import kz.bagalau.rules.workmode.WorkSettings;
import kz.bagalau.rules.worktime.WorkRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {

    private static final String RULES = "09:00-18:30 13:00-14:30";

    static Stream<Arguments> presences() {
        return Examples.rows(MonitoringTest.class, "presence-examples.csv", 7);
    }

    static Stream<Arguments> recipients() {
        return Examples.rows(MonitoringTest.class, "recipient-examples.csv", 5);
    }

    static Stream<Arguments> plans() {
        return Examples.rows(MonitoringTest.class, "plan-examples.csv", 6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("presences")
    void p14_presence(List<String> row) {
        PresenceFact fact =
                PresenceFact.of(
                        schedule(given(row.get(2)).orElse(RULES), given(row.get(3))),
                        LocalDateTime.parse(row.get(1)),
                        WorkSettings.DEFAULTS);

        switch (fact) {
            case PresenceFact.Inside _ -> assertThat(row.get(4)).isEqualTo("INSIDE");
            case PresenceFact.Outside outside -> {
                assertThat(outside.when().name()).isEqualTo(row.get(4));
                assertThat(outside.minutes()).isEqualTo(given(row.get(5)).map(Long::parseLong));
                assertThat(outside.source().kind().name()).isEqualTo(row.get(6));
            }
            case PresenceFact.NoSchedule _ -> throw new AssertionError("there are rules");
        }
    }

    @Test
    void p14_theBreakIsOutsideWhereTheSettingSaysSo() {
        WorkSettings atBreak = WorkSettings.DEFAULTS.with(WorkSetting.PRESENCE_AT_BREAK, true);
        PersonalSchedule schedule = schedule(RULES, Optional.empty());

        assertThat(PresenceFact.of(schedule, LocalDateTime.parse("2026-02-10T13:30"), atBreak))
                .isInstanceOfSatisfying(
                        PresenceFact.Outside.class,
                        outside -> {
                            assertThat(outside.when()).isEqualTo(PresenceFact.When.AT_BREAK);
                            assertThat(outside.minutes()).isEmpty();
                        });
        assertThat(PresenceFact.of(schedule, LocalDateTime.parse("2026-02-10T14:30"), atBreak))
                .isInstanceOf(PresenceFact.Inside.class);
    }

    @Test
    void p14_withoutWorkRulesThereIsNothingToCompareWith() {
        PersonalSchedule none =
                new PersonalSchedule(
                        WorkingCalendar.published(),
                        List.of(),
                        _ -> Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        _ -> Optional.empty());

        assertThat(
                        PresenceFact.of(
                                none,
                                LocalDateTime.parse("2026-02-10T19:40"),
                                WorkSettings.DEFAULTS))
                .isInstanceOf(PresenceFact.NoSchedule.class);
        assertThat(
                        PresenceFact.of(
                                none,
                                LocalDateTime.parse("2026-02-14T19:40"),
                                WorkSettings.DEFAULTS))
                .isInstanceOf(PresenceFact.Outside.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipients")
    void p8_recipients(List<String> row) {
        Recipient recipient =
                Recipient.of(
                        ReportingBody.valueOf(row.get(1)),
                        given(row.get(2)),
                        given(row.get(3))
                                .map(to ->
                                        new Recipient.Entered(
                                                Optional.of(to)
                                                        .filter(one -> !one.equals("agency")),
                                                "letter 5")));

        String shown =
                switch (recipient) {
                    case Recipient.AuthorisedBody(var basis) ->
                            "authorised body" + basis.map(_ -> " (basis)").orElse("");
                    case Recipient.Subdivision(var territory, var basis) ->
                            territory + basis.map(_ -> " (basis)").orElse("");
                    case Recipient.Nobody() -> "nobody";
                };
        assertThat(shown).isEqualTo(row.get(4));
    }

    @Test
    void p8_aRecipientIsNotEnteredWithoutABasis() {
        assertThatThrownBy(() -> new Recipient.Entered(Optional.empty(), " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void p9_p10_plans(List<String> row) {
        VisitPlan plan =
                new VisitPlan(
                        LocalDate.parse(row.get(1)),
                        LocalDate.parse(row.get(2)),
                        given(row.get(4)).stream()
                                .flatMap(cell -> Arrays.stream(cell.split(", ")))
                                .map(MonitoringTest::item)
                                .toList());

        assertThat(
                        Stream.concat(
                                        plan.mistakes().stream(),
                                        plan.missing(VisitsScope.valueOf(row.get(3))).stream())
                                .map(mistake ->
                                        mistake.kind()
                                                + " "
                                                + mistake.place()
                                                + " "
                                                + mistake.detail()))
                .containsExactlyElementsOf(
                        given(row.get(5)).stream()
                                .flatMap(cell -> Arrays.stream(cell.split(", ")))
                                .toList());
    }

    @Test
    void p9_aQuarterIsMetByAnyVisitThatIsDoneInIt() {
        VisitPlan plan =
                new VisitPlan(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 6, 30),
                        List.of(item("a/2026-Q1"), item("b/2026-Q1"), item("a/2026-Q2")));
        List<Visited> visits =
                List.of(
                        new Visited("b", LocalDate.of(2026, 3, 31), true),
                        new Visited("a", LocalDate.of(2026, 4, 1), false));
        Quarter first = new Quarter(2026, 1);
        Quarter second = new Quarter(2026, 2);

        assertThat(plan.stands(VisitsScope.AUTHORITY, visits))
                .containsExactly(
                        new QuarterStand(first, Optional.empty(), 2, 1, true),
                        new QuarterStand(second, Optional.empty(), 1, 0, false));
        assertThat(plan.stands(VisitsScope.STATE_BODY, visits))
                .containsExactly(
                        new QuarterStand(first, Optional.of("a"), 1, 0, false),
                        new QuarterStand(first, Optional.of("b"), 1, 1, true),
                        new QuarterStand(second, Optional.of("a"), 1, 0, false),
                        new QuarterStand(second, Optional.of("b"), 0, 0, false));
    }

    @Test
    void p9_anItemIsMissedWhenItsQuarterIsOver() {
        Item item = item("a/2026-Q1");

        assertThat(VisitPlan.state(item, false, LocalDate.of(2026, 3, 31)))
                .isEqualTo(ItemState.PLANNED);
        assertThat(VisitPlan.state(item, false, LocalDate.of(2026, 4, 1)))
                .isEqualTo(ItemState.MISSED);
        assertThat(VisitPlan.state(item, true, LocalDate.of(2026, 4, 1))).isEqualTo(ItemState.DONE);
    }

    @Test
    void p11_atMostTwoUnscheduledVisits_andACancelledOneGivesItsNumberBack() {
        assertThat(new UnscheduledVisits(Set.of()).next()).hasValue(1);
        assertThat(new UnscheduledVisits(Set.of(1)).next()).hasValue(2);
        assertThat(new UnscheduledVisits(Set.of(1, 2)).next()).isEmpty(); // V9
        assertThat(new UnscheduledVisits(Set.of(2)).next()).hasValue(1);
        assertThat(new UnscheduledVisits(Set.of(2)).left()).isEqualTo(1);
        assertThat(new UnscheduledVisits(Set.of(1, 2)).left()).isZero();
        assertThat(UnscheduledVisits.citation().paragraph()).isEqualTo("¶11");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 2026-01-01, 2026-03-31, 2026-04-10",
        "2026-Q4, 2026-10-01, 2026-12-31, 2027-01-10"
    })
    void p8_aQuarterAndItsReport(String text, LocalDate from, LocalDate last, LocalDate due) {
        Quarter quarter = Quarter.read(text).orElseThrow();

        assertThat(quarter).hasToString(text);
        assertThat(quarter.first()).isEqualTo(from);
        assertThat(quarter.last()).isEqualTo(last);
        assertThat(quarter.contains(from)).isTrue();
        assertThat(quarter.contains(from.minusDays(1))).isFalse();
        assertThat(quarter.contains(last.plusDays(1))).isFalse();
        assertThat(quarter).isLessThan(quarter.next());
        assertThat(quarter.reportDue(OptionalInt.of(10))).contains(due);
        assertThat(quarter.reportDue(OptionalInt.empty())).isEmpty(); // W-03
        assertThat(Quarter.read("2026-Q5")).isEmpty();
        assertThat(Quarter.read("2026Q1")).isEmpty();
    }

    @Test
    void p14_eachOfficialSignsTheSameText() {
        Signatures none = new Signatures(Set.of("i1", "i2"), Map.of());

        assertThat(none.by("i3", "t", "t")).isEqualTo(new Signatures.NotOfficial());
        assertThat(none.by("i1", "old", "t")).isEqualTo(new Signatures.OtherText("t"));
        var first = ((Signatures.Signed) none.by("i1", "t", "t")).signatures();
        assertThat(first.complete("t")).isFalse();
        assertThat(first.due("t")).containsExactly("i2");
        assertThat(first.by("i1", "t", "t")).isEqualTo(new Signatures.Again());
        var both = ((Signatures.Signed) first.by("i2", "t", "t")).signatures();
        assertThat(both.complete("t")).isTrue();
        assertThat(both.complete("changed")).isFalse();
    }

    private static Item item(String cell) {
        String[] parts = cell.split("/");
        return new Item(
                parts[0],
                Quarter.read(parts[1]).orElseThrow(),
                Arrays.stream(parts).skip(2).findFirst().map(YearMonth::parse));
    }

    private static PersonalSchedule schedule(String rules, Optional<String> flexible) {
        LocalDate from = day("2024-01-01").orElseThrow();
        LocalDate to = day("2026-12-31").orElseThrow();
        return new PersonalSchedule(
                WorkingCalendar.published(),
                List.of(
                        new WorkRules(
                                Optional.empty(),
                                from,
                                Optional.empty(),
                                hours(rules),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                "order 1")),
                _ -> Optional.empty(),
                List.of(),
                flexible
                        .map(cell -> new FlexibleTerm(new Term("7", from, to), hours(cell)))
                        .stream()
                        .toList(),
                List.of(),
                List.of(),
                _ -> Optional.empty());
    }
}
