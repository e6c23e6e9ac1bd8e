package kz.bagalau.appraisal.content;

import java.util.Map;
import kz.bagalau.cases.http.Terms;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.Roll;

/// The terms of No. 245 that a body's own act may set otherwise.
public final class AppraisalTerms {

    public static final Terms TERMS =
            new Terms(
                    Map.of(
                            Deadline.APPRAISAL_QUARTER,
                            new Terms.Own(
                                    AppraisalSetting.QUARTER_DUE_DAY,
                                    day -> new Counting.DayOfNextMonth(day, Roll.NONE)),
                            Deadline.CALIBRATION_APPLY,
                            Terms.Own.workingDaysAfter(AppraisalSetting.CALIBRATION_APPLY),
                            Deadline.CALIBRATION_DECIDE,
                            Terms.Own.workingDaysAfter(AppraisalSetting.CALIBRATION_DECIDE),
                            Deadline.CALIBRATION_HOLD,
                            Terms.Own.workingDaysAfter(AppraisalSetting.CALIBRATION_HOLD),
                            Deadline.CALIBRATION_UPLOAD,
                            Terms.Own.workingDaysAfter(AppraisalSetting.CALIBRATION_UPLOAD)));

    private AppraisalTerms() {}
}
