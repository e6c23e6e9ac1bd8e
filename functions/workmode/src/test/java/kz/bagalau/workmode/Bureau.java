package kz.bagalau.workmode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.OpenVisits;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Functions;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.Staffs.Written;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.sandbox.Sandbox;

/// A body of its own with people, units and work rules 09:00–18:30, and everybody who has to do
/// with acts of order 120 there.
final class Bureau {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);

    final String body = "bureau-" + NUMBER.incrementAndGet();
    final Caller employee = caller("e1", Role.EMPLOYEE);
    final Caller colleague = caller("e2", Role.EMPLOYEE);
    final Caller unitHead = caller("boss", Role.EMPLOYEE);
    final Caller head = caller("d1", Role.HEAD);
    final Caller hr = caller("h1", Role.HR);
    final Caller otherHr = new Caller("h9", Set.of(Role.HR), Optional.of("another"));
    final Caller otherHead = new Caller("d9", Set.of(Role.HEAD), Optional.of("another"));
    final Caller otherEmployee = new Caller("e1", Set.of(Role.EMPLOYEE), Optional.of("another"));
    final Caller agency = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    final Caller service = new Caller("e1", Set.of(Role.SERVICE), Optional.empty());

    private final Sandbox sandbox;
    private final Functions functions;
    Instant now = Instant.parse("2026-11-30T04:00:00Z"); // a Monday, 09:00 in Almaty

    Bureau(Sandbox sandbox) {
        this(sandbox, List.of());
    }

    /// @param absences of e1
    Bureau(Sandbox sandbox, List<Absence> absences) {
        this.sandbox = sandbox;
        this.functions =
                new Functions(sandbox, () -> now)
                        .with("ManageWorkActs", ManageWorkActs::new)
                        .with("ManageFlexibleApplications", ManageFlexibleApplications::new)
                        .with("ManageWorkRules", ManageWorkRules::new);
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock())
                .put(
                        new StateBody(
                                body,
                                new LocalText(body, body, body),
                                BodyKind.OMO,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                100),
                        Optional.empty(),
                        agency);
        people(table(), clock(), body, absences);
        new DynamoRegimes(table(), clock())
                .put(
                        body,
                        new WorkRules(
                                Optional.empty(),
                                LONG_AGO,
                                Optional.empty(),
                                new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 30)),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                "rules 1"),
                        OptionalLong.of(0),
                        hr);
    }

    /// Enters the unit u1 of a body with its head `boss` and e1 to e14.
    static void people(Table table, Clock clock, String body, List<Absence> absences) {
        staff(
                table,
                clock,
                body,
                new StaffChange.OfUnit(
                        new Unit(
                                "u1",
                                new Title("Бөлім", "Отдел"),
                                Optional.empty(),
                                Optional.empty())));
        List<Employee> people = new ArrayList<>();
        people.add(person("boss", Optional.empty(), true, List.of()));
        people.add(person("e1", Optional.of("boss"), false, absences));
        for (int i = 2; i <= 14; i++) {
            people.add(person("e" + i, Optional.of("boss"), false, List.of()));
        }
        staff(table, clock, body, new StaffChange.OfPeople(people));
    }

    /// Enters a unit and puts another below it.
    void unitAbove(String above, String below) {
        unit(above, Optional.empty());
        unit(below, Optional.of(above));
    }

    private void unit(String id, Optional<String> parent) {
        staff(
                table(),
                clock(),
                body,
                new StaffChange.OfUnit(
                        new Unit(id, new Title("Бөлім", "Отдел"), parent, Optional.empty())));
    }

    private static void staff(Table table, Clock clock, String body, StaffChange change) {
        DynamoStaffs staffs = new DynamoStaffs(table, clock);
        Caller hr = new Caller("h1", Set.of(Role.HR), Optional.of(body));
        assertThat(staffs.put(staffs.of(body), change, hr)).isEqualTo(Written.STORED);
    }

    private static Employee person(
            String id, Optional<String> manager, boolean unitHead, List<Absence> absences) {
        return new Employee(
                id,
                "Person " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                List.of(
                        new Appointment(
                                "u1",
                                new Title("Маман", "Специалист"),
                                Optional.of(new Category("D-O-4")),
                                false,
                                unitHead,
                                false,
                                false,
                                manager,
                                Optional.empty(),
                                Appointment.Kind.APPOINTED,
                                Span.since(LONG_AGO),
                                Optional.empty())),
                absences,
                List.of());
    }

    Caller caller(String person, Role... roles) {
        return new Caller(person, Set.of(roles), Optional.of(body));
    }

    Table table() {
        return new Table(sandbox.dynamo(), sandbox.table("Records"));
    }

    DynamoCases cases() {
        return new DynamoCases(table());
    }

    Document document(String kind, String id) {
        return cases().find(new Reference(kind, id)).orElseThrow();
    }

    Arrangement arrangement(String person) {
        return new DynamoArrangements(table(), clock()).of(body, person);
    }

    Clock clock() {
        return functions.clock();
    }

    /// A visit to the body as its authority, the Agency, has written it.
    void visit(String id, String state, String official) {
        ObjectNode content = json("{'authority':'agency','body':'%s'}".formatted(body));
        content.putArray("officials").addObject().put("sub", official);
        Document visit =
                new Document(
                        new Reference(OpenVisits.KIND, body + "-" + id),
                        OpenVisits.KIND,
                        "authority:agency",
                        "2026-11-30",
                        Set.of(OpenVisits.monitored(body)),
                        state,
                        1,
                        content);
        cases().perform(
                        new Change(
                                visit,
                                new Act("register", official, now, Json.object()),
                                List.of()));
    }

    // Calls

    /// The id of a file that somebody is about to send.
    String sent(Caller by) {
        Enclosure file =
                new Enclosure(
                        NamedFiles.draw(),
                        "memo.pdf",
                        "application/pdf",
                        3,
                        "-",
                        by.subject(),
                        by.body(),
                        now);
        new DynamoEnclosures(table()).add(file, Optional.empty());
        return file.id();
    }

    Call call(String method, String path, Caller by) {
        return functions.call(method, path.replace("{own}", body), by);
    }

    Answer get(String path, Caller by, String... query) {
        Call call = call("GET", path, by);
        for (int i = 0; i < query.length; i += 2) {
            call = call.query(query[i], query[i + 1]);
        }
        return whole(call.send());
    }

    Answer post(String path, Caller by, ObjectNode json) {
        return whole(call("POST", path, by).body(json).send());
    }

    Answer put(String path, Caller by, ObjectNode json) {
        return whole(call("PUT", path, by).body(json).send());
    }

    /// No text is left with a place that nobody has filled.
    private static Answer whole(Answer answer) {
        assertThat(answer.body().toString()).doesNotContain("{0}", "{1}");
        return answer;
    }

    static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    static String created(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    // Steps

    /// An approved application for 10:00–19:00 from 7 December 2026 to 6 June 2027.
    String approved(String person) {
        return approved(person, "2026-12-07", "2027-06-06");
    }

    String approved(String person, String from, String to) {
        ObjectNode application =
                json(
                        "{'reasons':'a child','from':'%s','to':'%s','channel':'PAPER','employee':'%s',"
                                        .formatted(from, to, person)
                                + "'submittedAt':'2026-11-01T04:00:00Z','mode':{'start':'10:00',"
                                + "'end':'19:00','breakFrom':'13:00','breakTo':'14:00'}}");
        String id = created(post("/flexible-applications", hr, application));
        ok(
                put(
                        "/flexible-applications/" + id + "/receipt",
                        hr,
                        json("{'receivedAt':'2026-11-30T03:00:00Z','version':1}")));
        ok(
                put(
                        "/flexible-applications/" + id + "/decision",
                        head,
                        json("{'decision':'APPROVE','version':2}")));
        return id;
    }

    /// An act of flexible time on approved applications.
    ObjectNode flexible(String from, String to, Map<String, String> applications) {
        ObjectNode act =
                Json.object()
                        .put("ground", "applications")
                        .put("from", from)
                        .put("to", to)
                        .put("number", "12")
                        .put("signedOn", "2026-11-30");
        applications.values().stream().sorted().forEach(act.withArray("applications")::add);
        applications.keySet().stream()
                .sorted()
                .forEach(person ->
                        act.withArray("employees")
                                .addObject()
                                .put("employee", person)
                                .put("start", "10:00")
                                .put("end", "19:00")
                                .put("breakFrom", "13:00")
                                .put("breakTo", "14:00"));
        return act;
    }

    ObjectNode flexible(String person) {
        return flexible("2026-12-07", "2027-06-06", Map.of(person, approved(person)));
    }

    String flexibleAct(String person) {
        return created(post("/flexible-acts", head, flexible(person)));
    }

    /// An act of remote work by agreement in December 2026.
    ObjectNode remote(String... people) {
        ObjectNode act =
                json(
                        "{'kind':'REMOTE','basis':'AGREEMENT','ground':'repairs','from':'2026-12-01',"
                                + "'to':'2026-12-31','place':'home','number':'14','signedOn':'2026-11-30'}");
        Stream.of(people)
                .forEach(person ->
                        act.withArray("employees")
                                .addObject()
                                .put("employee", person)
                                .put("agreement", "agreement of " + person));
        return act;
    }

    String remoteAct(String... people) {
        return created(post("/remote-acts", head, remote(people)));
    }

    ObjectNode recall(String act, String person) {
        return json(
                ("{'act':'%s','employee':'%s','kind':'URGENT','noticeSentAt':'2026-11-30T03:00:00Z','from':'2026-12-10','reason':'a"
                                + " report'}")
                        .formatted(act, person));
    }

    String violation(String act, String person, String date) {
        String id =
                created(
                        post(
                                "/flexible-acts/" + act + "/violations",
                                hr,
                                json(
                                        ("{'employee':'%s','date':'%s','kind':'CONDITIONS',"
                                                        + "'description':'came at 11:40 on %s'}")
                                                .formatted(person, date, date))));
        ok(
                put(
                        "/flexible-acts/" + act + "/violations/" + id,
                        hr,
                        json("{'state':'CONFIRMED','version':1}")));
        return id;
    }
}
