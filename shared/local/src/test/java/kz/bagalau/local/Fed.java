package kz.bagalau.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Template;

/// Hosts of the small template with queues and a bucket.
final class Fed {

    /// What its functions are given and have seen stands once in the process: of the test classes
    /// with such a host one runs at a time.
    static final String LOCK = "kz.bagalau.local.Fed";

    private Fed() {}

    static Host host(Path data) {
        return Host.start(
                new Settings(0, data, true, false),
                line -> {},
                parameters -> Template.parse(yaml(), "f-", parameters));
    }

    private static String yaml() {
        try (InputStream in = Fed.class.getResourceAsStream("feeds.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
