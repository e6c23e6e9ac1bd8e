package kz.bagalau.rules.worktime;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The working times of persons and units, each from a day on.
public final class Schedule {

    private final Map<String, NavigableMap<LocalDate, WorkTime>> times = new HashMap<>();

    /// Whoever has an entry of their own follows it, whatever their unit does.
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
        return on(person.id(), day).or(() -> on(person.unit(), day));
    }

    private Optional<WorkTime> on(String whom, LocalDate day) {
        NavigableMap<LocalDate, WorkTime> own = times.get(whom);
        return own == null
                ? Optional.empty()
                : Optional.ofNullable(own.floorEntry(day)).map(Map.Entry::getValue);
    }
}
