package kz.bagalau.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.forms.conclusion.Conclusion;
import kz.bagalau.forms.conclusion.ConclusionDocument;
import kz.bagalau.forms.conclusion.ConclusionWorkbook;
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

    /// Writes conclusions into files.
    interface Writer {
        byte[] write(ConclusionFile file, Conclusion conclusion, Language language);
    }

    byte[] write(Conclusion conclusion, Language language) {
        return switch (this) {
            case XLSX -> ConclusionWorkbook.write(conclusion, language);
            case PDF -> ConclusionDocument.write(conclusion, language);
        };
    }

    /// The one of a file's name, `min-digital.pdf`.
    static Optional<ConclusionFile> of(String file) {
        return Arrays.stream(values())
                .filter(one -> file.endsWith("." + one.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Under which it lies among the documents. The digest of its content is part of it, so that a
    /// body scored a second time, by facts that changed after a first attempt died, is never in the
    /// way of what that attempt left.
    String name(String run, String body, Language language, String digest) {
        return "%s/%s/%s/%s".formatted(run, body, digest, output(language));
    }

    /// Its name among the outputs of a body, `kk.pdf`.
    String output(Language language) {
        return language.code() + "." + name().toLowerCase(Locale.ROOT);
    }
}
