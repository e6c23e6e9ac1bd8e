package kz.bagalau.reports.overtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.CountedHours;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.forms.report.AccessEvents;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.intake.FormReading;
import kz.bagalau.reports.intake.WorkbookReading;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.MonthOvertime;

/// Reads the passages of a month (¶40.1, ¶40.2) and keeps nothing of them but hours. Twelve months
/// make the facts of a year; as long as one is missing there are none. Each month names by which
/// calendar and working times it was counted, so that what was corrected later is noticed
/// ([CountedHours]).
public final class OvertimeReading implements FormReading {

    private static final int MONTHS = 12;

    /// Where the source of a month's hours says by which calendar they were counted.
    private static final String CALENDAR = "calendar";

    /// Where it says when people come, of nobody in particular.
    private static final String FIRST_ENTRY = "firstEntry";

    static final Map<String, Function<Hours, Duration>> FACTS = facts();

    private final Calendars calendars;
    private final WorkTimes times;

    public OvertimeReading(Calendars calendars, WorkTimes times) {
        this.calendars = calendars;
        this.times = times;
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
                .map(edition -> read(file, report, month, edition, known))
                .orElseGet(() ->
                        Reading.failed(
                                Note.of(
                                        ReportProblem.NO_CALENDAR,
                                        Integer.toString(month.getYear()))));
    }

    /// The times are read up to the first of the next month, on which the last night ends.
    private Reading read(
            Path file,
            Report report,
            YearMonth month,
            Edition<CalendarYear> edition,
            List<Fact> known) {
        WorkTimes.Times standing =
                times.of(report.id().body(), month.atDay(1), month.plusMonths(1).atDay(1));
        var read =
                AccessEvents.read(
                        file,
                        report.file().type().rows().orElseThrow(),
                        month,
                        edition.value(),
                        standing.schedule());
        ObjectNode by = CountedHours.by(month, edition, standing.digest(month));
        List<Note> warnings = new ArrayList<>(WorkbookReading.notes(read.reading().warnings()));
        read.overtime()
                .flatMap(MonthOvertime::firstEntry)
                .flatMap(entry -> hourOff(entry, known))
                .ifPresent(warnings::add);
        return new Reading(
                WorkbookReading.notes(read.reading().problems()),
                read.reading().more(),
                WorkbookReading.shortcomings(read.reading().problems()),
                warnings,
                read.overtime().map(overtime -> values(overtime, report, by)).orElse(List.of()),
                Map.of(),
                read.overtime()
                        .map(overtime -> OvertimeAids.of(overtime, read.schedule()))
                        .orElseGet(Json::object));
    }

    /// A clock that lies an hour off those of all neighbouring months is rather a wrong one: a file
    /// in another time zone, or of a door whose clock was not set.
    private static Optional<Note> hourOff(LocalTime entry, List<Fact> known) {
        SortedMap<String, LocalTime> neighbours = new TreeMap<>();
        for (Fact fact : known) {
            Clock24.time(fact.source().path(FIRST_ENTRY).asText())
                    .ifPresent(
                            other -> neighbours.put(fact.source().path("period").asText(), other));
        }
        boolean off =
                !neighbours.isEmpty()
                        && neighbours.values().stream()
                                .allMatch(other -> MonthOvertime.anHourOff(entry, other));
        return off
                ? Optional.of(
                        Note.of(
                                ReportProblem.HOUR_OFF,
                                Clock24.text(entry),
                                neighbours.entrySet().stream()
                                        .map(each ->
                                                each.getKey() + " " + Clock24.text(each.getValue()))
                                        .collect(Collectors.joining(", "))))
                : Optional.empty();
    }

    /// The hours of the month. Their source shows the seconds of which they were made.
    private static List<Fact> values(MonthOvertime overtime, Report report, ObjectNode by) {
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
            overtime.firstEntry().ifPresent(entry -> source.put(FIRST_ENTRY, Clock24.text(entry)));
            source.set(CALENDAR, by.deepCopy());
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

    static String shown(Duration hours) {
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
    /// other working days or times than now stand, and that nobody but the body can have them
    /// counted again.
    public static List<Note> sendAgain(Standing standing, ReportPeriod period, Counting now) {
        Optional<Fact> counted =
                standing.of(period).stream()
                        .flatMap(accepted -> accepted.values().stream())
                        .filter(fact -> FACTS.containsKey(fact.name()))
                        .findFirst();
        List<Note> notes = new ArrayList<>();
        counted.map(fact -> changed(fact, period, now.calendar()))
                .filter(days -> !days.isEmpty())
                .ifPresent(days ->
                        notes.add(
                                Note.of(
                                        ReportProblem.SEND_AGAIN,
                                        days.stream()
                                                .map(LocalDate::toString)
                                                .collect(Collectors.joining(", ")))));
        counted.filter(fact -> timesChanged(fact, period, now))
                .ifPresent(_ -> notes.add(Note.of(ReportProblem.TIMES_CHANGED)));
        return notes;
    }

    /// What a file says of a period; hours are marked as provisional where the calendar or the
    /// working times that now stand do not bear them out, or the calendar is a draft.
    public static Fact borneOut(Fact fact, ReportPeriod period, Counting now) {
        boolean certain =
                !FACTS.containsKey(fact.name())
                        || (now.calendar().year(period.year()).confirmed()
                                && changed(fact, period, now.calendar()).isEmpty()
                                && !timesChanged(fact, period, now));
        return certain
                ? fact
                : new Fact(
                        fact.name(),
                        fact.value(),
                        fact.source().deepCopy().put("provisional", true));
    }

    private static boolean timesChanged(Fact fact, ReportPeriod period, Counting now) {
        return CountedHours.timesChanged(
                YearMonth.from(period.from()), fact.source().path(CALENDAR), now.touched());
    }

    private static List<LocalDate> changed(
            Fact fact, ReportPeriod period, WorkingCalendar calendar) {
        return CountedHours.changed(
                YearMonth.from(period.from()),
                fact.source().path(CALENDAR),
                calendar.year(period.year()));
    }

    private static Fact month(Standing.Accepted accepted, String name) {
        return accepted.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
