package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.Optional;

/// The days from one to another, both included.
///
/// @param to the last day; empty where no end is known
public record Span(LocalDate from, Optional<LocalDate> to) {

    public Span {
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException(to.get() + " is before " + from);
        }
    }

    public static Span of(LocalDate from, LocalDate to) {
        return new Span(from, Optional.of(to));
    }

    public static Span since(LocalDate from) {
        return new Span(from, Optional.empty());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }

    /// Whether this and the other have a day in common.
    public boolean overlaps(Span other) {
        return contains(other.from) || other.contains(from);
    }

    /// Whether all its days lie before that day.
    public boolean endsBefore(LocalDate day) {
        return to.filter(day::isAfter).isPresent();
    }

    /// The days that this and the other have in common; empty where there is none.
    public Optional<Span> common(Span other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        return Optional.of(new Span(later, earlierEnd(other)));
    }

    private Optional<LocalDate> earlierEnd(Span other) {
        if (to.isEmpty() || other.to.isEmpty()) {
            return to.or(other::to);
        }
        return to.get().isBefore(other.to.get()) ? to : other.to;
    }
}
