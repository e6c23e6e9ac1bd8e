package kz.bagalau.workmode.schedule;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kz.bagalau.arrangements.WorkedDay;
import kz.bagalau.arrangements.WorkedDays;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.rules.workmode.TimeRecord;
import kz.bagalau.rules.worktime.Clock24;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.Days;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkWarning;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// The record of working time of each day (No. 120, ¶9, ¶20): by the employee, by who controls the
/// employee, or by the personnel service from the access control system. What is above the limit of
/// a remote day is a warning and no refusal.
public final class TimeRecords {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int DAY_MINUTES = 24 * 60;

    private final WorkDesk desk;
    private final WorkedDays days;

    public TimeRecords(WorkDesk desk, WorkedDays days) {
        this.desk = desk;
        this.days = days;
    }

    private record Place(Servant servant, LocalDate day) {}

    private record Form(WorkedDay day, OptionalLong seen) {}

    public List<Route> routes() {
        return List.of(
                Route.put(
                                "/bodies/{body}/employees/{employee}/time-records/{date}",
                                own(Role.HR, Role.EMPLOYEE))
                        .of(this::place)
                        .readsWith(this::read)
                        .answers(this::put),
                Route.get(
                                "/bodies/{body}/employees/{employee}/time-records",
                                own(Role.HR, Role.HEAD, Role.EMPLOYEE))
                        .of((caller, path) -> Servant.find(desk, caller, path))
                        .reads(Period::read)
                        .answers(this::show));
    }

    private Optional<Place> place(Caller caller, Path path) {
        return Days.day(path.get("date"))
                .flatMap(day ->
                        Servant.find(desk, caller, path).map(servant -> new Place(servant, day)));
    }

    private Input.Result<Form> read(Request request, Place at) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        LocalTime from = time(input, Rows.FROM, Clock24::time, "09:00");
        LocalTime to = time(input, Rows.TO, Clock24::end, "18:30, 24:00");
        int pause = input.integer("breakMinutes", 0, DAY_MINUTES, 0);
        WorkedDay.Source source =
                input.oneOf("source", WorkedDay.Source.class, WorkedDay.Source.SELF);
        Caller caller = request.caller();
        if (!mayEnter(caller, at.servant(), source)) {
            input.error("source", FieldProblem.NOT_ALLOWED, source.name());
        }
        TimeRecord record = new TimeRecord(at.day(), from, to, Duration.ofMinutes(pause));
        if (!record.fits()) {
            input.error("breakMinutes", WorkmodeProblem.BREAK_OUTSIDE);
        }
        if (at.day().isAfter(desk.today())) {
            input.error("date", WorkmodeProblem.IN_FUTURE);
        }
        return input.finish(() -> new Form(new WorkedDay(record, source, caller.subject()), seen));
    }

    /// Each enters only what they can know.
    private static boolean mayEnter(Caller caller, Servant servant, WorkedDay.Source source) {
        return switch (source) {
            case SELF -> servant.self();
            case MANAGER -> servant.controlled();
            case ACS -> caller.has(Role.HR, servant.body());
        };
    }

    private static LocalTime time(
            Input input, String field, Function<String, Optional<LocalTime>> read, String example) {
        String text = input.text(field, 5);
        Optional<LocalTime> time = read.apply(text);
        if (time.isEmpty() && !text.isEmpty()) {
            input.error(field, FieldProblem.BAD_FORMAT, example);
        }
        return time.orElse(LocalTime.MIDNIGHT);
    }

    private Response put(Caller caller, Place at, Form form) {
        Servant of = at.servant();
        OptionalLong seen = OptionalLong.of(form.seen().orElse(0));
        return switch (days.put(of.body(), of.employee(), form.day(), seen, caller)) {
            case Saved.Kept<WorkedDay>(var edition) -> Response.ok(json(of, edition));
            case Saved.Changed<WorkedDay> _ ->
                    days.find(of.body(), of.employee(), at.day())
                            .map(edition -> Problem.changed(json(of, edition)))
                            .orElseGet(() -> Problem.of(HttpProblem.CHANGED));
        };
    }

    private Response show(Caller caller, Servant of, Period period) {
        of.noteReading(desk, caller, period.from(), period.to());
        ObjectNode json = Json.object().put(Rows.EMPLOYEE, of.employee());
        ArrayNode records = json.putArray("records");
        days.of(of.body(), of.employee(), period.from(), period.to())
                .forEach(edition -> records.add(json(of, edition)));
        return Response.ok(json);
    }

    private ObjectNode json(Servant of, Edition<WorkedDay> edition) {
        TimeRecord record = edition.value().record();
        boolean remote =
                desk.arrangements()
                        .of(of.body(), of.employee())
                        .remoteOn(record.date())
                        .isPresent();
        ObjectNode json =
                Json.object()
                        .put(Rows.EMPLOYEE, of.employee())
                        .put("date", record.date().toString())
                        .put(Rows.FROM, Clock24.text(record.time().start()))
                        .put(Rows.TO, Clock24.endText(record.time().end()))
                        .put("breakMinutes", record.pause().toMinutes())
                        .put("source", edition.value().source().name())
                        .put("by", edition.value().by())
                        .put("hours", hours(record.worked()))
                        .put("version", edition.version());
        json.set(
                WorkWarning.FIELD,
                WorkWarning.shown(WorkWarning.of(record.findings(remote, desk.settings()))));
        return json;
    }

    /// Hours and minutes, such as `11:00`.
    private static String hours(Duration worked) {
        return "%d:%02d".formatted(worked.toHours(), worked.toMinutesPart());
    }
}
