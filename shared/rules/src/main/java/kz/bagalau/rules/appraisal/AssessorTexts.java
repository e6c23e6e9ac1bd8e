package kz.bagalau.rules.appraisal;

import kz.bagalau.rules.Texts;

/// The sentences of the search for an assessor.
final class AssessorTexts {

    static final Texts TEXTS = Texts.beside(AssessorTexts.class, "assessor.properties");

    private AssessorTexts() {}
}
