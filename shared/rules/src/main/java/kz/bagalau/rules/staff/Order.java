package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.Optional;

/// The order on which a record rests.
///
/// @param document the upload that shows it
public record Order(String number, LocalDate date, Optional<String> document) {

    public Order {
        if (number.isBlank()) {
            throw new IllegalArgumentException("an order has a number");
        }
    }
}
