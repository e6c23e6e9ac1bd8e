package kz.bagalau.reports.overtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.rules.worktime.Hours;

/// What was counted of a body's month and stands.
///
/// @param aids as [OvertimeAids] keeps them
/// @param sendAgain whether the working days or times changed after it was counted
/// @param provisional whether its hours may still change
record CountedMonth(
        YearMonth month, ReportId report, ObjectNode aids, boolean sendAgain, boolean provisional) {

    /// Exact to the second: what is kept has 6 decimals, which distinguish every second.
    SortedMap<String, Hours> byUnit() {
        SortedMap<String, Hours> units = new TreeMap<>();
        for (JsonNode unit : aids.path(OvertimeAids.UNITS)) {
            units.put(
                    unit.path("unit").asText(),
                    new Hours(
                            exact(unit, "hours.overtime_weekday"),
                            exact(unit, "hours.overtime_weekday_authorised"),
                            exact(unit, "hours.overtime_weekend"),
                            exact(unit, "hours.overtime_weekend_authorised")));
        }
        return units;
    }

    static Duration exact(JsonNode json, String field) {
        return Hours.ofDecimal(new BigDecimal(json.path(field).asText("0")));
    }

    /// Hours as the routes of overtime show them.
    static ObjectNode json(Hours hours) {
        return Json.object()
                .put("weekday", OvertimeReading.shown(hours.weekday()))
                .put("weekdayAuthorised", OvertimeReading.shown(hours.weekdayAuthorised()))
                .put("weekend", OvertimeReading.shown(hours.weekend()))
                .put("weekendAuthorised", OvertimeReading.shown(hours.weekendAuthorised()));
    }
}
