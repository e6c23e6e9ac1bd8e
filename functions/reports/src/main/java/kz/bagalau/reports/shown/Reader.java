package kz.bagalau.reports.shown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.overtime.OvertimeAids;
import kz.bagalau.reports.report.Report;

/// Who reads a report, as far as others' working time goes: hours by person are for the body's own
/// personnel service and the Agency, deviations from flexible time for the former alone.
enum Reader {
    OWN_HR,
    AGENCY,
    OTHER;

    static Reader of(Caller caller, String body) {
        if (caller.has(Role.HR, body)) {
            return OWN_HR;
        }
        return caller.has(Role.AGENCY) ? AGENCY : OTHER;
    }

    /// What was found beside the facts, as far as this reader may see it.
    ObjectNode aids(Report report, ObjectNode aids) {
        return this == OWN_HR || report.obligation().form() != ReportForm.ACCESS_EVENTS
                ? aids
                : OvertimeAids.shownToOthers(aids, this == AGENCY);
    }
}
