package kz.bagalau.appraisal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What is read once and then kept.
final class Once {

    private Once() {}

    static <T> Supplier<T> of(Supplier<T> read) {
        ConcurrentHashMap<Boolean, T> kept = new ConcurrentHashMap<>();
        return () -> kept.computeIfAbsent(true, _ -> read.get());
    }
}
