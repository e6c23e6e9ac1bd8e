package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The numbers of days that a body's own act sets otherwise than No. 02-17/15. A case keeps those
/// with which it was opened.
final class Terms {

    private static final String FIELD = "terms";

    private static final Map<Deadline, EmployeeSetting.Number> SETTINGS =
            Map.of(
                    Deadline.KPI_SET, AppraisalSetting.KPI_SET_DAYS,
                    Deadline.KPI_RESUBMIT, AppraisalSetting.RESUBMIT_DAYS,
                    Deadline.KPI_TO_COMMISSION, AppraisalSetting.TO_COMMISSION_DAYS,
                    Deadline.KPI_INFORM, AppraisalSetting.INFORM_DAYS,
                    Deadline.KPI_APPEAL, AppraisalSetting.APPEAL_DAYS,
                    Deadline.KPI_NOTIFY_ASSESSORS, AppraisalSetting.NOTIFY_BEFORE_DAYS);

    private Terms() {}

    /// Writes down the numbers that were chosen; nothing where all are those of the act.
    static void keep(ObjectNode content, EmployeeSettings settings) {
        ObjectNode terms = Json.object();
        SETTINGS.entrySet().stream()
                .filter(entry -> settings.chosen().containsKey(entry.getValue().id()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> terms.put(entry.getKey().code(), settings.get(entry.getValue())));
        if (!terms.isEmpty()) {
            content.set(FIELD, terms);
        }
    }

    /// A plan's numbers hold for its sheet too.
    static void copy(ObjectNode from, ObjectNode to) {
        if (from.has(FIELD)) {
            to.set(FIELD, from.get(FIELD));
        }
    }

    static DueDate due(
            ObjectNode content, Deadline rule, LocalDate event, WorkingCalendar calendar) {
        JsonNode days = content.path(FIELD).path(rule.code());
        return days.isInt()
                ? rule.due(event, counting(rule, days.intValue()), calendar)
                : rule.due(event, calendar);
    }

    private static Counting counting(Deadline rule, int days) {
        return rule == Deadline.KPI_NOTIFY_ASSESSORS
                ? new Counting.WorkingDaysBefore(days)
                : new Counting.WorkingDaysAfter(days);
    }
}
