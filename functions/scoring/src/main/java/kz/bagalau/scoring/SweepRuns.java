package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.rules.operational.setting.Settings;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// Starts the yearly preliminary run on 5 January at 03:00 in Almaty, over the year before; and
/// every five minutes goes on with whatever has stopped: a start cut short, messages that were
/// lost, a run with nothing left that nobody finished, the yearly trigger itself.
public final class SweepRuns implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// Longer than it takes a function to start a run or to score a body.
    private static final Duration STILL = Duration.ofMinutes(5);

    /// For so long after its hour the yearly run is started by whoever comes first.
    private static final Duration MADE_UP = Duration.ofDays(7);

    private static final Caller SCHEDULE = new Caller("schedule", Set.of(), Optional.empty());

    private final StartingRuns starting;
    private final Runs runs;
    private final Work work;
    private final Clock clock;

    public SweepRuns() {
        this(
                StartingRuns.fromEnvironment(),
                DynamoRuns.fromEnvironment(),
                SqsWork.fromEnvironment(),
                Runtime.current().clock());
    }

    SweepRuns(StartingRuns starting, Runs runs, Work work, Clock clock) {
        this.starting = starting;
        this.runs = runs;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        List<Run> standing = runs.all();
        int year = yearlyHour().getYear() - 1;
        if (due() && standing.stream().noneMatch(run -> run.id().equals(yearly(year)))) {
            startYearly(year);
        }
        return Map.of("moved", Batch.of(standing, Run::id, this::goOn));
    }

    private void startYearly(int year) {
        List<ListedBody> list = starting.bodies();
        if (!list.isEmpty()) {
            starting.freeze(
                    yearly(year),
                    year,
                    Run.Kind.PRELIMINARY,
                    Settings.DEFAULTS,
                    Optional.empty(),
                    list,
                    SCHEDULE,
                    Optional.empty());
            starting.send(yearly(year));
        }
    }

    /// The trigger sent twice finds the run of the first.
    private static String yearly(int year) {
        return year + "-preliminary-yearly";
    }

    private ZonedDateTime yearlyHour() {
        return LocalDate.ofInstant(clock.instant(), Runtime.ALMATY)
                .withMonth(1)
                .withDayOfMonth(5)
                .atTime(3, 0)
                .atZone(Runtime.ALMATY);
    }

    private boolean due() {
        Instant hour = yearlyHour().toInstant();
        return !clock.instant().isBefore(hour) && clock.instant().isBefore(hour.plus(MADE_UP));
    }

    /// @return whether anything was to be done
    private boolean goOn(Run run) {
        boolean still = !clock.instant().isBefore(run.progress().moved().plus(STILL));
        return switch (run.state()) {
            case STARTING -> still && sendAgain(run);
            case SCORING, FINISHING -> still && (run.progress().over() ? finish(run) : remind(run));
            case HELD -> run.release().isPresent() && finish(run);
            case DONE -> false;
        };
    }

    private boolean sendAgain(Run run) {
        starting.send(run.id());
        return noted(run, "run_sent_again");
    }

    private boolean finish(Run run) {
        work.finish(run.id());
        return noted(run, "run_finish_asked");
    }

    private boolean remind(Run run) {
        starting.remind(run.id());
        return noted(run, "run_reminded");
    }

    private static boolean noted(Run run, String what) {
        Log.event(what, Map.of("run", run.id()));
        return true;
    }
}
