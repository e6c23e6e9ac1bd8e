package kz.bagalau.rules.staff;

/// Somebody does another's duties by order (No. 245, ¶3).
public record Substitution(String id, Of of, String substitute, Span span, Order order) {

    /// Whose duties these are.
    public sealed interface Of {}

    /// Of a person who is absent.
    public record Absent(String person) implements Of {

        public Absent {
            Ids.check(person);
        }
    }

    /// Of a unit's head, whose post is vacant.
    public record VacantHead(String unit) implements Of {

        public VacantHead {
            Ids.check(unit);
        }
    }

    public Substitution {
        Ids.check(id);
        Ids.check(substitute);
    }
}
