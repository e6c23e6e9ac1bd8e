package kz.bagalau.exit.counts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Announcement.Unit;

/// Appendix 1, "information on the results of the exit interview": a row a structural unit, and
/// their total.
///
/// @param rows by unit, in the order of the form
/// @param over whether the year is over
public record AppendixOne(SortedMap<Unit, Counts> rows, Counts total, boolean over) {

    private static final Comparator<Unit> AS_IN_THE_FORM =
            Comparator.comparing(Unit::section).thenComparing(Unit::name);

    /// @param register the announcements of a body and year
    /// @param given who gave an interview
    public static AppendixOne of(
            List<Announcement> register, Map<String, Medium> given, boolean over) {
        SortedMap<Unit, List<Announcement>> units = new TreeMap<>(AS_IN_THE_FORM);
        register.forEach(leaver ->
                units.computeIfAbsent(leaver.leaving().unit(), unit -> new ArrayList<>())
                        .add(leaver));
        SortedMap<Unit, Counts> rows = new TreeMap<>(AS_IN_THE_FORM);
        units.forEach((unit, leavers) -> {
            Counts counts = Counts.of(leavers, given);
            if (counts.dismissed() > 0) {
                rows.put(unit, counts);
            }
        });
        return new AppendixOne(rows, Counts.of(register, given), over);
    }
}
