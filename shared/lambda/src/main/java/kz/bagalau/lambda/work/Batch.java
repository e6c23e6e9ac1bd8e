package kz.bagalau.lambda.work;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.lambda.Log;
import org.jspecify.annotations.Nullable;

/// Work of one call on several things that do not concern one another: one that fails does not keep
/// the others from their turn.
public final class Batch {

    private Batch() {}

    /// Takes one step for each thing of a scheduled function, in order. What failed is logged by
    /// its name, and the call fails at its end, so that its alarm rings.
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
