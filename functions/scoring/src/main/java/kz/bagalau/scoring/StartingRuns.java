package kz.bagalau.scoring;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Settings;
import kz.bagalau.scoring.dynamo.DynamoRuns;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// How a run begins: everything it rests on is frozen in one write, then a message is sent for each
/// body. Whatever cuts the sending short, it is simply done again.
final class StartingRuns {

    private final Runs runs;
    private final Bodies bodies;
    private final Work work;
    private final Methodologies methodologies;
    private final Clock clock;

    StartingRuns(Runs runs, Bodies bodies, Work work, Methodologies methodologies, Clock clock) {
        this.runs = runs;
        this.bodies = bodies;
        this.work = work;
        this.methodologies = methodologies;
        this.clock = clock;
    }

    static StartingRuns fromEnvironment() {
        return new StartingRuns(
                DynamoRuns.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                SqsWork.fromEnvironment(),
                Methodologies.OPERATIONAL,
                Runtime.current().clock());
    }

    /// The bodies of which a run would now consist: central and local executive ones that are no
    /// part of another (¶28). A committee is assessed within its ministry.
    List<ListedBody> bodies() {
        return bodies.all().stream()
                .filter(body -> body.parent().isEmpty())
                .map(body ->
                        new ListedBody(
                                body.id(), BodyKind.valueOf(body.kind().name()), body.name()))
                .filter(body -> body.kind() != BodyKind.OTHER)
                .toList();
    }

    /// Freezes list, methodology and settings. The methodology is the one of the assessed year,
    /// whenever the run is started.
    Runs.Start freeze(
            String id,
            int year,
            Run.Kind kind,
            Settings settings,
            Optional<String> release,
            List<ListedBody> list,
            Caller by,
            Optional<Idempotency.Reply> reply) {
        Run run =
                new Run(
                        id,
                        year,
                        kind,
                        Run.State.STARTING,
                        clock.instant(),
                        Optional.of(by.subject()),
                        methodologies.of(AssessedPeriod.ofYear(year)).id(),
                        SettingsJson.write(settings),
                        release,
                        new Run.Progress(list.size(), 0, 0, clock.instant()),
                        Run.Unsettled.NONE,
                        Optional.empty());
        Runs.Start start = runs.start(run, list, by, reply);
        if (start instanceof Runs.Started) {
            Log.event("run_started", Map.of("run", id));
        }
        return start;
    }

    /// Sends the messages of a run that waits for them; of one that is past this, nothing.
    void send(String id) {
        boolean starting =
                runs.find(id).filter(run -> run.state() == Run.State.STARTING).isPresent();
        if (starting) {
            remind(id);
            runs.sent(id);
        }
    }

    /// Sends the messages of the bodies that are still waited for. Where sending was cut short,
    /// some are settled already, and the next try comes further than the one before.
    void remind(String id) {
        Set<String> settled = new HashSet<>();
        runs.results(id).forEach(result -> settled.add(result.body().id()));
        work.score(
                id,
                runs.bodies(id).stream()
                        .map(ListedBody::id)
                        .filter(body -> !settled.contains(body))
                        .toList());
    }
}
