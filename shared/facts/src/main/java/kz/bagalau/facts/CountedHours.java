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

/// ¶40.1, ¶40.2: hours that were counted month by month, by the calendar as it then was. The
/// passages behind them are deleted, so a calendar that is corrected later changes none of them;
/// whoever reads them sees which months have to be sent again.
///
/// A source says in `months`, by month, `calendar` as [#by] gives it.
public final class CountedHours {

    private CountedHours() {}

    /// By what a month was counted: `version` of the calendar's edition, and its `days` as
    /// [MonthOvertime#days] names them.
    public static ObjectNode by(YearMonth month, Edition<CalendarYear> edition) {
        return Json.object()
                .put("version", edition.version())
                .put("days", MonthOvertime.days(month, edition.value()));
    }

    /// The days that are working days by only one of what a month was counted by and the calendar
    /// that now stands; all of them where nothing is known of the former.
    ///
    /// @param by as [#by] gives it
    public static List<LocalDate> changed(YearMonth month, JsonNode by, CalendarYear now) {
        String counted = by.path("days").asText();
        String days = MonthOvertime.days(month, now);
        return IntStream.range(0, days.length())
                .filter(i -> !days.regionMatches(i, counted, i, 1))
                .mapToObj(i -> month.atDay(1).plusDays(i))
                .toList();
    }

    /// The claims of a body and year as the year's calendar bears them out: hours are `provisional`
    /// while it is a draft, and where months were counted by other days than it now has, which
    /// `sendAgain` names: `2026-03, 2026-05`.
    static Map<String, List<Claim>> borneOut(Map<String, List<Claim>> claims) {
        JsonNode calendar =
                claims.getOrDefault(WorkingDays.FACT, List.of()).stream()
                        .filter(claim -> claim.origin().equals(Origins.CALENDAR))
                        .<JsonNode>map(Claim::source)
                        .findAny()
                        .orElseGet(Json::object);
        Map<String, List<Claim>> borne = new TreeMap<>();
        claims.forEach((name, all) ->
                borne.put(name, all.stream().map(claim -> borneOut(claim, calendar)).toList()));
        return borne;
    }

    private static Claim borneOut(Claim claim, JsonNode calendar) {
        if (!claim.source().has("months")) {
            return claim;
        }
        List<String> again = new ArrayList<>();
        for (var month : claim.source().path("months").properties()) {
            JsonNode days = month.getValue().path("calendar").path("days");
            if (!days.equals(calendar.path("days").path(month.getKey()))) {
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
