package kz.bagalau.contract;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Lets a function's process die at one of its requests to the store: before the request is sent,
/// or after the store has carried it out and before the function learns of it. It dies by an
/// [Error], which no function catches. Or something happens at that request instead.
public final class Crash implements ExecutionInterceptor {

    public enum Moment {
        BEFORE,
        AFTER
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1;

        Died() {
            super("the process died here, as the test wanted");
        }
    }

    private static final Runnable DIE =
            () -> {
                throw new Died();
            };

    private int left;
    private int passed;
    private Runnable deed = DIE;
    private Moment when = Moment.BEFORE;

    /// @param number of the request at which the process dies, from 1
    /// @return the work's result; empty where the process died
    public <T> Optional<T> at(int number, Moment moment, Supplier<T> work) {
        left = number;
        when = moment;
        try {
            return Optional.of(work.get());
        } catch (Died died) {
            return Optional.empty();
        } finally {
            left = 0;
        }
    }

    /// Does something else just before the `number`-th request is sent, as somebody else may.
    public <T> T meanwhile(int number, Runnable something, Supplier<T> work) {
        deed = something;
        try {
            return at(number, Moment.BEFORE, work).orElseThrow();
        } finally {
            deed = DIE;
        }
    }

    /// How many requests to a store the work makes.
    public int requests(Runnable work) {
        int before = passed;
        work.run();
        return passed - before;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        passed(Moment.BEFORE);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        passed(Moment.AFTER);
    }

    /// A moment of a request to something that stands in for a store.
    public void passed(Moment moment) {
        passed += moment == Moment.BEFORE ? 1 : 0;
        if (moment == when && left > 0 && --left == 0) {
            deed.run();
        }
    }
}
