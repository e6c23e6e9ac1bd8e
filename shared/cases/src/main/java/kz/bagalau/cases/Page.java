package kz.bagalau.cases;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param next the cursor of the page after this one; empty where this is the last
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
