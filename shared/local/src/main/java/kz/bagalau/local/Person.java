package kz.bagalau.local;

import java.util.List;
import java.util.Optional;

/// Somebody the local issuer makes a token for: claim `sub`, roles, the state body, and a name for
/// the pages to show.
record Person(String subject, List<String> roles, Optional<String> body, Optional<String> name) {}
