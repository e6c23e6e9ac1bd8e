package kz.bagalau.appraisal.quarter;

import java.util.Map;
import java.util.Set;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.OpenTerms;
import kz.bagalau.rules.calendar.Deadline;

/// The last days of the terms of a session. Those of the case itself are counted in months, which
/// no calendar moves, or shown as they stand ([Publishing#showWindow]).
final class CaseTerms {

    private static final OpenTerms OPEN =
            new OpenTerms(
                    Map.of(
                            Deadline.CALIBRATION_DECIDE,
                            ofCalibration("decideBy"),
                            Deadline.CALIBRATION_HOLD,
                            ofCalibration("holdBy"),
                            Deadline.CALIBRATION_UPLOAD,
                            ofCalibration("uploadBy")));

    private CaseTerms() {}

    /// A case with the days that its open terms have by the calendar as it stands now.
    static Document current(Document appraisal, AppraisalKind kind) {
        // The term of the session runs from the application, before anybody has decided on it.
        Set<Deadline> others =
                appraisal.state().equals("CAL_REQUESTED")
                        ? Set.of(Deadline.CALIBRATION_HOLD)
                        : Set.of();
        return OPEN.of(appraisal, kind, others, kind.desk().calendar());
    }

    private static OpenTerms.Field ofCalibration(String name) {
        return new OpenTerms.Field(content -> new AppraisalContent(content).calibration(), name);
    }
}
