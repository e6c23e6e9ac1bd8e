package kz.bagalau.arrangements;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.arrangements.Arrangement.Held;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Staffs;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.Control;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.worktime.WorkRules;

/// The schedule of a person as everything that is stored makes it.
public final class PersonalSchedules {

    private final Regimes regimes;
    private final Arrangements arrangements;
    private final Staffs staffs;
    private final Supplier<WorkingCalendar> calendar;

    public PersonalSchedules(
            Regimes regimes,
            Arrangements arrangements,
            Staffs staffs,
            Supplier<WorkingCalendar> calendar) {
        this.regimes = regimes;
        this.arrangements = arrangements;
        this.staffs = staffs;
        this.calendar = calendar;
    }

    /// The schedules of this runtime's `RECORDS_TABLE`.
    public static PersonalSchedules fromEnvironment() {
        return new PersonalSchedules(
                DynamoRegimes.fromEnvironment(),
                DynamoArrangements.fromEnvironment(),
                DynamoStaffs.fromEnvironment(),
                DynamoCalendars.fromEnvironment()::current);
    }

    /// One person's, whether or not the body's staff names them: it is then that of the body's
    /// rules.
    public PersonalSchedule of(String body, String employee) {
        return schedule(
                employee,
                arrangements.of(body, employee),
                regimes.regulatedHours(body, employee).stream().map(Edition::value).toList(),
                read(body),
                staff(body));
    }

    /// Those of one body, for which everything common is read once.
    public OfBody ofBody(String body) {
        return new OfBody(body);
    }

    /// The schedules of one body as they stood when it was made.
    public final class OfBody {

        private final List<WorkRules> rules;
        private final Map<String, RegulatedHours> regulated;
        private final Staff staff;
        private final Map<String, Arrangement> standing = new HashMap<>();

        private OfBody(String body) {
            this.rules = read(body);
            this.regulated = regimes.regulatedHours(body);
            this.staff = PersonalSchedules.this.staff(body);
            arrangements.all(body).forEach(one -> standing.put(one.employee(), one));
        }

        public Staff staff() {
            return staff;
        }

        public PersonalSchedule of(String employee) {
            return schedule(
                    employee,
                    standing.getOrDefault(employee, Arrangement.none(employee)),
                    Optional.ofNullable(regulated.get(employee)).stream().toList(),
                    rules,
                    staff);
        }
    }

    private PersonalSchedule schedule(
            String employee,
            Arrangement standing,
            List<RegulatedHours> regulated,
            List<WorkRules> rules,
            Staff staff) {
        Map<LocalDate, Optional<String>> units = new HashMap<>();
        return new PersonalSchedule(
                calendar.get(),
                rules,
                day -> units.computeIfAbsent(day, on -> Control.unit(staff, employee, on)),
                regulated,
                terms(standing.flexible()),
                terms(standing.remote()),
                standing.recallsInForce(),
                day -> Control.absence(staff, employee, day));
    }

    private List<WorkRules> read(String body) {
        return regimes.rules(body).stream().map(Edition::value).toList();
    }

    private Staff staff(String body) {
        return staffs.of(body).staff();
    }

    private static <T> List<T> terms(List<Held<T>> held) {
        return held.stream().map(Held::term).toList();
    }
}
