package kz.bagalau.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.CountedHours;
import kz.bagalau.facts.Fact;
import kz.bagalau.forms.report.AccessEvents;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.MonthOvertime;

/// Reads the passages of a month (¶40.1, ¶40.2) and keeps nothing of them but hours. Twelve months
/// make the facts of a year; as long as one is missing there are none. Each month names by which
/// calendar it was counted, so that one that was corrected later is noticed ([CountedHours]).
final class OvertimeReading implements FormReading {

    private static final int MONTHS = 12;

    /// Above so many days of overtime the listing names sums only, so that what is kept of a report
    /// stays within one item.
    private static final int MOST_DAYS = 40_000;

    /// Where the source of a month's hours says by which calendar they were counted.
    private static final String CALENDAR = "calendar";

    private static final Map<String, Function<Hours, Duration>> FACTS = facts();

    private final Calendars calendars;

    OvertimeReading(Calendars calendars) {
        this.calendars = calendars;
    }

    private static Map<String, Function<Hours, Duration>> facts() {
        Map<String, Function<Hours, Duration>> facts = new LinkedHashMap<>();
        facts.put("hours.overtime_weekday", Hours::weekday);
        facts.put("hours.overtime_weekday_authorised", Hours::weekdayAuthorised);
        facts.put("hours.overtime_weekend", Hours::weekend);
        facts.put("hours.overtime_weekend_authorised", Hours::weekendAuthorised);
        return facts;
    }

    @Override
    public Reading read(Path file, Report report, StateBody body, List<Fact> known) {
        YearMonth month = YearMonth.from(report.obligation().period().from());
        return calendars
                .find(month.getYear())
                .map(edition -> read(file, report, month, edition))
                .orElseGet(() ->
                        Reading.failed(
                                ReportJson.note(
                                        ReportProblem.NO_CALENDAR,
                                        Integer.toString(month.getYear()))));
    }

    private static Reading read(
            Path file, Report report, YearMonth month, Edition<CalendarYear> edition) {
        var read =
                AccessEvents.read(
                        file, report.file().type().rows().orElseThrow(), month, edition.value());
        return new Reading(
                WorkbookReading.notes(read.reading().problems()),
                read.reading().more(),
                WorkbookReading.shortcomings(read.reading().problems()),
                WorkbookReading.notes(read.reading().warnings()),
                read.overtime()
                        .map(overtime -> values(overtime, report, edition))
                        .orElse(List.of()),
                Map.of(),
                read.overtime().map(OvertimeReading::listing).orElseGet(Json::object));
    }

    /// The hours of the month. Their source shows the seconds of which they were made.
    private static List<Fact> values(
            MonthOvertime overtime, Report report, Edition<CalendarYear> edition) {
        Hours total = overtime.total();
        List<Fact> values = new ArrayList<>();
        FACTS.forEach((name, part) -> {
            ObjectNode source =
                    Json.object()
                            .put("kind", "report")
                            .put("report", report.id().toString())
                            .put("form", report.obligation().form().code())
                            .put("period", report.obligation().period().code())
                            .put("seconds", part.apply(total).toSeconds())
                            .put("sha256", report.file().sha256());
            source.set(CALENDAR, CountedHours.by(overtime.month(), edition));
            values.add(new Fact(name, amount(part.apply(total)), source));
        });
        return values;
    }

    private static Duration duration(FactValue hours) {
        return switch (hours) {
            case FactValue.Amount(var amount) -> Hours.ofDecimal(amount);
            default -> throw new IllegalArgumentException("no hours: " + hours);
        };
    }

    private static FactValue amount(Duration sum) {
        return new FactValue.Amount(Hours.decimal(sum));
    }

    /// What a body can check against its own books: hours by unit, and by person and day. The times
    /// of passages are not in it.
    private static ObjectNode listing(MonthOvertime overtime) {
        ObjectNode aids = Json.object().put("peopleOutsideScope", overtime.uncounted());
        ArrayNode units = aids.putArray("units");
        overtime.byUnit()
                .forEach((unit, hours) -> {
                    ObjectNode json = units.addObject().put("unit", unit);
                    FACTS.forEach((name, part) -> json.put(name, shown(part.apply(hours))));
                });
        boolean byDay = overtime.listing().size() <= MOST_DAYS;
        ArrayNode people = aids.putArray("people");
        Optional<ObjectNode> last = Optional.empty();
        for (MonthOvertime.Row row : overtime.listing()) {
            if (last.filter(json -> isOf(json, row)).isEmpty()) {
                last =
                        Optional.of(
                                people.addObject()
                                        .put("unit", row.unit())
                                        .put("person", row.person()));
            }
            if (byDay) {
                ObjectNode day =
                        last.get()
                                .withArray("days")
                                .addObject()
                                .put("date", row.day().date().toString())
                                .put("working", row.day().working())
                                .put("hours", shown(row.day().counted()));
                if (!row.day().authorised().isZero()) {
                    day.put("authorised", shown(row.day().authorised()));
                }
            }
        }
        return aids;
    }

    private static boolean isOf(ObjectNode json, MonthOvertime.Row row) {
        return json.path("person").asText().equals(row.person())
                && json.path("unit").asText().equals(row.unit());
    }

    private static String shown(Duration hours) {
        return Decimals.plain(Hours.decimal(hours));
    }

    @Override
    public List<Fact> facts(Standing standing) {
        return year(standing);
    }

    /// The facts of the year: the values of its months, added exactly and rounded once. Where the
    /// months come from is only shown.
    static List<Fact> year(Standing standing) {
        if (standing.periods().size() < MONTHS) {
            return List.of();
        }
        List<Fact> year = new ArrayList<>();
        for (String name : FACTS.keySet()) {
            Duration sum = Duration.ZERO;
            ObjectNode source =
                    Json.object().put("kind", "report").put("form", standing.form().code());
            ObjectNode months = Json.object();
            for (var entry : standing.periods().entrySet()) {
                Fact month = month(entry.getValue(), name);
                Duration hours = duration(month.value());
                sum = sum.plus(hours);
                months.putObject(entry.getKey().code())
                        .put("report", entry.getValue().report().toString())
                        .put("hours", shown(hours))
                        .put("sha256", month.source().path("sha256").asText())
                        .set(CALENDAR, month.source().path(CALENDAR));
            }
            source.set("months", months);
            year.add(new Fact(name, amount(sum), source));
        }
        return year;
    }

    /// What to show a body about a period of a form: that the hours of a month were counted by
    /// other working days than the calendar now has, and that nobody but the body can have them
    /// counted again.
    static Optional<Note> sendAgain(
            Standing standing, ReportPeriod period, WorkingCalendar calendar) {
        return standing.of(period).stream()
                .flatMap(accepted -> accepted.values().stream())
                .map(fact -> changed(fact, period, calendar))
                .filter(days -> !days.isEmpty())
                .findFirst()
                .map(days ->
                        ReportJson.note(
                                ReportProblem.SEND_AGAIN,
                                days.stream()
                                        .map(LocalDate::toString)
                                        .collect(Collectors.joining(", "))));
    }

    /// What a file says of a period; hours are marked as provisional where the calendar that now
    /// stands does not bear them out, or is a draft.
    static Fact borneOut(Fact fact, ReportPeriod period, WorkingCalendar calendar) {
        boolean certain =
                !FACTS.containsKey(fact.name())
                        || (calendar.year(period.year()).confirmed()
                                && changed(fact, period, calendar).isEmpty());
        return certain
                ? fact
                : new Fact(
                        fact.name(),
                        fact.value(),
                        fact.source().deepCopy().put("provisional", true));
    }

    private static List<LocalDate> changed(
            Fact fact, ReportPeriod period, WorkingCalendar calendar) {
        return FACTS.containsKey(fact.name())
                ? CountedHours.changed(
                        YearMonth.from(period.from()),
                        fact.source().path(CALENDAR),
                        calendar.year(period.year()))
                : List.of();
    }

    private static Fact month(Standing.Accepted accepted, String name) {
        return accepted.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
