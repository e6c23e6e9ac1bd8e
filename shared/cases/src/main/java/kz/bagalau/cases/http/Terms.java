package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.EmployeeSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The numbers of days that a body's own act sets otherwise than the act of the procedure. A case
/// keeps those with which it was opened.
///
/// @param own by deadline
public record Terms(Map<Deadline, Own> own) {

    private static final String FIELD = "terms";

    /// @param setting that names the number
    /// @param counting how the number is counted
    public record Own(EmployeeSetting.Number setting, IntFunction<Counting> counting) {

        public static Own workingDaysAfter(EmployeeSetting.Number setting) {
            return new Own(setting, Counting.WorkingDaysAfter::new);
        }
    }

    public Terms {
        own = Map.copyOf(own);
    }

    /// Writes down the numbers that were chosen; nothing where all are those of the act.
    public void keep(ObjectNode content, EmployeeSettings settings) {
        ObjectNode terms = Json.object();
        own.entrySet().stream()
                .filter(entry -> settings.chosen().containsKey(entry.getValue().setting().id()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        terms.put(entry.getKey().code(), settings.get(entry.getValue().setting())));
        if (!terms.isEmpty()) {
            content.set(FIELD, terms);
        }
    }

    /// One case's numbers hold for another that follows from it.
    public static void copy(ObjectNode from, ObjectNode to) {
        if (from.has(FIELD)) {
            to.set(FIELD, from.get(FIELD));
        }
    }

    /// The last day of a term, by the numbers that the content keeps.
    public DueDate due(
            ObjectNode content, Deadline rule, LocalDate event, WorkingCalendar calendar) {
        JsonNode days = content.path(FIELD).path(rule.code());
        Own counted = own.get(rule);
        return days.isInt() && counted != null
                ? rule.due(event, counted.counting().apply(days.intValue()), calendar)
                : rule.due(event, calendar);
    }
}
