package kz.bagalau.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.MonthOvertime;

/// ¶40.1, d: the working days of a year, claimed by its calendar as it stands when facts are read,
/// so that a corrected calendar is seen at once and no copy of it can grow old.
public final class WorkingDays {

    public static final String FACT = "hours.working_days";

    private WorkingDays() {}

    /// The claim of an edition of the calendar, with the days of each month as [MonthOvertime#days]
    /// names them; provisional while nobody has confirmed it.
    public static Claim claim(Edition<CalendarYear> edition) {
        CalendarYear year = edition.value();
        ObjectNode source =
                Json.object()
                        .put("kind", Origins.CALENDAR)
                        .put("year", year.year())
                        .put("version", edition.version())
                        .put("status", year.status().name())
                        .put("sha256", sha256(year));
        ObjectNode days = source.putObject("days");
        for (Month month : Month.values()) {
            YearMonth each = YearMonth.of(year.year(), month);
            days.put(each.toString(), MonthOvertime.days(each, year));
        }
        if (!year.confirmed()) {
            source.put("provisional", true);
        }
        return new Claim(
                Origins.CALENDAR,
                new FactValue.Amount(BigDecimal.valueOf(year.workingDays())),
                source,
                Optional.empty(),
                Audience.BODY);
    }

    /// SHA-256 in hexadecimal digits of everything that the calendar says.
    static String sha256(CalendarYear year) {
        List<List<String>> lines =
                Stream.concat(
                                Stream.of(
                                        List.of(
                                                Integer.toString(year.year()),
                                                year.week().name(),
                                                year.status().name(),
                                                year.basis())),
                                year.days().stream().map(WorkingDays::line))
                        .toList();
        return Sha256.hex(Json.write(lines));
    }

    private static List<String> line(SpecialDay day) {
        return Stream.of(
                        day.date().toString(),
                        day.kind().name(),
                        day.name().kk(),
                        day.name().ru(),
                        day.name().en(),
                        day.basis(),
                        day.substitutesFor().map(Object::toString).orElse(""))
                .collect(Collectors.toList());
    }
}
