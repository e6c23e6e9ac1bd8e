package kz.bagalau.rules.worktime;

import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.Control;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.RemoteDays;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.ScheduleDay;
import kz.bagalau.rules.workmode.ScheduleDay.Reason;
import kz.bagalau.rules.workmode.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schedule that a person is shown and the working times by which their overtime is counted
/// (docs/law/working-time.md §10): on any day, whatever acts, rules and units there are, the same.
class SameTimesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 16);
    private static final int DAYS = 50; // over Women's Day and Nauryz
    private static final int PEOPLE = 10;
    private static final List<String> UNITS = List.of("department", "division", "group", "other");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {2, 7, 18, 28, 45})
    void everyDayOfEverybody(long seed) {
        random.setSeed(seed);
        int days = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = new Person("card", any(UNITS), Scope.CENTRAL, "e1");
            List<FlexibleTerm> flexible = terms(4).stream().map(this::flexible).toList();
            List<WorkRules> rules = rules();
            PersonalSchedule shown = shown(staff(person.unit()), flexible, rules);
            Schedule counted = new Schedule(times(flexible), rules);

            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                ScheduleDay one = shown.on(day);
                assertThat(one.working()).as("%s", day).isEqualTo(CALENDAR.isWorking(day));
                if (one.working()) {
                    compare(one, counted, person);
                    days++;
                }
            }
        }
        assertThat(days).isGreaterThan(300);
    }

    private static void compare(ScheduleDay shown, Schedule counted, Person person) {
        LocalDate day = shown.date();
        assertThat(shown.hours().map(DayHours::time))
                .as("%s %s %s", person.unit(), day, shown.because())
                .isEqualTo(counted.of(person, day));
        assertThat(shown.because(Reason.Kind.FLEXIBLE).map(Reason::act))
                .as("%s", day)
                .isEqualTo(counted.act(person.employee(), day).map(PersonalTimes::act));
    }

    /// The directory: a group in a division in a department, and a unit beside them.
    private static Staff staff(String unit) {
        return new People()
                .unit("department", "", "D-1")
                .unit("division", "department", "D-3")
                .unit("group", "division", "D-3")
                .unit("other", "", "D-3")
                .person("e1", post(unit, "D-5", ""))
                .staff();
    }

    private PersonalSchedule shown(
            Staff staff, List<FlexibleTerm> flexible, List<WorkRules> rules) {
        Set<LocalDate> away = Set.copyOf(FIRST.datesUntil(FIRST.plusDays(10)).toList());
        return new PersonalSchedule(
                CALENDAR,
                rules,
                day -> Control.unit(staff, "e1", day),
                List.of(
                        new RegulatedHours(
                                "regulations",
                                FIRST.plusDays(random.nextInt(DAYS)),
                                Optional.empty())),
                flexible,
                terms(3).stream().map(this::remote).toList(),
                List.of(
                        new RecallTerm(
                                "r", FIRST.plusDays(random.nextInt(DAYS)), Optional.empty())),
                day -> away.contains(day) ? Optional.of("SICK") : Optional.empty());
    }

    /// As an act of flexible time gives them.
    private static List<PersonalTimes> times(List<FlexibleTerm> flexible) {
        return flexible.stream()
                .map(one ->
                        new PersonalTimes(
                                "e1",
                                one.term().from(),
                                one.term().lastDay(),
                                one.hours().time(),
                                one.term().act()))
                .toList();
    }

    private List<WorkRules> rules() {
        List<WorkRules> rules = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            rules.add(rules(Optional.empty(), FIRST.minusDays(100), Optional.empty()));
        }
        for (String unit : UNITS) {
            for (Term term : terms(2)) {
                rules.add(
                        rules(
                                Optional.of(unit),
                                term.from(),
                                Optional.of(term.lastDay()).filter(_ -> random.nextBoolean())));
            }
        }
        return rules;
    }

    private WorkRules rules(Optional<String> unit, LocalDate from, Optional<LocalDate> to) {
        return new WorkRules(
                unit,
                from,
                to,
                hours(),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                "order");
    }

    private FlexibleTerm flexible(Term term) {
        return new FlexibleTerm(term, hours());
    }

    private RemoteTerm remote(Term term) {
        return random.nextBoolean()
                ? new RemoteTerm(term, RemoteAct.Kind.REMOTE, Optional.empty())
                : new RemoteTerm(
                        term,
                        RemoteAct.Kind.COMBINED,
                        Optional.of(new RemoteDays(Set.of(DayOfWeek.TUESDAY), Set.of())));
    }

    /// Terms that follow one another, with gaps or without.
    private List<Term> terms(int most) {
        List<Term> terms = new ArrayList<>();
        LocalDate from = FIRST.plusDays(random.nextInt(12) - 6L);
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            LocalDate last = from.plusDays(random.nextInt(20));
            terms.add(new Term("act " + i, from, last));
            from = last.plusDays(1L + random.nextInt(4));
        }
        return terms;
    }

    /// Any hours, those of night shifts and of whole days among them.
    private DayHours hours() {
        return new DayHours(
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                LocalTime.of(random.nextInt(24), random.nextInt(60)));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
