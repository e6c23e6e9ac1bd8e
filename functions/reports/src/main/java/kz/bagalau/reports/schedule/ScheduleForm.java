package kz.bagalau.reports.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// A year's schedule as callers read it and as the Agency sends it: what was read can be sent again
/// as it is.
///
/// @param seen the version that the sender has edited, where it is said
public record ScheduleForm(Schedule schedule, OptionalLong seen) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_VERSION = 999_999;

    public static Input.Result<ScheduleForm> parse(Request request, int year) {
        Input input = request.input(MAX_BYTES);
        if (input.has("year")) {
            input.integer("year", year, year);
        }
        input.raw("year");
        String basis = input.text("basis", 1000);
        OptionalLong seen =
                input.has("version")
                        ? OptionalLong.of(input.integer("version", 0, MAX_VERSION))
                        : OptionalLong.empty();
        input.raw("version");
        Optional<LocalDate> closes =
                input.has("closes") ? Optional.of(input.date("closes")) : Optional.empty();
        input.raw("closes");
        if (input.raw("items").isMissingNode()) {
            input.error("items", FieldProblem.REQUIRED);
        }
        List<Schedule.Item> items = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Input item : input.objects("items", MAX_ITEMS)) {
            read(item, year, closes, named).ifPresent(items::add);
        }
        return input.finish(() -> new ScheduleForm(new Schedule(year, basis, closes, items), seen));
    }

    private static Optional<Schedule.Item> read(
            Input item, int year, Optional<LocalDate> closes, Set<String> named) {
        String code = item.text("form", 40);
        String about = item.text("period", 10);
        LocalDate due = item.date("due");
        // what GET returns beside the day
        item.raw("workingDay");
        item.raw("safeDue");
        item.raw("provisional");
        // The quarter itself makes a quarterly form due.
        Optional<ReportForm> form = ReportForm.named(code).filter(known -> !known.quarterly());
        Optional<ReportPeriod> period = ReportPeriod.parse(about);
        if (form.isEmpty() && !code.isEmpty()) {
            item.error("form", ReportProblem.UNKNOWN_FORM, code);
        }
        if (period.isEmpty() && !about.isEmpty()) {
            item.error("period", FieldProblem.BAD_FORMAT, "2025, 2025-Q1, 2025-03");
        }
        if (form.isEmpty() || period.isEmpty()) {
            return Optional.empty();
        }
        if (period.get().year() != year) {
            item.error(
                    "period", ReportProblem.PERIOD_OF_ANOTHER_YEAR, about, Integer.toString(year));
        } else if (!form.get().fits(period.get())) {
            item.error("period", ReportProblem.PERIOD_DOES_NOT_FIT, about, code);
        } else if (!named.add(code + " " + about)) {
            item.error("period", ReportProblem.SCHEDULED_TWICE, code, about);
        }
        if (closes.filter(due::isAfter).isPresent()) {
            item.error("due", ReportProblem.CLOSES_BEFORE_DUE, closes.get().toString());
        }
        return Optional.of(new Schedule.Item(form.get(), period.get(), due));
    }

    public static ObjectNode json(Edition<Schedule> edition, WorkingCalendar calendar) {
        Schedule schedule = edition.value();
        ObjectNode json = Json.object().put("year", schedule.year()).put("basis", schedule.basis());
        schedule.closes().ifPresent(day -> json.put("closes", day.toString()));
        json.put("version", edition.version());
        var items = json.putArray("items");
        for (Schedule.Item item : schedule.items()) {
            ObjectNode one =
                    items.addObject()
                            .put("form", item.form().code())
                            .put("period", item.period().code());
            due(one, item.due(), calendar);
        }
        return json;
    }

    /// The day and what the calendar says of it.
    // DOUBT: the acts do not say what holds where the day set in the assessment schedule is a day
    // off, read as that very day (¶2(28): "later than the date set"), and the last working day not
    // after it is shown as the safe one.
    public static void due(ObjectNode json, LocalDate due, WorkingCalendar calendar) {
        json.put("due", due.toString());
        boolean known = calendar.find(due.getYear()).isPresent();
        boolean confirmed =
                calendar.find(due.getYear()).filter(year -> year.confirmed()).isPresent();
        json.put("provisional", !confirmed);
        if (known) {
            json.put("workingDay", calendar.isWorking(due));
            if (calendar.isWorking(due) || calendar.find(due.minusDays(20).getYear()).isPresent()) {
                json.put("safeDue", calendar.lastWorkingOnOrBefore(due).toString());
            }
        }
    }
}
