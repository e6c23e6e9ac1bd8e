package kz.bagalau.rules.staff;

/// A person's time in another state body, to which they are sent (No. 245, ¶3).
///
/// @param to the receiving body
public record Secondment(String to, Span span) {

    public Secondment {
        Ids.check(to);
    }
}
