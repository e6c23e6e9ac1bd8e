package kz.bagalau.appraisal;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Work on several things that do not concern one another, some at a time: each waits for the
/// store, and none for another.
final class Side {

    private static final int AT_ONCE = 16;

    private Side() {}

    /// Throws what the first that failed has thrown, when all have had their turn.
    static <T> void bySide(Collection<T> things, Consumer<T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all =
                    things.stream()
                            .<Future<?>>map(thing -> threads.submit(() -> work.accept(thing)))
                            .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
