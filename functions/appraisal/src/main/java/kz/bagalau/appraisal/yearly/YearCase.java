package kz.bagalau.appraisal.yearly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.cases.Document;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.YearlyScore.QuarterCase;
import kz.bagalau.rules.appraisal.YearlyScore.Standing;
import kz.bagalau.rules.monitoring.Quarter;

/// An appraisal as it enters the yearly score.
///
/// @param number 0 in the receiving body
/// @param score as last published: what a session or an appeal has decided counts when it is final
/// @param form the status of the form on which it was scored; empty before
record YearCase(
        String body,
        int number,
        Quarter quarter,
        String state,
        Optional<BigDecimal> score,
        int workedDays,
        LocalDate last,
        Optional<AppraisalForm.Status> form) {

    static YearCase of(Document appraisal) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        return new YearCase(
                appraisal.body(),
                content.number(),
                content.quarter(),
                appraisal.state(),
                isPublished(appraisal.state()) ? content.score() : Optional.empty(),
                content.workedDays(),
                content.last(),
                content.sheet().map(AppraisalForm::status));
    }

    Standing standing() {
        return switch (state) {
            case "NOT_ASSESSED" -> Standing.NOT_ASSESSED;
            case "FINAL" -> Standing.SETTLED;
            default -> isPublished(state) ? Standing.DISPUTED : Standing.NO_SCORE;
        };
    }

    QuarterCase entering() {
        return new QuarterCase(quarter, standing(), score, workedDays, last);
    }

    private static boolean isPublished(String state) {
        return switch (state) {
            case "CHECKING", "NOT_ASSESSED", "WITH_ASSESSOR", "SCORED" -> false;
            case "PUBLISHED",
                    "CAL_REQUESTED",
                    "CAL_ORDERED",
                    "CAL_HELD",
                    "CAL_DECIDED",
                    "FINAL",
                    "UNDER_APPEAL" ->
                    true;
            default -> throw new IllegalStateException("an appraisal has no state " + state);
        };
    }
}
