package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.bagalau.rules.calendar.WorkWeek;
import org.jspecify.annotations.Nullable;

/// A staff for tests, put together piece by piece.
public final class People {

    public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6); // Monday
    public static final Order ORDER = new Order("12-ж", LocalDate.of(2025, 1, 6), Optional.empty());

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Employee> people = new LinkedHashMap<>();
    private final List<SecondedIn> seconded = new ArrayList<>();
    private final List<Substitution> substitutions = new ArrayList<>();
    private final List<ApparatusDecision> decisions = new ArrayList<>();

    public People unit(String id, String parent, String head) {
        units.put(
                id, new Unit(id, new Title(id, id), given(parent), given(head).map(Category::new)));
        return this;
    }

    public People person(String id, Appointment... appointments) {
        return person(id, List.of(), List.of(), appointments);
    }

    public People person(
            String id,
            List<Absence> absences,
            List<Secondment> secondments,
            Appointment... appointments) {
        people.put(
                id,
                new Employee(
                        id,
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        WorkWeek.FIVE_DAYS,
                        Arrays.asList(appointments),
                        absences,
                        secondments));
        return this;
    }

    public People absent(String person, Absence.Kind kind, String from, String to) {
        return change(
                person,
                before ->
                        with(
                                before,
                                added(
                                        before.absences(),
                                        new Absence(
                                                kind, LocalDate.parse(from), LocalDate.parse(to))),
                                before.secondments()));
    }

    public People sent(String person, String body, String from, String to) {
        return change(
                person,
                before ->
                        with(
                                before,
                                before.absences(),
                                added(before.secondments(), new Secondment(body, span(from, to)))));
    }

    /// Somebody of another body who is sent here.
    public People received(Employee person, @Nullable SecondedPlace place) {
        for (Secondment secondment : person.secondments()) {
            seconded.add(
                    new SecondedIn(person, "elsewhere", secondment, Optional.ofNullable(place)));
        }
        return this;
    }

    public People substitution(Substitution.Of of, String substitute, String from, String to) {
        substitutions.add(
                new Substitution(
                        "s-" + (substitutions.size() + 1), of, substitute, span(from, to), ORDER));
        return this;
    }

    public People decision(String from, String to, String... employees) {
        decisions.add(
                new ApparatusDecision(
                        "d-" + (decisions.size() + 1),
                        Arrays.asList(employees),
                        span(from, to),
                        ORDER));
        return this;
    }

    public Staff staff() {
        return new Staff(
                "here",
                List.copyOf(units.values()),
                List.copyOf(people.values()),
                seconded,
                substitutions,
                decisions);
    }

    public Employee employee(String id) {
        Employee found = people.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id);
        }
        return found;
    }

    /// An ordinary appointment since long ago.
    public static Appointment post(String unit, String category, String manager) {
        return post(unit, category, manager, LONG_AGO.toString(), "");
    }

    public static Appointment post(
            String unit, String category, String manager, String from, String to) {
        return new Appointment(
                unit,
                new Title("қызмет", "должность"),
                given(category).map(Category::new),
                false,
                false,
                false,
                false,
                given(manager),
                Optional.empty(),
                Appointment.Kind.APPOINTED,
                span(from, to),
                Optional.empty());
    }

    public static Appointment leading(Appointment of) {
        return with(of, true, of.unitHead(), of.firstHead(), of.apparatusHead());
    }

    public static Appointment head(Appointment of) {
        return with(of, true, true, of.firstHead(), of.apparatusHead());
    }

    public static Appointment first(Appointment of) {
        return with(of, true, of.unitHead(), true, of.apparatusHead());
    }

    public static Appointment apparatus(Appointment of) {
        return with(of, true, of.unitHead(), of.firstHead(), true);
    }

    public static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), given(to).map(LocalDate::parse));
    }

    private People change(String person, UnaryOperator<Employee> change) {
        people.put(person, change.apply(employee(person)));
        return this;
    }

    private static Employee with(
            Employee before, List<Absence> absences, List<Secondment> secondments) {
        return new Employee(
                before.id(),
                before.name(),
                before.names(),
                before.email(),
                before.mobile(),
                before.week(),
                before.appointments(),
                absences,
                secondments);
    }

    private static Appointment with(
            Appointment of, boolean leading, boolean unitHead, boolean first, boolean apparatus) {
        return new Appointment(
                of.unit(),
                of.position(),
                of.category(),
                leading,
                unitHead,
                first,
                apparatus,
                of.manager(),
                of.higherManager(),
                of.kind(),
                of.span(),
                of.end());
    }

    private static <T> List<T> added(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
