package kz.bagalau.directory.http;

import java.util.Map;

/// The claims of those who call this module's functions.
final class Callers {

    static final Map<String, String> AGENCY = Map.of("sub", "a1", "roles", "[bagalau:agency]");
    static final Map<String, String> ANALYST = Map.of("sub", "a2", "roles", "[bagalau:agency]");
    static final Map<String, String> HR =
            Map.of("sub", "h1", "roles", "[bagalau:hr]", "body", "min-digital");
    static final Map<String, String> NOBODY = Map.of();

    private Callers() {}
}
