package kz.bagalau.workmode.schedule;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.Control;
import kz.bagalau.rules.workmode.ScheduleDay;
import kz.bagalau.rules.workmode.ScheduleDay.Place;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.Days;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// Where and when somebody works, from all acts in force on a day. Whoever reads another's times is
/// noted for that person to see.
public final class Schedules {

    private static final int READINGS = 100;

    private final WorkDesk desk;

    public Schedules(WorkDesk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/bodies/{body}/employees/{employee}/schedule",
                                only(Role.MONITOR).orOwn(Role.HR, Role.HEAD, Role.EMPLOYEE))
                        .of((caller, path) ->
                                Servant.find(desk, caller, path)
                                        .or(() -> Servant.visited(desk, caller, path)))
                        .reads(this::period)
                        .answers(this::show),
                Route.get("/bodies/{body}/workplaces", own(Role.HR, Role.HEAD, Role.EMPLOYEE))
                        .of((_, path) -> Optional.of(path.get("body")))
                        .reads(this::day)
                        .answers(this::workplaces));
    }

    /// A period whose working days are known.
    private Input.Result<Period> period(Request request) {
        return switch (Period.read(request)) {
            case Input.Rejected<Period> rejected -> rejected;
            case Input.Accepted<Period>(var period) ->
                    known(period.from(), Rows.FROM)
                            .or(() -> known(period.to(), Rows.TO))
                            .<Input.Result<Period>>map(Input.Rejected::new)
                            .orElseGet(() -> new Input.Accepted<>(period));
        };
    }

    private Input.Result<LocalDate> day(Request request) {
        Optional<String> text = request.query("on");
        Optional<LocalDate> day = text.flatMap(Days::day);
        if (text.isPresent() && day.isEmpty()) {
            return Days.wrong("on");
        }
        LocalDate on = day.orElseGet(desk::today);
        return known(on, "on")
                .<Input.Result<LocalDate>>map(Input.Rejected::new)
                .orElseGet(() -> new Input.Accepted<>(on));
    }

    /// What refuses a day of a year whose working days nobody knows.
    private Optional<Problem> known(LocalDate day, String parameter) {
        return desk.calendar().get().find(day.getYear()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                parameter,
                                                WorkmodeProblem.UNKNOWN_YEAR,
                                                Integer.toString(day.getYear())))));
    }

    private Response show(Caller caller, Servant of, Period period) {
        of.noteReading(desk, caller, period.from(), period.to());
        ObjectNode json =
                Json.object()
                        .put(Rows.EMPLOYEE, of.employee())
                        .put(Rows.FROM, period.from().toString())
                        .put(Rows.TO, period.to().toString());
        ArrayNode days = json.putArray("days");
        desk.schedules().of(of.body(), of.employee()).days(period.from(), period.to()).stream()
                .map(day -> json(day, of.whole()))
                .forEach(days::add);
        if (of.self()) {
            ArrayNode readings = json.putArray("readings");
            desk.readings()
                    .last(of.body(), of.employee(), READINGS)
                    .forEach(reading ->
                            readings.addObject()
                                    .put("by", reading.by())
                                    .put("at", reading.at().toString())
                                    .put(Rows.FROM, reading.from().toString())
                                    .put(Rows.TO, reading.to().toString()));
        }
        return Response.ok(json);
    }

    /// @param whole whether the kind of an absence is shown
    private static ObjectNode json(ScheduleDay day, boolean whole) {
        ObjectNode json =
                Json.object()
                        .put("date", day.date().toString())
                        .put("working", day.working())
                        .put("place", day.place().name());
        day.hours().ifPresent(hours -> HoursJson.write(json, hours));
        ArrayNode because = json.putArray("because");
        for (ScheduleDay.Reason reason : day.because()) {
            boolean hidden = reason.kind() == ScheduleDay.Reason.Kind.ABSENCE && !whole;
            ObjectNode why =
                    because.addObject()
                            .put("kind", reason.kind().name())
                            .put("act", hidden ? "" : reason.act());
            reason.citation()
                    .ifPresent(
                            place -> why.put("citation", place.act() + ", " + place.paragraph()));
        }
        return json.put("passagesExpected", day.passagesExpected());
    }

    /// Everybody of the body, or those whom the caller controls.
    private Response workplaces(Caller caller, String body, LocalDate on) {
        PersonalSchedules.OfBody schedules = desk.schedules().ofBody(body);
        Staff staff = schedules.staff();
        boolean whole = caller.has(Role.HR, body) || caller.has(Role.HEAD, body);
        TreeSet<String> people = new TreeSet<>();
        staff.postsOn(on).stream()
                .map(Post::person)
                .filter(person ->
                        whole || Control.controls(staff, caller.subject(), person, desk.today()))
                .forEach(people::add);
        TreeSet<String> others = new TreeSet<>(people);
        others.remove(caller.subject());
        desk.readings()
                .note(
                        body,
                        others,
                        new TimesReadings.Reading(
                                caller.subject(), desk.clock().instant(), on, on));
        Map<Place, Integer> counts = new EnumMap<>(Place.class);
        ArrayNode shown = Json.object().putArray("people");
        for (String person : people) {
            Place place = schedules.of(person).on(on).place();
            counts.merge(place, 1, Integer::sum);
            shown.addObject().put(Rows.EMPLOYEE, person).put("place", place.name());
        }
        ObjectNode json = Json.object().put("on", on.toString());
        ObjectNode counted = json.putObject("counts");
        for (Place place : Place.values()) {
            counted.put(place.name(), counts.getOrDefault(place, 0));
        }
        json.set("people", shown);
        return Response.ok(json);
    }
}
