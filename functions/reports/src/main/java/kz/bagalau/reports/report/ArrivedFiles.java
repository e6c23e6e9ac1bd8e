package kz.bagalau.reports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the store of files knows of reports that the intake has not taken up.
public record ArrivedFiles(Files files) {

    /// By then the intake was notified of it twice: by the store, and by the sweep of every five
    /// minutes.
    private static final Duration TAKEN_UP = Duration.ofMinutes(30);

    /// A file that is there and that nobody has begun to read is not awaited any more.
    public Report asItIs(Report report) {
        if (report.state() != Report.State.AWAITING_FILE) {
            return report;
        }
        return files.find(report.place())
                .map(stored -> {
                    Instant at = report.arrived(stored.at());
                    return report.with(
                            Report.State.CHECKING,
                            Optional.of(
                                    new Report.Receipt(
                                            at, Optional.empty(), at.plus(TAKEN_UP), 0)));
                })
                .orElse(report);
    }
}
