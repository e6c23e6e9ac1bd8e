package kz.bagalau.appraisal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.yearly.YearlyScores;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.work.Batch;

/// Every day, in every body: collects the yearly scores, forms those of a year that is over, at the
/// latest on the day of ¶4, and forms them again when a quarter was settled since.
///
/// A run takes one employee after the other, each in a transaction of its own. What it does not
/// reach in its time, and what it was killed before, the next run takes: what is formed already is
/// passed over.
public final class FormYearlyScores
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// So long are records kept (¶12): a score of this many years ago can still change.
    private static final int YEARS = 3;

    /// Less than the function's timeout in the template.
    private static final Duration TIME = Duration.ofMinutes(13);

    private final Desk desk;
    private final Duration time;

    public FormYearlyScores() {
        this(Production.desk(), TIME);
    }

    /// @param time after which no further employee is begun
    FormYearlyScores(Desk desk, Duration time) {
        this.desk = desk;
        this.time = time;
    }

    /// @return for how many employees something was written, and whether all had their turn
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Run run = new Run(System.nanoTime() + time.toNanos());
        Batch.of(
                desk.bodies().all(),
                StateBody::id,
                body -> {
                    int before = run.written;
                    run.take(body.id());
                    return run.written > before;
                });
        return Map.of("written", run.written, "complete", run.complete);
    }

    private final class Run {

        private final long until;
        private int written;
        private boolean complete = true;

        Run(long until) {
            this.until = until;
        }

        void take(String body) {
            YearlyScores scores = new YearlyScores(desk.once());
            int now = desk.today().getYear();
            IntStream.rangeClosed(now - YEARS, now)
                    .forEach(year ->
                            Batch.of(
                                    timeLeft() ? scores.toFollow(body, year) : skipped(),
                                    _ -> body,
                                    employee -> follow(scores, year, employee)));
        }

        private boolean follow(YearlyScores scores, int year, String employee) {
            if (!timeLeft()) {
                complete = false;
                return false;
            }
            boolean wrote =
                    scores.find(year, employee, Optional.empty())
                            .filter(scores::follow)
                            .isPresent();
            written += wrote ? 1 : 0;
            return wrote;
        }

        private Set<String> skipped() {
            complete = false;
            return Set.of();
        }

        private boolean timeLeft() {
            return System.nanoTime() < until;
        }
    }
}
