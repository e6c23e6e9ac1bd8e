package kz.bagalau.reports.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.facts.Fact;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;

/// What stands of a form in a year: of each period the newest file that was accepted, and what it
/// says.
///
/// @param version how often it has changed
public record Standing(
        String body,
        int year,
        ReportForm form,
        long version,
        SortedMap<ReportPeriod, Accepted> periods) {

    /// @param order see [Report#order]
    /// @param first when the first accepted file about this period came: what corrects it later is
    ///   not untimely
    /// @param values what the file says
    public record Accepted(ReportId report, String order, Instant first, List<Fact> values) {}

    public static Standing none(String body, int year, ReportForm form) {
        return new Standing(body, year, form, 0, new TreeMap<>());
    }

    public Optional<Accepted> of(ReportPeriod period) {
        return Optional.ofNullable(periods.get(period));
    }

    /// With this accepted report. What came later stays, whichever was read first.
    public Standing with(Report report, Report.Receipt receipt, List<Fact> values) {
        ReportPeriod period = report.obligation().period();
        String order = report.order(receipt.at());
        Accepted accepted = new Accepted(report.id(), order, receipt.at(), values);
        Accepted before = of(period).orElse(accepted);
        Accepted last = before.order().compareTo(order) > 0 ? before : accepted;
        SortedMap<ReportPeriod, Accepted> next = new TreeMap<>(periods);
        next.put(
                period,
                new Accepted(
                        last.report(),
                        last.order(),
                        before.first().isBefore(receipt.at()) ? before.first() : receipt.at(),
                        last.values()));
        return new Standing(body, year, form, version + 1, next);
    }

    /// Whether this report's file is the one that stands.
    public boolean holds(Report report) {
        return of(report.obligation().period())
                .filter(standing -> standing.report().equals(report.id()))
                .isPresent();
    }
}
