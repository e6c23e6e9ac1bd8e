package kz.bagalau.rules.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;

/// The flows of the acts on employees and their working time. Each is a table of the same name.
public enum Flows {
    /// The individual work plan (chapter 6).
    KPI_PLAN("kpi-plan", Acts::commission),
    /// The assessment sheet, through the Commission to the appeal (chapter 6).
    KPI_SHEET("kpi-sheet", Acts::commission),
    /// The Assessment Commission's composition and timetable (chapter 6).
    COMMISSION("commission", Acts::commission),
    COMMISSION_MEETING("commission-meeting", Acts::commission),
    /// An employee's quarter, through calibration to the appeal.
    APPRAISAL("appraisal", Acts::mangystau),
    YEARLY_SCORE("yearly-score", Acts::mangystau),
    /// A body's quarterly report on working time.
    WORKTIME_REPORT("worktime-report", Acts::order121),
    MONITORING_SIGNAL("monitoring-signal", Acts::order121),
    VISIT_PLAN("visit-plan", Acts::order121),
    VISIT_PLAN_ITEM("visit-plan-item", Acts::order121),
    VISIT("visit", Acts::order121),
    /// An act on somebody at the workplace outside working time.
    PRESENCE_ACT("presence-act", Acts::order121),
    MONITORING_RESULT("monitoring-result", Acts::order121),
    FLEXIBLE_APPLICATION("flexible-application", Acts::order120),
    /// Flexible time of one employee in an act.
    FLEXIBLE_TIME("flexible-time", Acts::order120),
    /// Remote or combined work of one employee in an act.
    REMOTE_WORK("remote-work", Acts::order120),
    /// The recall of one employee from remote work.
    RECALL("recall", Acts::order120),
    /// A violation of the conditions of flexible time or of discipline.
    VIOLATION("violation", Acts::order120);

    private final Flow flow;

    Flows(String code, Function<String, Citation> act) {
        this.flow = Flow.read(code, act);
    }

    public Flow flow() {
        return flow;
    }

    /// The flow of this code.
    public static Optional<Flow> named(String code) {
        return Arrays.stream(values())
                .map(Flows::flow)
                .filter(flow -> flow.code().equals(code))
                .findAny();
    }
}
