package kz.bagalau.reports.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;

/// The assessment schedule of a year: which form about which period is due when.
///
/// @param basis the order that sets it
/// @param closes the last day on which files about this year are taken; empty where there is none
/// @param items in the order of days
public record Schedule(int year, String basis, Optional<LocalDate> closes, List<Item> items) {

    /// ¶2(28): what comes later than `due` is untimely. It is the day the schedule sets, whether or
    /// not people work on it.
    public record Item(ReportForm form, ReportPeriod period, LocalDate due) {}

    public Schedule {
        items =
                items.stream()
                        .sorted(
                                Comparator.comparing(Item::due)
                                        .thenComparing(Item::form)
                                        .thenComparing(Item::period))
                        .toList();
    }

    public Optional<Item> find(ReportForm form, ReportPeriod period) {
        return items.stream()
                .filter(item -> item.form() == form && item.period().equals(period))
                .findFirst();
    }

    /// Whether files about this year are no longer taken on this day.
    public boolean closed(LocalDate day) {
        return closes.filter(day::isAfter).isPresent();
    }
}
