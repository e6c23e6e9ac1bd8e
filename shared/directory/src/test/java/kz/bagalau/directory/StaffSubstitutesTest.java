package kz.bagalau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No. 245, ¶3: whoever is absent is represented by the substitute.
class StaffSubstitutesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static final Staffs STAFFS =
            new Staffs() {
                @Override
                public StaffRecords of(String body) {
                    return records(body);
                }

                @Override
                public Written put(StaffRecords seen, StaffChange change, Caller by) {
                    throw new UnsupportedOperationException();
                }
            };

    @ParameterizedTest
    @CsvSource({
        // absent 9 to 20 March; represented from 9 to 18 March, both days included
        "person:chief, 2026-03-08, person:chief",
        "person:chief, 2026-03-09, person:deputy",
        "person:chief, 2026-03-18, person:deputy",
        "person:chief, 2026-03-19, person:chief",
        // present on a day of the order
        "person:worker, 2026-03-12, person:worker",
        // has left on 10 March
        "person:left, 2026-03-10, person:left",
        "person:left, 2026-03-11, person:deputy",
        "person:nobody, 2026-03-12, person:nobody",
        "hr:min-digital, 2026-03-12, hr:min-digital",
        "authority:agency, 2026-03-12, authority:agency"
    })
    void whoIsAway_isRepresentedOnTheDaysOfTheOrder(String owner, LocalDate day, String acting) {
        assertThat(
                        new StaffSubstitutes(STAFFS)
                                .of("min-digital", day)
                                .actingFor(new Party(owner))
                                .name())
                .isEqualTo(acting);
    }

    private static StaffRecords records(String body) {
        return new StaffRecords(
                body,
                1,
                new TreeMap<>(),
                editions(
                        List.of(
                                person("chief", Optional.empty(), away()),
                                person("deputy", Optional.empty(), List.of()),
                                person("worker", Optional.empty(), List.of()),
                                person("left", Optional.of(LocalDate.of(2026, 3, 10)), List.of())),
                        Employee::id),
                new TreeMap<>(),
                new TreeMap<>(),
                editions(
                        List.of(
                                substitution("s1", "chief"),
                                substitution("s2", "worker"),
                                substitution("s3", "left")),
                        Substitution::id),
                new TreeMap<>());
    }

    private static <T> SortedMap<String, Edition<T>> editions(
            List<T> values, Function<T, String> id) {
        SortedMap<String, Edition<T>> editions = new TreeMap<>();
        values.forEach(value -> editions.put(id.apply(value), new Edition<>(value, 1)));
        return editions;
    }

    private static List<Absence> away() {
        return List.of(
                new Absence(
                        Absence.Kind.LABOUR_LEAVE,
                        LocalDate.of(2026, 3, 9),
                        LocalDate.of(2026, 3, 20)));
    }

    private static Employee person(String id, Optional<LocalDate> last, List<Absence> absences) {
        return new Employee(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                List.of(
                        new Appointment(
                                "top",
                                new Title("А", "Б"),
                                Optional.empty(),
                                false,
                                false,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Appointment.Kind.APPOINTED,
                                new Span(NEW_YEAR, last),
                                Optional.empty())),
                absences,
                List.of());
    }

    private static Substitution substitution(String id, String absent) {
        return new Substitution(
                id,
                new Substitution.Absent(absent),
                "deputy",
                Span.of(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 18)),
                new Order("15", NEW_YEAR, Optional.empty()));
    }
}
