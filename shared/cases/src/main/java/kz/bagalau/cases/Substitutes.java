package kz.bagalau.cases;

import java.time.LocalDate;

/// Who acts in somebody's place. What is known of a body is read once, and then asked for each of
/// its tasks.
@FunctionalInterface
public interface Substitutes {

    /// Those of one body on one day.
    @FunctionalInterface
    interface OfBody {

        /// The owner's substitute; the owner where nobody acts in its place.
        Party actingFor(Party owner);
    }

    OfBody of(String body, LocalDate day);

    /// Everybody acts for themselves.
    static Substitutes none() {
        return (_, _) -> owner -> owner;
    }
}
