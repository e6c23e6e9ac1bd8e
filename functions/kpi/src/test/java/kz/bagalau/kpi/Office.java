package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.PastVersion;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Functions;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.sandbox.Sandbox;

/// A body of its own with a chain of managers, in which an act of the procedure is in force, and
/// everybody who has to do with plans and sheets there.
final class Office {

    static final String OTHER = "other-body";
    static final String TERRITORY = "almaty-region";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 19); // Thursday

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);

    final String body = "body-" + NUMBER.incrementAndGet();
    final Caller employee = caller("emp-1", Role.EMPLOYEE);
    final Caller colleague = caller("emp-2", Role.EMPLOYEE);
    final Caller manager = caller("boss-1", Role.ASSESSOR);
    final Caller higher = caller("boss-2", Role.ASSESSOR);
    final Caller first = caller("first-head", Role.HEAD);
    final Caller head = caller("head-1", Role.HEAD);
    final Caller hr = caller("hr-1", Role.HR);
    final Caller otherHr = new Caller("hr-9", Set.of(Role.HR), Optional.of(OTHER));
    final Caller chair = caller("chair", Role.COMMISSION);
    final Caller member = caller("member-1", Role.COMMISSION);
    final Caller secretary = caller("secretary", Role.COMMISSION);
    final Caller outsider = caller("member-9", Role.COMMISSION);
    final Caller agency = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    final Caller territorial =
            new Caller("t1", Set.of(Role.TERRITORIAL), Optional.empty(), Optional.of(TERRITORY));
    final Caller otherTerritorial =
            new Caller("t2", Set.of(Role.TERRITORIAL), Optional.empty(), Optional.of("elsewhere"));

    private final Sandbox sandbox;
    final List<Absence> absences = new ArrayList<>();
    final List<Absence> managersAbsences = new ArrayList<>();
    final List<Substitution> substitutions = new ArrayList<>();
    Span inPosition = Span.since(LONG_AGO);

    /// Of emp-1, before or after the position of every test.
    Optional<Span> inAnotherPosition = Optional.empty();

    Optional<EmployeeSettings> act = Optional.of(EmployeeSettings.DEFAULTS);
    LocalDate today = TODAY;
    WorkingCalendar calendar = WorkingCalendar.published();
    private final Functions functions;

    Office(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.functions =
                new Functions(sandbox, () -> today.atTime(11, 0).atZone(ALMATY).toInstant())
                        .with(
                                "ManageKpiPlans",
                                () ->
                                        new ManageKpiPlans(
                                                desk(), DynamoIdempotency.fromEnvironment()))
                        .with(
                                "ManageKpiSheets",
                                () ->
                                        new ManageKpiSheets(
                                                desk(), DynamoIdempotency.fromEnvironment()))
                        .with(
                                "ManageCommissions",
                                () ->
                                        new ManageCommissions(
                                                desk(), DynamoIdempotency.fromEnvironment()));
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), Clock.systemUTC())
                .put(
                        new StateBody(
                                body,
                                new LocalText(body, body, body),
                                BodyKind.ZHAO,
                                Optional.empty(),
                                Optional.of(TERRITORY),
                                Optional.empty(),
                                30),
                        Optional.empty(),
                        agency);
    }

    Caller caller(String person, Role... roles) {
        return new Caller(person, Set.of(roles), Optional.of(body));
    }

    DynamoCases cases() {
        return new DynamoCases(new Table(sandbox.dynamo(), sandbox.table("Records")));
    }

    Desk desk() {
        return new Desk(
                DynamoCases.fromEnvironment(),
                this::staff,
                (_, day) ->
                        act.map(settings ->
                                new MethodologyRecord(
                                        EmployeeMethodology.M002_CH6,
                                        new MethodologyRecord.Act(
                                                "бұйрық", "1", LONG_AGO, Optional.empty()),
                                        LONG_AGO,
                                        Optional.empty(),
                                        settings)),
                DynamoBodies.fromEnvironment(),
                () -> calendar,
                Runtime.current().clock(),
                DynamoEnclosures.addresses());
    }

    private Staff staff(String of) {
        if (!of.equals(body)) {
            return new Staff(of, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return new Staff(
                body,
                List.of(
                        new Unit(
                                "unit-1",
                                new Title("Бөлім", "Отдел"),
                                Optional.empty(),
                                Optional.empty())),
                List.of(
                        moved(person("emp-1", Optional.of("boss-1"), absences, inPosition, false)),
                        person("emp-2", Optional.of("boss-1"), List.of(), inPosition, false),
                        person("emp-3", Optional.of("first-head"), List.of(), inPosition, false),
                        person("deputy", Optional.of("boss-2"), List.of(), inPosition, false),
                        person(
                                "boss-1",
                                Optional.of("boss-2"),
                                managersAbsences,
                                Span.since(LONG_AGO),
                                false),
                        person(
                                "boss-2",
                                Optional.of("first-head"),
                                List.of(),
                                Span.since(LONG_AGO),
                                false),
                        person(
                                "first-head",
                                Optional.empty(),
                                List.of(),
                                Span.since(LONG_AGO),
                                true),
                        person(
                                "member-1",
                                Optional.of("boss-1"),
                                List.of(),
                                Span.since(LONG_AGO),
                                false),
                        person(
                                "chair",
                                Optional.of("boss-1"),
                                List.of(),
                                Span.since(LONG_AGO),
                                false)),
                List.of(),
                substitutions,
                List.of());
    }

    private Employee moved(Employee person) {
        List<Appointment> held = new ArrayList<>(person.appointments());
        inAnotherPosition.ifPresent(span -> {
            Appointment first = held.getFirst();
            held.add(
                    new Appointment(
                            first.unit(),
                            new Title("Сарапшы", "Эксперт"),
                            first.category(),
                            first.leading(),
                            first.unitHead(),
                            first.firstHead(),
                            first.apparatusHead(),
                            first.manager(),
                            first.higherManager(),
                            first.kind(),
                            span,
                            Optional.empty()));
        });
        return new Employee(
                person.id(),
                person.name(),
                person.names(),
                person.email(),
                person.mobile(),
                person.week(),
                held,
                person.absences(),
                person.secondments());
    }

    private static Employee person(
            String id,
            Optional<String> manager,
            List<Absence> absences,
            Span span,
            boolean firstHead) {
        return new Employee(
                id,
                "Person " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                List.of(
                        new Appointment(
                                "unit-1",
                                new Title("Маман", "Специалист"),
                                Optional.of(new Category("D-O-4")),
                                false,
                                false,
                                firstHead,
                                false,
                                manager,
                                Optional.empty(),
                                Appointment.Kind.APPOINTED,
                                span,
                                Optional.empty())),
                absences,
                List.<Secondment>of());
    }

    void substitute(String absent, String by) {
        substitutions.add(
                new Substitution(
                        "s" + substitutions.size(),
                        new Substitution.Absent(absent),
                        by,
                        Span.of(TODAY.minusDays(3), TODAY.plusDays(30)),
                        new Order("7", TODAY.minusDays(4), Optional.empty())));
    }

    // Calls

    Call call(String method, String path, Caller by) {
        return functions.call(method, path, by);
    }

    Answer get(String path, Caller by) {
        return call("GET", path, by).send();
    }

    Answer post(String path, Caller by, ObjectNode json) {
        return call("POST", path, by).body(json).send();
    }

    Answer put(String path, Caller by, ObjectNode json) {
        return call("PUT", path, by).body(json).send();
    }

    /// The id of a file that somebody is about to send.
    String sent(Caller by) {
        Enclosure file =
                new Enclosure(
                        NamedFiles.draw(),
                        "proof.pdf",
                        "application/pdf",
                        3,
                        "-",
                        by.subject(),
                        by.body(),
                        functions.clock().instant());
        new DynamoEnclosures(new Table(sandbox.dynamo(), sandbox.table("Records")))
                .add(file, Optional.empty());
        return file.id();
    }

    /// The status with which a sheet answers for a file.
    int file(String sheet, String file, Caller by) {
        return call("GET", "/kpi-sheets/" + sheet, by).query("document", file).raw().status();
    }

    ObjectNode at(String kind, String id) {
        return Json.object().put("version", document(kind, id).version());
    }

    Document document(String kind, String id) {
        return cases().find(new Reference(kind, id)).orElseThrow();
    }

    List<PastVersion> history(String kind, String id) {
        return cases().history(new Reference(kind, id), Paging.first(100)).orElseThrow().items();
    }

    // Steps, live

    static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    ObjectNode opening(String person) {
        return json(
                "{'employee':'%s','period':{'from':'2026-01-01','to':'2026-12-31'}}"
                        .formatted(person));
    }

    String plan() {
        return created(post("/kpi-plans", manager, opening("emp-1")));
    }

    static String created(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    static ArrayNode rows(int count) {
        ArrayNode rows = Json.object().putArray("rows");
        for (int i = 1; i <= count; i++) {
            rows.addObject()
                    .put("name", "Indicator " + i)
                    .put("derivedFrom", "Agreement, " + i)
                    .put("unit", "%")
                    .put("planned", "100")
                    .put("due", "2026-11-30")
                    .put("keyResult", "Better by " + i)
                    .put("achievable", true);
        }
        return rows;
    }

    static ObjectNode with(ObjectNode json, String field, JsonNode value) {
        json.set(field, value);
        return json;
    }

    void filled(String plan) {
        ok(put("/kpi-plans/" + plan, manager, with(at(Desk.PLAN, plan), "rows", rows(5))));
    }

    String planIn(String state) {
        return planOf("emp-1", manager, higher, state);
    }

    String planOf(String person, Caller direct, Caller above, String state) {
        String plan = created(post("/kpi-plans", direct, opening(person)));
        if (state.equals("DRAFT")) {
            return plan;
        }
        ok(put("/kpi-plans/" + plan, direct, with(at(Desk.PLAN, plan), "rows", rows(5))));
        ok(post("/kpi-plans/" + plan + "/submit", direct, at(Desk.PLAN, plan)));
        if (state.equals("ON_APPROVAL")) {
            return plan;
        }
        ok(post("/kpi-plans/" + plan + "/approve", above, at(Desk.PLAN, plan)));
        return plan;
    }

    /// Values of which this many are achieved.
    static ArrayNode actuals(int achieved) {
        ArrayNode rows = Json.object().putArray("rows");
        for (int i = 1; i <= 5; i++) {
            rows.addObject()
                    .put("no", i)
                    .put("actual", i <= achieved ? "100" : "99")
                    .put("achieved", i <= achieved)
                    .putArray("evidence")
                    .addObject()
                    .put("text", "Report " + i);
        }
        return rows;
    }

    private static final List<String> ORDER =
            List.of(
                    "DRAFT",
                    "ON_REVIEW",
                    "SIGNED",
                    "AT_COMMISSION",
                    "DECIDED",
                    "APPROVED",
                    "INFORMED",
                    "CLOSED");

    /// A sheet with four achieved indicators, in a state.
    String sheetIn(String state) {
        return sheetOf("emp-1", manager, higher, state);
    }

    String sheetOf(String person, Caller direct, Caller above, String state) {
        String sheet = planOf(person, direct, above, "APPROVED");
        ok201(post("/kpi-sheets", direct, Json.object().put("plan", sheet)));
        ok(put("/kpi-sheets/" + sheet, direct, with(at(Desk.SHEET, sheet), "rows", actuals(4))));
        switch (state) {
            case "RETURNED" -> {
                step(sheet, "submit", direct);
                ok(
                        post(
                                "/kpi-sheets/" + sheet + "/return",
                                above,
                                at(Desk.SHEET, sheet).put("reason", "No proof")));
            }
            case "APPEALED" -> {
                reach(sheet, direct, above, "INFORMED");
                appeal(sheet, "AGENCY");
            }
            case "APPEALED-NOT-INFORMED" -> {
                reach(sheet, direct, above, "DECIDED");
                appeal(sheet, "AGENCY");
            }
            default -> reach(sheet, direct, above, state);
        }
        return sheet;
    }

    private void ok201(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private void reach(String sheet, Caller direct, Caller above, String state) {
        int target = ORDER.indexOf(state);
        if (target >= 1) {
            step(sheet, "submit", direct);
        }
        if (target >= 2) {
            step(sheet, "agree", above);
        }
        if (target >= 3) {
            step(sheet, "to-commission", hr);
        }
        if (target >= 4) {
            ok201(hold(meeting(confirm(sheet)), sheet));
        }
        if (target >= 5) {
            String meeting = document(Desk.SHEET, sheet).content().at("/rounds/0/meeting").asText();
            ok(
                    post(
                            "/commission-meetings/" + meeting + "/approve",
                            head,
                            at(Desk.MEETING, meeting).put("on", today.toString())));
        }
        if (target >= 6) {
            ok(post("/kpi-sheets/" + sheet + "/inform", hr, notice(sheet)));
        }
        if (target >= 7) {
            today = today.plusDays(30);
            close();
        }
    }

    ObjectNode notice(String sheet) {
        return at(Desk.SHEET, sheet)
                .put("channel", "REGISTERED_LETTER")
                .put("sentOn", today.toString());
    }

    void step(String sheet, String step, Caller by) {
        ok(post("/kpi-sheets/" + sheet + "/" + step, by, at(Desk.SHEET, sheet)));
    }

    String appeal(String sheet, String to) {
        return ok(post(
                        "/kpi-sheets/" + sheet + "/appeal",
                        employee,
                        at(Desk.SHEET, sheet).put("to", to)))
                .text("id");
    }

    // The Commission: chair, four members; quorum 4

    ObjectNode composition(String order) {
        return json(
                ("{'body':'%s','order':{'number':'%s','date':'2026-01-12'},'chair':'chair',"
                                + "'members':['member-1','member-2','member-3','member-4'],"
                                + "'secretary':'secretary'}")
                        .formatted(body, order));
    }

    void commission() {
        Answer answer = put("/commissions/main", head, composition("12"));
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
    }

    ObjectNode atCommission() {
        return at(Desk.COMMISSION, body + ".main");
    }

    ObjectNode timetable(String... sheets) {
        ObjectNode timetable = atCommission().put("assessmentFrom", today.plusDays(7).toString());
        ObjectNode day = timetable.putArray("meetings").addObject().put("on", today.toString());
        Arrays.stream(sheets).forEach(day.putArray("sheets")::add);
        return timetable;
    }

    void prepare(String... sheets) {
        commission();
        ok(put("/commissions/main/timetable", hr, timetable(sheets)));
        ok(post("/commissions/main/timetable/agreement", chair, atCommission()));
        ObjectNode documents = atCommission();
        Arrays.stream(sheets).forEach(documents.putArray("sheets")::add);
        ok(put("/commissions/main/timetable/" + today + "/documents", hr, documents));
    }

    Answer hold(ObjectNode meeting, String... sheets) {
        prepare(sheets);
        return post("/commission-meetings", secretary, meeting);
    }

    ObjectNode meeting(ObjectNode... decisions) {
        ObjectNode meeting =
                Json.object().put("commission", "main").put("heldOn", today.toString());
        Stream.of("chair", "member-1", "member-2", "member-3")
                .forEach(meeting.putArray("present")::add);
        Arrays.stream(decisions).forEach(meeting.putArray("decisions")::add);
        return meeting;
    }

    static ObjectNode confirm(String sheet) {
        return votes(
                Json.object().put("sheet", sheet).put("decision", "CONFIRM"),
                "+chair",
                "+member-1",
                "+member-2",
                "+member-3");
    }

    static ObjectNode revise(String sheet, String grade) {
        return votes(
                Json.object().put("sheet", sheet).put("decision", "REVISE").put("grade", grade),
                "+chair",
                "+member-1",
                "+member-2",
                "-member-3");
    }

    static ObjectNode votes(ObjectNode motion, String... votes) {
        ArrayNode array = motion.putArray("votes");
        for (String vote : votes) {
            array.addObject().put("member", vote.substring(1)).put("for", vote.charAt(0) == '+');
        }
        return motion;
    }

    /// What the daily schedule does.
    Map<String, Object> close() {
        return functions.run("CloseKpiSheets", () -> new CloseKpiSheets(desk()));
    }
}
