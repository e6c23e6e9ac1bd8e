package kz.bagalau.reports.overtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.Deviation;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.MonthOvertime;
import kz.bagalau.rules.worktime.Person;
import kz.bagalau.rules.worktime.Schedule;

/// What is kept of a month's passages besides its hours: hours by unit, by person and day with the
/// working time they were held against, and the minutes by which employees with flexible time came
/// late or left early. The times of passages are not in it.
public final class OvertimeAids {

    static final String UNITS = "units";
    static final String TOTAL = "total";
    static final String PEOPLE = "people";
    static final String DEVIATIONS = "deviations";

    /// Above so many days of overtime the listing names sums only, so that what is kept of a report
    /// stays within one item.
    private static final int MOST_DAYS = 40_000;

    private OvertimeAids() {}

    /// @param schedule by which the month was counted
    static ObjectNode of(MonthOvertime overtime, Schedule schedule) {
        ObjectNode aids = Json.object().put("peopleOutsideScope", overtime.uncounted());
        ArrayNode units = aids.putArray(UNITS);
        overtime.byUnit().forEach((unit, hours) -> put(units.addObject().put("unit", unit), hours));
        put(aids.putObject(TOTAL), overtime.total());
        people(aids.putArray(PEOPLE), overtime, schedule);
        ArrayNode deviations = aids.putArray(DEVIATIONS);
        overtime.deviations().forEach(one -> deviations.add(json(one)));
        return aids;
    }

    /// The aids as somebody else than the body's own personnel service, which accounts for flexible
    /// time (No. 120, ¶20), may see them.
    ///
    /// @param people whether hours by person are shown
    public static ObjectNode shownToOthers(ObjectNode aids, boolean people) {
        ObjectNode shown = aids.deepCopy();
        shown.remove(DEVIATIONS);
        if (!people) {
            shown.remove(PEOPLE);
        }
        return shown;
    }

    /// Whom the listings name, by their ids in the directory as far as the file gave them.
    public static Set<String> employees(ObjectNode aids) {
        Set<String> employees = new TreeSet<>();
        aids.path(PEOPLE)
                .forEach(person ->
                        employees.add(
                                person.path("employee").asText(person.path("person").asText())));
        aids.path(DEVIATIONS).forEach(one -> employees.add(one.path("employee").asText()));
        return employees;
    }

    private static void put(ObjectNode json, Hours hours) {
        OvertimeReading.FACTS.forEach(
                (name, part) -> json.put(name, OvertimeReading.shown(part.apply(hours))));
    }

    private static void people(ArrayNode people, MonthOvertime overtime, Schedule schedule) {
        boolean byDay = overtime.listing().size() <= MOST_DAYS;
        ObjectNode last = Json.object();
        for (MonthOvertime.Row row : overtime.listing()) {
            if (!isOf(last, row)) {
                last = person(people.addObject(), row.who(), overtime, schedule);
            }
            if (byDay) {
                ObjectNode day =
                        last.withArray("/days")
                                .addObject()
                                .put("date", row.day().date().toString())
                                .put("working", row.day().working())
                                .put("hours", OvertimeReading.shown(row.day().counted()));
                if (!row.day().authorised().isZero()) {
                    day.put("authorised", OvertimeReading.shown(row.day().authorised()));
                }
            }
        }
    }

    private static ObjectNode person(
            ObjectNode json, Person person, MonthOvertime overtime, Schedule schedule) {
        json.put("unit", person.unit()).put("person", person.id());
        if (!person.employee().equals(person.id())) {
            json.put("employee", person.employee());
        }
        ArrayNode stretches = json.putArray("schedule");
        for (Schedule.Stretch stretch : schedule.of(person, overtime.month())) {
            ObjectNode one =
                    stretches
                            .addObject()
                            .put("from", stretch.from().toString())
                            .put("to", stretch.to().toString())
                            .put("start", Clock24.text(stretch.time().start()))
                            .put("end", Clock24.endText(stretch.time().end()));
            stretch.act().ifPresent(act -> one.put("act", act));
        }
        return json;
    }

    private static boolean isOf(ObjectNode json, MonthOvertime.Row row) {
        return json.path("person").asText().equals(row.person())
                && json.path("unit").asText().equals(row.unit());
    }

    private static ObjectNode json(Deviation one) {
        return Json.object()
                .put("employee", one.employee())
                .put("date", one.date().toString())
                .put("kind", one.kind().name())
                .put("minutes", one.minutes())
                .put("act", one.act());
    }
}
