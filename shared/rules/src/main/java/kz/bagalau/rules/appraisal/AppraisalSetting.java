package kz.bagalau.rules.appraisal;

import static kz.bagalau.rules.Acts.commission;
import static kz.bagalau.rules.Acts.mangystau;

import java.util.List;
import kz.bagalau.rules.appraisal.EmployeeSetting.Answer;
import kz.bagalau.rules.appraisal.EmployeeSetting.Choice;
import kz.bagalau.rules.appraisal.EmployeeSetting.Fixed;
import kz.bagalau.rules.appraisal.EmployeeSetting.Number;
import kz.bagalau.rules.vote.Session;

/// The settings of both methodologies, by the names of the specification.
public final class AppraisalSetting {

    private static final int MOST_DAYS = 60;

    // DOUBT: "until (дейін) 31 August 2023" may include that day or not (G-02), read as including
    // it because the day named is taken as the last one.
    public static final Choice<Answer> VALID_TO_INCLUSIVE =
            Choice.of("valid_to_inclusive", Answer.values(), commission("item 3"));

    public static final Number MIN_TENURE = new Number("min_tenure", 1, 1, 12, mangystau("¶5"));

    // DOUBT: on which day a month ends is not said (G-49), read as on the day before the same
    // number, because the day of appointment is counted. A lawyer decides.
    public static final Choice<MonthEnd> MONTH_END =
            Choice.of("month_end", MonthEnd.values(), mangystau("¶5"));

    // DOUBT: whether the day of appointment is counted is not said (G-39), read as counted because
    // the act says "from the day" (со дня назначения).
    public static final Choice<Answer> TENURE_COUNTS_FIRST_DAY =
            Choice.of("tenure_counts_first_day", Answer.values(), mangystau("¶5"));

    public static final Number MIN_WORKED_DAYS =
            new Number("min_worked_days", 15, 1, 66, mangystau("¶5"));

    // DOUBT: whether a day on a business trip is "actually worked" is not said (G-07), read as yes
    // because a trip is work.
    public static final Choice<Answer> TRIP_COUNTS_AS_WORKED =
            Choice.of("trip_counts_as_worked", Answer.values(), mangystau("¶5"));

    // DOUBT: the same of days in internship, retraining and training (G-07), read as yes because
    // the body sends its employees there.
    public static final Choice<Answer> TRAINING_COUNTS_AS_WORKED =
            Choice.of("training_counts_as_worked", Answer.values(), mangystau("¶5"));

    public static final Number DELEGATE_THRESHOLD =
            new Number("delegate_threshold", 20, 1, 200, mangystau("¶17"));

    public static final Fixed SCORE_MIN = new Fixed("score_min", "0", mangystau("¶17"));
    public static final Fixed SCORE_MAX = new Fixed("score_max", "5", mangystau("¶17"));

    public static final Fixed BANDS =
            new Fixed("bands", "[4,5],[3,3.99],[2,2.99],[0,1.99]", mangystau("¶7"));

    // DOUBT: the bands leave gaps such as 3.99 to 4, and no rounding is given (G-09), read as
    // rounded to two decimals half up, because the bands themselves have two decimals.
    public static final Choice<Rounding> ROUNDING =
            Choice.of("rounding", Rounding.values(), mangystau("¶7"));

    public static final Number QUARTER_DUE_DAY =
            new Number("quarter_due_day", 20, 1, 28, mangystau("¶4"));

    public static final Fixed YEAR_DUE = new Fixed("year_due", "01-30", mangystau("¶4"));

    // DOUBT: receiving the result may mean its publication or its opening (G-11), read as its
    // publication because ¶9 says that the employee receives it in the information system.
    public static final Choice<ReceiptEvent> RECEIPT_EVENT =
            Choice.of("receipt_event", ReceiptEvent.values(), mangystau("¶10"));

    // DOUBT: how two cases of one quarter merge is not said (G-26), read as their mean until the
    // personnel service chooses, because the yearly score is a mean as well.
    public static final Choice<MultiCase> MULTI_CASE_QUARTER =
            Choice.of("multi_case_quarter", MultiCase.values(), mangystau("¶4"));

    // DOUBT: who of the members must vote is not said (G-14), read as enough for a majority so that
    // one absent member does not break the term of ¶20.
    public static final Choice<Session.Presence> CALIBRATION_PRESENCE =
            Choice.of("calibration_presence", Session.Presence.values(), mangystau("¶22"));

    public static final Fixed CALIBRATION_MAJORITY =
            new Fixed("calibration_majority", "1/2", mangystau("¶22"));

    public static final Fixed CALIBRATION_MEMBERS =
            new Fixed("calibration_members", "odd, 3, HR", mangystau("¶19"));

    public static final Number CALIBRATION_APPLY = days("calibration_apply", 5, "¶10");
    public static final Number CALIBRATION_DECIDE = days("calibration_decide", 3, "¶19");
    public static final Number CALIBRATION_HOLD = days("calibration_hold", 10, "¶20");
    public static final Number CALIBRATION_UPLOAD = days("calibration_upload", 3, "¶22");

    public static final Number RETENTION = new Number("retention", 3, 3, 75, mangystau("¶12"));

    public static final Fixed KPI_COUNT = new Fixed("kpi_count", "5", commission("¶47"));

    public static final Fixed KPI_GRADE_MAP =
            new Fixed("kpi_grade_map", "5,4,3", commission("¶49"));

    public static final Number KPI_SET_DAYS = kpiDays("kpi_set_days", 10, "¶43");
    public static final Number RESUBMIT_DAYS = kpiDays("resubmit_days", 2, "¶54");
    public static final Number TO_COMMISSION_DAYS = kpiDays("to_commission_days", 2, "¶55");
    public static final Number INFORM_DAYS = kpiDays("inform_days", 2, "¶67");
    public static final Number NOTIFY_BEFORE_DAYS = kpiDays("notify_before_days", 3, "¶56");
    public static final Number APPEAL_DAYS = kpiDays("appeal_days", 10, "¶69");

    public static final Fixed QUORUM = new Fixed("quorum", "2/3", commission("¶57"));

    private AppraisalSetting() {}

    /// In the order of the specification.
    static List<EmployeeSetting> ofM245() {
        return List.of(
                SCORE_MIN,
                SCORE_MAX,
                BANDS,
                ROUNDING,
                QUARTER_DUE_DAY,
                YEAR_DUE,
                MIN_TENURE,
                MONTH_END,
                TENURE_COUNTS_FIRST_DAY,
                MIN_WORKED_DAYS,
                TRIP_COUNTS_AS_WORKED,
                TRAINING_COUNTS_AS_WORKED,
                DELEGATE_THRESHOLD,
                RECEIPT_EVENT,
                MULTI_CASE_QUARTER,
                CALIBRATION_MAJORITY,
                CALIBRATION_PRESENCE,
                CALIBRATION_MEMBERS,
                CALIBRATION_APPLY,
                CALIBRATION_DECIDE,
                CALIBRATION_HOLD,
                CALIBRATION_UPLOAD,
                RETENTION,
                VALID_TO_INCLUSIVE);
    }

    /// In the order of the specification.
    static List<EmployeeSetting> ofM002() {
        return List.of(
                KPI_COUNT,
                KPI_GRADE_MAP,
                KPI_SET_DAYS,
                RESUBMIT_DAYS,
                TO_COMMISSION_DAYS,
                INFORM_DAYS,
                NOTIFY_BEFORE_DAYS,
                QUORUM,
                APPEAL_DAYS,
                MIN_TENURE,
                MONTH_END,
                TENURE_COUNTS_FIRST_DAY,
                VALID_TO_INCLUSIVE);
    }

    private static Number days(String id, int days, String paragraph) {
        return new Number(id, days, 1, MOST_DAYS, mangystau(paragraph));
    }

    private static Number kpiDays(String id, int days, String paragraph) {
        return new Number(id, days, 1, MOST_DAYS, commission(paragraph));
    }

    /// On which day a term of months ends.
    public enum MonthEnd {
        DAY_BEFORE,
        SAME_DAY
    }

    /// How a score becomes two decimals and a grade.
    public enum Rounding {
        HALF_UP_2,
        TRUNC_2,
        /// The grade is read from the unrounded number, in half-open bands.
        RAW_HALF_OPEN
    }

    public enum ReceiptEvent {
        PUBLISHED,
        FIRST_OPENED
    }

    /// How several assessed cases of one quarter become its score.
    public enum MultiCase {
        MEAN,
        /// The case whose time ended last.
        LAST,
        /// The mean weighted by the days worked.
        WEIGHTED_BY_DAYS
    }
}
