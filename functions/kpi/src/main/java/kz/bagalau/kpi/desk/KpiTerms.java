package kz.bagalau.kpi.desk;

import java.util.Map;
import kz.bagalau.cases.http.Terms;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;

/// The terms of No. 02-17/15 that a body's own act may set otherwise.
public final class KpiTerms {

    public static final Terms TERMS =
            new Terms(
                    Map.of(
                            Deadline.KPI_SET,
                            Terms.Own.workingDaysAfter(AppraisalSetting.KPI_SET_DAYS),
                            Deadline.KPI_RESUBMIT,
                            Terms.Own.workingDaysAfter(AppraisalSetting.RESUBMIT_DAYS),
                            Deadline.KPI_TO_COMMISSION,
                            Terms.Own.workingDaysAfter(AppraisalSetting.TO_COMMISSION_DAYS),
                            Deadline.KPI_INFORM,
                            Terms.Own.workingDaysAfter(AppraisalSetting.INFORM_DAYS),
                            Deadline.KPI_APPEAL,
                            Terms.Own.workingDaysAfter(AppraisalSetting.APPEAL_DAYS),
                            Deadline.KPI_NOTIFY_ASSESSORS,
                            new Terms.Own(
                                    AppraisalSetting.NOTIFY_BEFORE_DAYS,
                                    Counting.WorkingDaysBefore::new)));

    private KpiTerms() {}
}
