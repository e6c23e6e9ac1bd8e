package kz.bagalau.appraisal.opening;

import java.util.Optional;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Span;

/// Posts that nobody holds.
final class Posts {

    private Posts() {}

    /// Of somebody whom the directory no longer places anywhere in the quarter.
    static Post unknown(String person, Quarter quarter) {
        return new Post(
                person,
                "",
                Optional.empty(),
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Span.of(quarter.first(), quarter.last()),
                false);
    }
}
