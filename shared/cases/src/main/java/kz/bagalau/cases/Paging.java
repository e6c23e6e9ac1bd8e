package kz.bagalau.cases;

import java.util.Optional;

/// Which part of a list is asked for.
///
/// @param limit at most so many, from 1 to 100
/// @param cursor of the page, as the page before gave it; empty for the first
public record Paging(int limit, Optional<String> cursor) {

    public static final int MAX = 100;

    public Paging {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("a page has 1 to " + MAX + " items, not " + limit);
        }
    }

    public static Paging first(int limit) {
        return new Paging(limit, Optional.empty());
    }

    public Paging after(String next) {
        return new Paging(limit, Optional.of(next));
    }
}
