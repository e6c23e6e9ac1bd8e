package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.worktime.MonthOvertime;
import kz.bagalau.rules.worktime.MonthTimes;

/// ¶40.1, ¶40.2: hours that were counted month by month, by the calendar and the working times as
/// they then were. The passages behind them are deleted, so a calendar that is corrected later, or
/// an act of flexible time that is entered later, changes none of them; whoever reads them sees
/// which months have to be sent again.
///
/// A source says in `months`, by month, `calendar` as [#by] gives it.
public final class CountedHours {

    private CountedHours() {}

    private static final String DAYS = "days";
    private static final String TIMES = "times";

    /// By what a month was counted: `version` of the calendar's edition, its `days` as
    /// [MonthOvertime#days] names them, and of the working `times` a digest ([MonthTimes]).
    public static ObjectNode by(
            YearMonth month, Edition<CalendarYear> edition, MonthTimes.Digest times) {
        String days = MonthOvertime.days(month, edition.value());
        return Json.object()
                .put("version", edition.version())
                .put(DAYS, days)
                .put(TIMES, times.by(month, days));
    }

    /// Whether a month was counted by other working times than those that now stand.
    ///
    /// @param by as [#by] gives it
    /// @param touched how the months stand whose times were changed
    public static boolean timesChanged(
            YearMonth month, JsonNode by, Map<YearMonth, MonthTimes.Digest> touched) {
        MonthTimes.Digest now = touched.get(month);
        return now != null
                && !now.by(month, by.path(DAYS).asText()).equals(by.path(TIMES).asText());
    }

    /// The days that are working days by only one of what a month was counted by and the calendar
    /// that now stands; all of them where nothing is known of the former.
    ///
    /// @param by as [#by] gives it
    public static List<LocalDate> changed(YearMonth month, JsonNode by, CalendarYear now) {
        String counted = by.path(DAYS).asText();
        String days = MonthOvertime.days(month, now);
        return IntStream.range(0, days.length())
                .filter(i -> !days.regionMatches(i, counted, i, 1))
                .mapToObj(i -> month.atDay(1).plusDays(i))
                .toList();
    }

    /// The claims of a body and year as the year's calendar and the body's working times bear them
    /// out: hours are `provisional` while the calendar is a draft, and where months were counted by
    /// other days than it now has or by other times than now stand, which `sendAgain` names:
    /// `2026-03, 2026-05`.
    ///
    /// @param touched how the months stand whose times were changed
    static Map<String, List<Claim>> borneOut(
            Map<String, List<Claim>> claims, Map<YearMonth, MonthTimes.Digest> touched) {
        JsonNode calendar =
                claims.getOrDefault(WorkingDays.FACT, List.of()).stream()
                        .filter(claim -> claim.origin().equals(Origins.CALENDAR))
                        .<JsonNode>map(Claim::source)
                        .findAny()
                        .orElseGet(Json::object);
        Map<String, List<Claim>> borne = new TreeMap<>();
        claims.forEach((name, all) ->
                borne.put(
                        name,
                        all.stream().map(claim -> borneOut(claim, calendar, touched)).toList()));
        return borne;
    }

    private static Claim borneOut(
            Claim claim, JsonNode calendar, Map<YearMonth, MonthTimes.Digest> touched) {
        if (!claim.source().has("months")) {
            return claim;
        }
        List<String> again = new ArrayList<>();
        for (var month : claim.source().path("months").properties()) {
            JsonNode by = month.getValue().path("calendar");
            if (!by.path(DAYS).equals(calendar.path(DAYS).path(month.getKey()))
                    || timesChanged(YearMonth.parse(month.getKey()), by, touched)) {
                again.add(month.getKey());
            }
        }
        if (again.isEmpty() && !calendar.path("provisional").asBoolean()) {
            return claim;
        }
        ObjectNode source = claim.source().deepCopy().put("provisional", true);
        if (!again.isEmpty()) {
            source.put("sendAgain", String.join(", ", again));
        }
        return new Claim(claim.origin(), claim.value(), source, claim.stamp(), claim.basisFor());
    }
}
