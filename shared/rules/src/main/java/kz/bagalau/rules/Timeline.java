package kz.bagalau.rules;

import java.time.LocalDate;
import java.util.List;

/// The life of one value of the law: what it was from which day, each entry with its citation.
///
/// An entry holds from its day until the day before the next one (half-open), so entries cannot
/// overlap and leave no gap; a value that ends without a successor is ended by [#repealed]. Before
/// the first entry there is no value, and asking for one is an error, not a zero.
public final class Timeline<T> {

    private final List<Entry<T>> entries;

    private Timeline(List<Entry<T>> entries) {
        this.entries = entries;
    }

    /// Throws where there is no entry, where two begin on one day or stand out of order, and where
    /// a repeal has nothing to repeal.
    // The array is only read from, which -Xlint cannot see.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Timeline<T> of(Entry<T>... entries) {
        List<Entry<T>> ordered = List.of(entries);
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a timeline needs an entry");
        }
        if (ordered.getFirst() instanceof Repeal<T> first) {
            throw new IllegalArgumentException("nothing to repeal on " + first.from());
        }
        for (int i = 1; i < ordered.size(); i++) {
            Entry<T> before = ordered.get(i - 1);
            Entry<T> after = ordered.get(i);
            if (!before.from().isBefore(after.from())) {
                throw new IllegalArgumentException(
                        "entries overlap or stand out of order: %s is followed by %s"
                                .formatted(before.from(), after.from()));
            }
            if (before instanceof Repeal<T> && after instanceof Repeal<T>) {
                throw new IllegalArgumentException("repealed twice, on " + after.from());
            }
        }
        return new Timeline<>(ordered);
    }

    /// The value that holds from a day on.
    public static <T> Entry<T> from(LocalDate from, T value, Citation citation) {
        return new Value<>(from, value, citation);
    }

    /// The end of the value before: from this day on there is none.
    public static <T> Entry<T> repealed(LocalDate from, Citation citation) {
        return new Repeal<>(from, citation);
    }

    /// The value in force on a day with its citation. Throws [NotInForce] before the first entry
    /// and from a repeal on.
    public Value<T> on(LocalDate day) {
        Entry<T> current = null;
        for (Entry<T> entry : entries) {
            if (entry.from().isAfter(day)) {
                break;
            }
            current = entry;
        }
        return switch (current) {
            case null ->
                    throw new NotInForce(
                            "no value on %s: the first one holds from %s (%s)"
                                    .formatted(
                                            day,
                                            entries.getFirst().from(),
                                            entries.getFirst().citation().paragraph()));
            case Repeal<T> repeal ->
                    throw new NotInForce(
                            "no value on %s: repealed from %s (%s)"
                                    .formatted(day, repeal.from(), repeal.citation().paragraph()));
            case Value<T> value -> value;
        };
    }

    public List<Entry<T>> entries() {
        return entries;
    }

    /// A day from which something holds, or no longer does.
    public sealed interface Entry<T> {
        LocalDate from();

        Citation citation();
    }

    public record Value<T>(LocalDate from, T value, Citation citation) implements Entry<T> {}

    public record Repeal<T>(LocalDate from, Citation citation) implements Entry<T> {}

    /// The law has no value for that day. A caller that lets a user choose the day asks first; here
    /// it is a mistake of the program.
    public static final class NotInForce extends IllegalArgumentException {
        NotInForce(String message) {
            super(message);
        }
    }
}
