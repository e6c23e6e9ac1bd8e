package kz.bagalau.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The same work on many things, on so many of them at once.
final class AtOnce {

    private AtOnce() {}

    /// Works on all of them. Where one fails, those that have not begun are left, and it throws.
    static <T> void each(List<T> things, int most, Consumer<T> work) {
        Semaphore places = new Semaphore(most);
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T thing : things) {
                places.acquire();
                if (failed.get()) {
                    break;
                }
                begun.add(
                        threads.submit(() -> {
                            try {
                                work.accept(thing);
                            } catch (RuntimeException e) {
                                failed.set(true);
                                throw e;
                            } finally {
                                places.release();
                            }
                        }));
            }
            for (Future<?> one : begun) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("not all could be done: " + e.getCause(), e);
        }
    }
}
