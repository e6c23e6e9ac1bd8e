package kz.bagalau.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.rules.Language;

/// A file with a body's conclusion.
enum ConclusionFile {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String type;

    ConclusionFile(String type) {
        this.type = type;
    }

    /// Its media type.
    String type() {
        return type;
    }

    /// The one of a file's name, `min-digital.pdf`.
    static Optional<ConclusionFile> of(String file) {
        return Arrays.stream(values())
                .filter(one -> file.endsWith("." + one.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Under which it lies among the documents.
    String name(String run, String body, Language language) {
        return "%s/%s.%s.%s".formatted(run, body, language.code(), name().toLowerCase(Locale.ROOT));
    }
}
