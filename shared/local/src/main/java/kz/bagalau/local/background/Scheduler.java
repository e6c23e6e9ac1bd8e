package kz.bagalau.local.background;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.local.data.DomainClock;
import kz.bagalau.local.functions.Functions;
import kz.bagalau.sandbox.Template;

/// Domain time and what happens at its hours: schedules run when they are due, and nobody's request
/// is under way while time is moved.
public final class Scheduler {

    /// After a jump, at most this many of the times that passed are made up for each schedule: what
    /// is due once is done at the first of them, what waits a minute for that at the next.
    private static final int MADE_UP = 3;

    private final DomainClock clock;
    private final Functions functions;
    private final Map<Template.Schedule, Timing> schedules = new LinkedHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private Instant checked;

    private record Due(Instant at, Template.Schedule schedule) {}

    public Scheduler(Template template, DomainClock clock, Functions functions) {
        this.clock = clock;
        this.functions = functions;
        this.checked = clock.instant();
        template.schedules()
                .forEach(schedule ->
                        schedules.put(
                                schedule, Timing.parse(schedule.expression(), schedule.zone())));
    }

    /// Does `work` while time is not moved.
    public <T> T during(Supplier<T> work) {
        return locked(lock.readLock(), work);
    }

    /// Does `work` while nothing else is done.
    public <T> T alone(Supplier<T> work) {
        return locked(lock.writeLock(), work);
    }

    private void alone(Runnable work) {
        alone(() -> {
            work.run();
            return true;
        });
    }

    /// Moves time and runs what came due on the way, each at its own time.
    public void move(Instant to) {
        alone(() -> {
            for (Due due : due(clock.instant(), to)) {
                clock.move(due.at());
                checked = due.at();
                run(due.schedule());
            }
            clock.move(to);
            checked = to;
        });
    }

    /// Gives real time back; what came due in between is run as in any move forward.
    public void giveBack(Instant real) {
        move(real);
        alone(() -> {
            clock.giveBack();
            checked = clock.instant();
        });
    }

    /// Runs what came due since the last look. True where anything did.
    public boolean tick() {
        return during(() -> {
            List<Due> due;
            synchronized (this) {
                Instant now = clock.instant();
                due = due(checked, now);
                checked = now;
            }
            due.forEach(one -> run(one.schedule()));
            return !due.isEmpty();
        });
    }

    /// A schedule by the logical id that SAM gives it, or by its function's where that has one
    /// only.
    public Optional<Template.Schedule> schedule(String id) {
        List<Template.Schedule> of =
                schedules.keySet().stream()
                        .filter(one -> one.id().equals(id) || one.function().equals(id))
                        .toList();
        return of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
    }

    public List<String> ids() {
        return schedules.keySet().stream().map(Template.Schedule::id).toList();
    }

    /// Runs a schedule now, after one of the same that is under way: on AWS the reserved
    /// concurrency of its function keeps two from running at once. False where its function failed.
    public boolean run(Template.Schedule schedule) {
        synchronized (Objects.requireNonNull(schedules.get(schedule))) {
            try {
                functions.run(schedule.function(), input(schedule));
                return true;
            } catch (Functions.Failed e) {
                Log.event("schedule failed", Map.of("schedule", schedule.id()));
                return false;
            }
        }
    }

    private static Map<String, Object> input(Template.Schedule schedule) {
        return new ObjectMapper()
                .convertValue(Json.read(schedule.input()), new TypeReference<>() {});
    }

    private List<Due> due(Instant from, Instant to) {
        List<Due> due = new ArrayList<>();
        if (Duration.between(from, to).isPositive()) {
            schedules.forEach((schedule, timing) ->
                    timing.due(from, to, MADE_UP).forEach(at -> due.add(new Due(at, schedule))));
        }
        due.sort(Comparator.comparing(Due::at));
        return due;
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
