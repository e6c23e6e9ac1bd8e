package kz.bagalau.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.reminders.sqs.QueuedRemindingWork;

/// Every day at 08:00 in Almaty: asks for the reminders of each body. Asked twice, or cut short and
/// asked again, a body stores each of its reminders once; a day on which nothing was asked is made
/// up for on the next.
public final class RemindDeadlines
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Bodies bodies;
    private final RemindingWork work;
    private final Clock clock;

    public RemindDeadlines() {
        this(
                DynamoBodies.fromEnvironment(),
                QueuedRemindingWork.fromEnvironment(),
                Runtime.current().clock());
    }

    RemindDeadlines(Bodies bodies, RemindingWork work, Clock clock) {
        this.bodies = bodies;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        List<String> ids = bodies.all().stream().map(StateBody::id).toList();
        work.ask(Times.day(clock.instant()), ids);
        return Map.of("bodies", ids.size());
    }
}
