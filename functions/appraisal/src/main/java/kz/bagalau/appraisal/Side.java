package kz.bagalau.appraisal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Work on several things that do not concern one another, some at a time: each waits for the
/// store, and none for another.
///
/// @param atOnce with one, the first that fails keeps the others from their turn
/// @param hasTime asked before each thing: what is left over is not begun
record Side(int atOnce, BooleanSupplier hasTime) {

    static final int AT_ONCE = 16;

    static Side untilDone() {
        return new Side(AT_ONCE, () -> true);
    }

    /// Throws what the first that failed has thrown, when all the others have had their turn.
    ///
    /// @param work returns whether something was done
    /// @return for how many there was
    <T> int each(List<T> things, Predicate<T> work) {
        int done = 0;
        if (atOnce == 1) {
            for (T thing : things) {
                done += hasTime.getAsBoolean() && work.test(thing) ? 1 : 0;
            }
            return done;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<Boolean>> all =
                    things.stream()
                            .<Callable<Boolean>>map(
                                    thing -> () -> hasTime.getAsBoolean() && work.test(thing))
                            .toList();
            for (Future<Boolean> each : threads.invokeAll(all)) {
                done += each.get() ? 1 : 0;
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return done;
    }
}
