package kz.bagalau.arrangements;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Written;

/// What stands for the employees of bodies. A body's arrangements lie on a fixed number of shelves,
/// so that an act of however many employees is written in one transaction.
public interface Arrangements {

    int SHELVES = 32;

    /// What lies on one shelf.
    ///
    /// @param version 0 where nothing was ever put there
    /// @param people by employee
    record Shelf(long version, Map<String, Arrangement> people) {

        public Shelf {
            people = Map.copyOf(people);
        }
    }

    /// What was read for some employees; a change is held to it.
    ///
    /// @param shelves those of the employees, by number
    record Sight(String body, Map<Integer, Shelf> shelves) {

        public Sight {
            shelves = Map.copyOf(shelves);
        }

        /// One of the employees for whom it was read.
        public Arrangement of(String employee) {
            return shelf(shelfOf(employee))
                    .people()
                    .getOrDefault(employee, Arrangement.none(employee));
        }

        /// One of the shelves that were read.
        public Shelf shelf(int number) {
            Shelf shelf = shelves.get(number);
            if (shelf == null) {
                throw new IllegalArgumentException("not looked at: shelf " + number);
            }
            return shelf;
        }
    }

    /// The shelf of an employee: the same on every machine.
    static int shelfOf(String employee) {
        return Math.floorMod(employee.hashCode(), SHELVES);
    }

    Sight see(String body, Collection<String> employees);

    default Arrangement of(String body, String employee) {
        return see(body, List.of(employee)).of(employee);
    }

    /// Everybody of a body for whom something stands or once stood.
    List<Arrangement> all(String body);

    /// Writes documents and what follows from them for people, all together or nothing.
    ///
    /// @param seen what the change was decided on
    /// @param next of employees among them
    /// @param fixed where the first document is an act of flexible time
    /// @return what became of the first change; empty where something else was written meanwhile
    Optional<Written> perform(
            List<Change> changes,
            Sight seen,
            Collection<Arrangement> next,
            Optional<FixedTimes> fixed);
}
