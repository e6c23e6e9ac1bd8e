package kz.bagalau.appraisal.calibration;

import kz.bagalau.cases.http.Warning;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// What appraisals answer besides.
enum AppraisalWarning implements Warning {
    /// G-13: who has scored decides on the members of the session.
    ASSESSOR_DECIDES,
    /// ¶11: an appeal without a session, of which alone the act speaks.
    NO_SESSION;

    private static final Texts TEXTS = Texts.beside(AppraisalWarning.class, "warnings.properties");

    @Override
    public LocalText text() {
        return TEXTS.text(name());
    }
}
