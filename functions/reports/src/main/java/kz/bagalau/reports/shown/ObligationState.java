package kz.bagalau.reports.shown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.lambda.Times;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.finding.Risk;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.report.Standing;

/// How things stand with an obligation on a day.
///
/// @param late whether a day is set and has passed, and no file came by then that was accepted, or
///   was not yet judged for no fault of the body
/// @param report the accepted report, else the last one that was asked for
/// @param risk empty where the form bears none
public record ObligationState(
        State state, boolean late, Optional<Report> report, Optional<Risk> risk) {

    public enum State {
        /// Nothing came yet, and it is not due.
        OPEN,
        /// Nothing came, and it is overdue.
        LATE,
        /// A file is there and being read.
        CHECKING,
        /// The last file could not be read for no fault of the body.
        FAILED,
        /// The last file had errors.
        REJECTED,
        /// A file was accepted.
        ACCEPTED,
        /// The accepted file was sent back by its recipient.
        RETURNED
    }

    public static ObligationState of(
            Obligation obligation,
            Optional<LocalDate> due,
            Reports.Year reports,
            Findings.Year findings,
            ArrivedFiles arrived,
            Instant now) {
        Optional<Standing.Accepted> accepted =
                Optional.ofNullable(reports.standing().get(obligation.form()))
                        .flatMap(standing -> standing.of(obligation.period()));
        List<Report> asked = reports.about(obligation);
        List<Report> about =
                accepted.filter(one -> !after(Times.day(one.first()), due)).isPresent()
                        ? asked
                        : asked.stream().map(arrived::asItIs).toList();
        boolean late = after(came(accepted, about).map(Times::day).orElse(Times.day(now)), due);
        Optional<Report> last =
                about.stream()
                        .filter(report -> report.state() != Report.State.AWAITING_FILE)
                        .reduce((_, later) -> later);
        Optional<Report> shown =
                accepted.flatMap(one ->
                                about.stream()
                                        .filter(report -> report.id().equals(one.report()))
                                        .findFirst())
                        .or(() -> last)
                        .or(() -> about.stream().reduce((_, later) -> later));
        boolean returned =
                accepted.isPresent()
                        && shown.filter(report -> report.state() == Report.State.RETURNED)
                                .isPresent();
        State state = returned ? State.RETURNED : state(accepted.isPresent(), last, late, now);
        return new ObligationState(
                state,
                late,
                shown,
                obligation
                        .form()
                        .direction()
                        .map(direction ->
                                new Risk(
                                        direction,
                                        kinds(state, late),
                                        findings.points(direction))));
    }

    private static boolean after(LocalDate day, Optional<LocalDate> due) {
        return due.filter(day::isAfter).isPresent();
    }

    /// When it came: the first file that was accepted, that may still be, or that would be but for
    /// a fault that is not the body's.
    private static Optional<Instant> came(
            Optional<Standing.Accepted> accepted, List<Report> about) {
        Stream<Instant> unjudged =
                about.stream()
                        .filter(report ->
                                report.state() == Report.State.CHECKING
                                        || report.state() == Report.State.FAILED)
                        .flatMap(report -> report.receipt().stream())
                        .map(Report.Receipt::at);
        return Stream.concat(accepted.map(Standing.Accepted::first).stream(), unjudged)
                .min(Comparator.naturalOrder());
    }

    private static State state(boolean accepted, Optional<Report> last, boolean late, Instant now) {
        if (accepted) {
            return State.ACCEPTED;
        }
        if (last.isEmpty()) {
            return late ? State.LATE : State.OPEN;
        }
        if (last.get().failed(now)) {
            return State.FAILED;
        }
        return last.get().state() == Report.State.CHECKING ? State.CHECKING : State.REJECTED;
    }

    private static Set<Finding.Kind> kinds(State state, boolean late) {
        Set<Finding.Kind> kinds = EnumSet.noneOf(Finding.Kind.class);
        if (late || state == State.OPEN) {
            kinds.add(Finding.Kind.UNTIMELY);
        }
        if (state == State.REJECTED) {
            kinds.add(Finding.Kind.INCORRECT);
            kinds.add(Finding.Kind.INCOMPLETE);
        }
        return kinds;
    }
}
