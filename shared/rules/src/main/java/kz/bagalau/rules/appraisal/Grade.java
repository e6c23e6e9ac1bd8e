package kz.bagalau.rules.appraisal;

import java.util.Map;
import java.util.Objects;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// The four results of an assessment: No. 245, ¶7, and No. 02-17/15, ¶49. The labels stand in
/// `grades.csv`: Russian as in ¶7, Kazakh as in ¶49.
// DOUBT: neither act has the other language's labels; read as one scale in two languages because
// both have the same four steps with the same meaning. The form of Annex 10 names four other words
// (G-03); ¶49 governs.
public enum Grade {
    EFFECTIVE,
    PROPER,
    SATISFACTORY,
    UNSATISFACTORY;

    private static final Map<String, LocalText> TEXTS = Rows.texts(Grade.class, "grades.csv");

    public LocalText text() {
        return Objects.requireNonNull(TEXTS.get(name()));
    }
}
