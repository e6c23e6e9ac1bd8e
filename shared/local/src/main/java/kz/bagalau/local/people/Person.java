package kz.bagalau.local.people;

import java.util.List;
import java.util.Optional;

/// Somebody the local issuer makes a token for: claim `sub`, roles without their prefix, the state
/// body, a name for the pages to show, and the territorial unit.
public record Person(
        String subject,
        List<String> roles,
        Optional<String> body,
        Optional<String> name,
        Optional<String> territory) {

    /// Somebody of no territorial unit.
    public Person(
            String subject, List<String> roles, Optional<String> body, Optional<String> name) {
        this(subject, roles, body, name, Optional.empty());
    }
}
