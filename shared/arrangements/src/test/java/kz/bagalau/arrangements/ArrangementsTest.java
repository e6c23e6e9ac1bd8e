package kz.bagalau.arrangements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.RemoteDays;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.ScheduleDay;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ArrangementsTest {

    private static final String BODY = "min-digital";
    private static final Caller HR = new Caller("h1", Set.of(Role.HR), Optional.of(BODY));
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-02T06:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate MONDAY = LocalDate.of(2026, 2, 2);

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Table table = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));
    private final DynamoArrangements arrangements =
            new DynamoArrangements(table, Clock.systemUTC());
    private final DynamoRegimes regimes = new DynamoRegimes(table, CLOCK);

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Arrangement all =
                Arrangement.none("e-" + UUID.randomUUID())
                        .with("a1", flexible("1", "2026-01-05", "2026-03-31"))
                        .with(
                                "a2",
                                new RemoteTerm(
                                        term("2", "2026-02-01", "2026-02-28"),
                                        RemoteAct.Kind.COMBINED,
                                        Optional.of(
                                                new RemoteDays(
                                                        Set.of(MONDAY.getDayOfWeek()),
                                                        Set.of(MONDAY.plusDays(1))))))
                        .with(
                                "a2",
                                "r1",
                                Optional.of(
                                        new RecallTerm(
                                                "r1", MONDAY, Optional.of(MONDAY.plusDays(3)))));

        assertThat(write(all)).isPresent();

        assertThat(arrangements.of(BODY, all.employee())).isEqualTo(all);
        assertThat(arrangements.all(BODY)).contains(all);
        assertThat(arrangements.of("another", all.employee()))
                .isEqualTo(Arrangement.none(all.employee()));
    }

    @Test
    void ofTwoWritersWhoHaveSeenTheSame_oneIsRefusedWithEverythingOfTheChange() throws Exception {
        String employee = "e-" + UUID.randomUUID();
        var seen = arrangements.see(BODY, List.of(employee));
        Document one = document();
        Document other = document();
        List<Callable<Optional<Written>>> both =
                List.of(
                        () ->
                                arrangements.perform(
                                        List.of(opening(one)),
                                        seen,
                                        List.of(
                                                seen.of(employee)
                                                        .with(
                                                                "a1",
                                                                flexible(
                                                                        "1",
                                                                        "2026-02-02",
                                                                        "2026-02-27"))),
                                        Optional.empty()),
                        () ->
                                arrangements.perform(
                                        List.of(opening(other)),
                                        seen,
                                        List.of(
                                                seen.of(employee)
                                                        .with(
                                                                "a2",
                                                                flexible(
                                                                        "2",
                                                                        "2026-02-27",
                                                                        "2026-03-27"))),
                                        Optional.empty()));

        List<Optional<Written>> written;
        try (var pool = Executors.newFixedThreadPool(2)) {
            written = pool.invokeAll(both).stream().map(Future::resultNow).toList();
        }

        assertThat(written.stream().filter(Optional::isPresent)).hasSize(1);
        DynamoCases cases = new DynamoCases(table);
        assertThat(cases.find(one.reference()).isPresent())
                .isNotEqualTo(cases.find(other.reference()).isPresent());
        assertThat(arrangements.of(BODY, employee).flexible()).hasSize(1);
    }

    @Test
    void aSecondActOnTheLastDayOfTheFirstIsUnsound_theDayAfterIsNot() {
        Arrangement first =
                Arrangement.none("e1").with("a1", flexible("1", "2026-02-02", "2026-02-27"));

        assertThat(first.with("a2", flexible("2", "2026-02-27", "2026-03-27")).isSound()).isFalse();
        assertThat(first.with("a2", flexible("2", "2026-02-28", "2026-03-27")).isSound()).isTrue();
        assertThat(first.with("a1", flexible("1", "2026-02-02", "2026-03-27")).isSound()).isTrue();
        // An annulled act never held.
        assertThat(first.with("a2", flexible("2", "2026-02-27", "2026-02-26")).isSound()).isTrue();
    }

    @Test
    void aPersonsScheduleIsMadeOfEverythingThatIsStored() {
        String body = "body-" + UUID.randomUUID();
        regimes.put(
                body,
                new WorkRules(
                        Optional.empty(),
                        LocalDate.of(2026, 1, 1),
                        Optional.empty(),
                        new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 30)),
                        Set.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        "rules 1"),
                OptionalLong.of(0),
                HR);
        regimes.put(
                body,
                "e1",
                new RegulatedHours("item 12", MONDAY, Optional.of(MONDAY)),
                OptionalLong.of(0),
                HR);
        write(body, Arrangement.none("e1").with("a1", flexible("7", "2026-02-02", "2026-02-03")));
        var schedules =
                new PersonalSchedules(
                        regimes,
                        arrangements,
                        new DynamoStaffs(table, CLOCK),
                        WorkingCalendar::published);

        for (PersonalSchedule schedule :
                List.of(schedules.of(body, "e1"), schedules.ofBody(body).of("e1"))) {
            assertThat(schedule.days(MONDAY, MONDAY.plusDays(2)))
                    .extracting(day -> day.hours().orElseThrow().end())
                    .containsExactly(
                            LocalTime.of(20, 30), LocalTime.of(20, 30), LocalTime.of(18, 30));
            assertThat(schedule.on(MONDAY).because())
                    .extracting(reason -> reason.kind() + " " + reason.act())
                    .containsExactly("RULES rules 1", "REGULATED_HOURS item 12", "FLEXIBLE 7");
            assertThat(schedule.on(MONDAY).place()).isEqualTo(ScheduleDay.Place.SITE);
        }
        assertThat(schedules.ofBody(body).of("e2").on(MONDAY).because())
                .extracting(ScheduleDay.Reason::act)
                .containsExactly("rules 1");
    }

    private Optional<Written> write(Arrangement next) {
        return write(BODY, next);
    }

    private Optional<Written> write(String body, Arrangement next) {
        return arrangements.perform(
                List.of(opening(document())),
                arrangements.see(body, List.of(next.employee())),
                List.of(next),
                Optional.empty());
    }

    private static FlexibleTerm flexible(String number, String from, String to) {
        return new FlexibleTerm(
                term(number, from, to), new DayHours(LocalTime.of(11, 0), LocalTime.of(20, 30)));
    }

    private static Term term(String number, String from, String to) {
        return new Term(number, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Document document() {
        return new Document(
                new Reference("test-act", UUID.randomUUID().toString()),
                "flexible-time",
                BODY,
                "2026",
                Set.of(),
                "ACTIVE",
                1,
                Json.object());
    }

    private static Change opening(Document first) {
        return new Change(first, new Act("set", "d1", CLOCK.instant(), Json.object()), List.of());
    }
}
