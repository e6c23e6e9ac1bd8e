package kz.bagalau.local.start;

import java.util.List;
import java.util.Locale;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;

/// Why the host does not start on a data folder, in words for the person who started it. Each text
/// says what to do.
public enum StartProblem implements ProblemCode {
    /// The data folder's disk has no room for a start.
    DISK_FULL,
    /// The folder was made by a release that wrote something else into it.
    FORMAT_OLDER,
    FORMAT_NEWER,
    FORMAT_UNREADABLE,
    STORE_MISSING,
    STORE_EMPTY,
    /// The database is no database, is cut short, or has other bytes than when it was closed.
    STORE_DAMAGED,
    TABLE_MISSING,
    BUCKET_MISSING,
    ISSUER_KEY_MISSING;

    /// No request is answered.
    @Override
    public int status() {
        return 500;
    }

    public NotStarted notStarted(Object... arguments) {
        return new NotStarted(text(arguments));
    }

    /// In the language of this machine; in English where that is none of ours.
    public String text(Object... arguments) {
        return text(language(Locale.getDefault()), arguments);
    }

    public String text(Language language, Object... arguments) {
        return Messages.text(
                this, language, List.of(arguments).stream().map(Object::toString).toList());
    }

    private static Language language(Locale locale) {
        for (Language language : Language.values()) {
            if (language.code().equals(locale.getLanguage())) {
                return language;
            }
        }
        return Language.EN;
    }
}
