package kz.bagalau.lambda;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Work of a scheduled function on several things that do not concern one another: one that fails
/// does not keep the others from their turn, and the run fails all the same at its end, so that its
/// alarm rings.
public final class Each {

    private Each() {}

    /// Takes one step for each of them, in order. What failed is logged by its name.
    ///
    /// @param name the id that the log may hold
    /// @param step returns whether there was something to do
    /// @return for how many there was
    public static <T> int of(
            Iterable<T> things, Function<? super T, String> name, Predicate<? super T> step) {
        int done = 0;
        @Nullable RuntimeException failed = null;
        for (T thing : things) {
            try {
                if (step.test(thing)) {
                    done++;
                }
            } catch (RuntimeException e) {
                Log.event("left_for_next_run", Map.of("id", name.apply(thing)));
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
        return done;
    }
}
