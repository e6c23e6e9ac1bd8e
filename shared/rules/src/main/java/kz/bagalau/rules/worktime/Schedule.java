package kz.bagalau.rules.worktime;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

// DOUBT: ¶40.1 speaks of "the working day", read as the person's own where an act of flexible time
// fixes it, because the act fixes that person's working time (No. 120, ¶17(3)).
/// The working times of persons and units. Asked in this order: the act of flexible time, the
/// file's row of the person, the file's row of the unit, the internal work rules of the unit, those
/// of the body.
public final class Schedule {

    private final Map<String, NavigableMap<LocalDate, WorkTime>> times = new HashMap<>();
    private final Map<String, List<PersonalTimes>> acts = new HashMap<>();
    private final List<WorkRules> rules;

    /// Of a body that has entered no work rules.
    public Schedule() {
        this(List.of(), List.of());
    }

    /// Throws where two acts hold for one person on one day.
    public Schedule(List<PersonalTimes> acts, List<WorkRules> rules) {
        this.rules = List.copyOf(rules);
        acts.forEach(this::put);
    }

    private void put(PersonalTimes act) {
        List<PersonalTimes> own = acts.computeIfAbsent(act.employee(), _ -> new ArrayList<>());
        own.stream()
                .filter(other ->
                        !act.from().isAfter(other.to()) && !act.to().isBefore(other.from()))
                .findAny()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "acts %s and %s hold on one day".formatted(other.act(), act.act()));
                });
        own.add(act);
    }

    /// A row of the file, which holds from a day on. Whoever has an entry of their own follows it,
    /// whatever their unit does.
    ///
    /// @param whom a person or a unit
    /// @return false where another working time stands from the same day
    public boolean put(String whom, LocalDate validFrom, WorkTime time) {
        WorkTime standing =
                times.computeIfAbsent(whom, _ -> new TreeMap<>()).putIfAbsent(validFrom, time);
        return standing == null || standing.equals(time);
    }

    /// The working time of a person on a working day; empty where nobody gave one.
    public Optional<WorkTime> of(Person person, LocalDate day) {
        return act(person.employee(), day)
                .map(PersonalTimes::time)
                .or(() -> row(person.id(), day))
                .or(() -> row(person.unit(), day))
                .or(() ->
                        WorkRules.of(rules, Optional.of(person.unit()), day)
                                .map(one -> one.hours().time()));
    }

    /// The act of flexible time that holds for an employee on a day.
    public Optional<PersonalTimes> act(String employee, LocalDate day) {
        return acts.getOrDefault(employee, List.of()).stream()
                .filter(act -> act.on(day))
                .findFirst();
    }

    /// The same working time on days that follow one another.
    ///
    /// @param to the last day
    /// @param act the number of the act that fixes it; empty where no act does
    public record Stretch(LocalDate from, LocalDate to, WorkTime time, Optional<String> act) {

        private boolean goesOn(Stretch next) {
            return next.from.equals(to.plusDays(1))
                    && next.time.equals(time)
                    && next.act.equals(act);
        }
    }

    /// The working times of a person in a month, those of the working days and of the days between
    /// them, without days for which nobody gave one.
    public List<Stretch> of(Person person, YearMonth month) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day = month.atDay(1);
                !day.isAfter(month.atEndOfMonth());
                day = day.plusDays(1)) {
            Optional<WorkTime> time = of(person, day);
            if (time.isEmpty()) {
                continue;
            }
            Optional<String> act = act(person.employee(), day).map(PersonalTimes::act);
            Stretch next = new Stretch(day, day, time.get(), act);
            if (!stretches.isEmpty() && stretches.getLast().goesOn(next)) {
                Stretch last = stretches.removeLast();
                next = new Stretch(last.from(), day, time.get(), act);
            }
            stretches.add(next);
        }
        return stretches;
    }

    /// The employees for whom acts of flexible time hold on a day of a month.
    public SortedSet<String> underActs(YearMonth month) {
        SortedSet<String> employees = new TreeSet<>();
        acts.forEach((employee, own) -> {
            if (own.stream()
                    .anyMatch(act ->
                            !act.from().isAfter(month.atEndOfMonth())
                                    && !act.to().isBefore(month.atDay(1)))) {
                employees.add(employee);
            }
        });
        return employees;
    }

    boolean actsFor(String employee) {
        return acts.containsKey(employee);
    }

    private Optional<WorkTime> row(String whom, LocalDate day) {
        NavigableMap<LocalDate, WorkTime> own = times.get(whom);
        return own == null
                ? Optional.empty()
                : Optional.ofNullable(own.floorEntry(day)).map(Map.Entry::getValue);
    }
}
