package kz.bagalau.lambda;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What is read once and then kept, for one request or one run.
public final class Once {

    private Once() {}

    public static <T> Supplier<T> of(Supplier<T> read) {
        ConcurrentHashMap<Boolean, T> kept = new ConcurrentHashMap<>();
        return () -> kept.computeIfAbsent(true, _ -> read.get());
    }
}
