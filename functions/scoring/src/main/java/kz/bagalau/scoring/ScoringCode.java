package kz.bagalau.scoring;

import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.facts.Facts;
import kz.bagalau.forms.Questionnaire;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.scoring.run.Code;

/// The code that this function is of.
final class ScoringCode {

    private ScoringCode() {}

    /// The digest of each module of ours that a score goes through, by its name.
    static SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        digests.put("rules", Code.digest(Methodology.class));
        digests.put("facts", Code.digest(Facts.class));
        digests.put("forms", Code.digest(Questionnaire.class));
        digests.put("scoring", Code.digest(ScoringCode.class));
        return digests;
    }
}
