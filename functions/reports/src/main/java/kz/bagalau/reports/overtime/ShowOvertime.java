package kz.bagalau.reports.overtime;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.worktime.Hours;

/// `GET /overtime`, `/overtime/people` (own hr, authority) and `/overtime/deviations` (own hr):
/// what was counted of the passages of a body, by unit and month with exact sums, and by person,
/// whose every reading is noted.
public final class ShowOvertime {

    static final Access READERS = only(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR).orOwn(Role.HR);

    private final Reports reports;
    private final Bodies bodies;
    private final Authorities authorities;
    private final Calendars calendars;
    private final WorkTimes times;
    private final PersonalLooks looks;
    private final Clock clock;

    public ShowOvertime(
            Reports reports,
            Bodies bodies,
            Authorities authorities,
            Calendars calendars,
            WorkTimes times,
            PersonalLooks looks,
            Clock clock) {
        this.reports = reports;
        this.bodies = bodies;
        this.authorities = authorities;
        this.calendars = calendars;
        this.times = times;
        this.looks = looks;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/overtime", READERS)
                        .reads(OvertimeForm::read)
                        .about(OvertimeForm.Asked::body)
                        .answers(this::units),
                Route.get("/overtime/people", READERS)
                        .reads(OvertimeForm::read)
                        .about(OvertimeForm.Asked::body)
                        .answers(this::people),
                Route.get("/overtime/deviations", own(Role.HR))
                        .reads(OvertimeForm::ofMonth)
                        .about(OvertimeForm.Asked::body)
                        .answers(this::deviations));
    }

    private boolean readable(Caller caller, String body) {
        return bodies.find(body)
                .filter(known -> caller.has(Role.HR, body) || authorities.reads(caller, known))
                .isPresent();
    }

    private Response units(Caller caller, Path path, OvertimeForm.Asked<OvertimeForm> asked) {
        return readable(caller, asked.body())
                ? asked.answer(range -> units(asked.body(), range))
                : Response.notFound();
    }

    private Response units(String body, OvertimeForm asked) {
        List<CountedMonth> counted = counted(body, asked.from(), asked.to());
        ObjectNode json = head(body, asked);
        ArrayNode months = json.putArray("months");
        SortedMap<String, Hours> sums = new TreeMap<>();
        for (CountedMonth month : counted) {
            ObjectNode shown =
                    months.addObject()
                            .put("month", month.month().toString())
                            .put("report", month.report().toString())
                            .put("sendAgain", month.sendAgain())
                            .put("provisional", month.provisional());
            SortedMap<String, Hours> byUnit = month.byUnit();
            shown.set("units", units(byUnit));
            shown.set("total", CountedMonth.json(total(byUnit)));
            byUnit.forEach((unit, hours) -> sums.merge(unit, hours, Hours::plus));
        }
        json.set("units", units(sums));
        json.set("total", CountedMonth.json(total(sums)));
        return Response.ok(state(json, asked, counted));
    }

    private Response people(Caller caller, Path path, OvertimeForm.Asked<OvertimeForm> asked) {
        return readable(caller, asked.body())
                ? asked.answer(range -> people(caller, asked.body(), range))
                : Response.notFound();
    }

    private Response people(Caller caller, String body, OvertimeForm asked) {
        List<CountedMonth> counted = counted(body, asked.from(), asked.to());
        Map<String, LatePerson> all = new HashMap<>();
        List<String> sumsOnly = new ArrayList<>();
        for (CountedMonth month : counted) {
            JsonNode people = month.aids().path(OvertimeAids.PEOPLE);
            people.forEach(person ->
                    all.computeIfAbsent(person.path("person").asText(), LatePerson::new)
                            .add(person));
            if (!people.isEmpty() && !people.path(0).has("days")) {
                sumsOnly.add(month.month().toString());
            }
        }
        List<Map.Entry<String, LatePerson>> late =
                all.entrySet().stream()
                        .filter(entry -> entry.getValue().days() >= asked.minDays())
                        .sorted(
                                Comparator.comparing((Map.Entry<String, LatePerson> entry) ->
                                                -entry.getValue().days())
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        looks.note(
                caller,
                body,
                late.stream().map(entry -> entry.getValue().employee()).toList(),
                asked.from().atDay(1),
                asked.to().atEndOfMonth());
        ObjectNode json = head(body, asked).put("minDays", asked.minDays());
        ArrayNode shown = json.putArray("people");
        late.forEach(entry -> shown.add(entry.getValue().json()));
        ArrayNode withoutDays = json.putArray("withoutDays");
        sumsOnly.forEach(withoutDays::add);
        return Response.ok(state(json, asked, counted));
    }

    private Response deviations(Caller caller, Path path, OvertimeForm.Asked<YearMonth> asked) {
        return readable(caller, asked.body())
                ? asked.answer(month -> deviations(caller, asked.body(), month))
                : Response.notFound();
    }

    private Response deviations(Caller caller, String body, YearMonth month) {
        ObjectNode json = Json.object().put("body", body).put("month", month.toString());
        ArrayNode shown = json.putArray("deviations");
        List<CountedMonth> counted = counted(body, month, month);
        counted.forEach(one -> one.aids().path(OvertimeAids.DEVIATIONS).forEach(shown::add));
        looks.note(
                caller,
                body,
                shown.valueStream().map(one -> one.path("employee").asText()).distinct().toList(),
                month.atDay(1),
                month.atEndOfMonth());
        return Response.ok(
                json.put("counted", !counted.isEmpty())
                        .put("sendAgain", counted.stream().anyMatch(CountedMonth::sendAgain)));
    }

    private static ObjectNode head(String body, OvertimeForm asked) {
        return Json.object()
                .put("body", body)
                .put("from", asked.from().toString())
                .put("to", asked.to().toString());
    }

    /// Which months are missing, and which may still change.
    private ObjectNode state(ObjectNode json, OvertimeForm asked, List<CountedMonth> counted) {
        List<YearMonth> known = counted.stream().map(CountedMonth::month).toList();
        YearMonth now = YearMonth.from(AlmatyTime.day(clock.instant()));
        ArrayNode missing = json.putArray("missing");
        months(asked.from(), asked.to())
                .filter(month -> month.isBefore(now) && !known.contains(month))
                .forEach(month -> missing.add(month.toString()));
        ArrayNode again = json.putArray("sendAgain");
        counted.stream()
                .filter(CountedMonth::sendAgain)
                .forEach(month -> again.add(month.month().toString()));
        return json.put("provisional", counted.stream().anyMatch(CountedMonth::provisional));
    }

    private static ArrayNode units(SortedMap<String, Hours> byUnit) {
        ArrayNode units = Json.object().putArray("units");
        byUnit.forEach((unit, hours) ->
                units.add(
                        Json.object()
                                .put("unit", unit)
                                .<ObjectNode>setAll(CountedMonth.json(hours))));
        return units;
    }

    private static Hours total(SortedMap<String, Hours> byUnit) {
        return byUnit.values().stream().reduce(Hours.NONE, Hours::plus);
    }

    private static Stream<YearMonth> months(YearMonth from, YearMonth to) {
        return Stream.iterate(from, month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(to));
    }

    /// The months that were counted, each from the file that stands.
    private List<CountedMonth> counted(String body, YearMonth from, YearMonth to) {
        Map<Integer, Standing> standing = new HashMap<>();
        Map<Integer, Counting> counting = new HashMap<>();
        return months(from, to)
                .flatMap(month -> {
                    int year = month.getYear();
                    return counted(
                            month,
                            standing.computeIfAbsent(
                                    year,
                                    _ -> reports.standing(body, year, ReportForm.ACCESS_EVENTS)),
                            counting.computeIfAbsent(
                                    year,
                                    _ ->
                                            new Counting(
                                                    calendars.current(),
                                                    times.touched(body, year))))
                            .stream();
                })
                .toList();
    }

    private Optional<CountedMonth> counted(YearMonth month, Standing standing, Counting now) {
        ReportPeriod period = ReportPeriod.month(month);
        return standing.of(period)
                .flatMap(accepted ->
                        reports.reading(accepted.report())
                                .map(reading ->
                                        new CountedMonth(
                                                month,
                                                accepted.report(),
                                                reading.aids(),
                                                !OvertimeReading.sendAgain(standing, period, now)
                                                        .isEmpty(),
                                                accepted.values().stream()
                                                        .map(fact ->
                                                                OvertimeReading.borneOut(
                                                                        fact, period, now))
                                                        .anyMatch(fact ->
                                                                fact.source()
                                                                        .path("provisional")
                                                                        .asBoolean()))));
    }
}
