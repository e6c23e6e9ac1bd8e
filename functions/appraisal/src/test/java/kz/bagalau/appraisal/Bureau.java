package kz.bagalau.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Functions;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.sandbox.Sandbox;

/// A body of its own whose quarters are assessed, with a unit under a D-3 head and everybody who
/// has to do with a case; beside it a body to which people are sent.
final class Bureau {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 2);
    static final LocalDate DUE = LocalDate.of(2026, 4, 20);
    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);
    static final String QUARTER = "2026-Q1";

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int number = NUMBER.incrementAndGet();
    final String body = "bureau-" + number;
    final String other = "elsewhere-" + number;
    final Caller employee = caller("emp-1", Role.EMPLOYEE);
    final Caller colleague = caller("emp-2", Role.EMPLOYEE);
    final Caller assessor = caller("boss-1", Role.ASSESSOR);
    final Caller deputy = caller("deputy", Role.EMPLOYEE);
    final Caller manager = caller("boss-2", Role.ASSESSOR);
    final Caller head = caller("head-1", Role.HEAD);
    final Caller hr = caller("hr-1", Role.HR);
    final Caller otherHr = new Caller("hr-9", Set.of(Role.HR), Optional.of(other));
    final Caller otherHead = new Caller("head-9", Set.of(Role.HEAD), Optional.of(other));

    private final Sandbox sandbox;
    final Map<String, Employee> people = new LinkedHashMap<>();
    final List<Substitution> substitutions = new ArrayList<>();
    final List<ApparatusDecision> decisions = new ArrayList<>();
    final Map<AnnexForm, Edition<AppraisalForm>> forms = new HashMap<>();
    Optional<EmployeeSettings> act = Optional.of(EmployeeSettings.DEFAULTS);
    WorkingCalendar calendar = WorkingCalendar.published();
    Instant now = at(TODAY, 11, 0);
    int staffReadings;
    final Functions functions;

    Bureau(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.functions =
                new Functions(sandbox, () -> now)
                        .with(
                                "ManageAppraisals",
                                () ->
                                        new ManageAppraisals(
                                                desk(), DynamoIdempotency.fromEnvironment()));
        put(person("emp-1", post("D-5", "boss-1")));
        put(person("emp-2", post("D-5", "boss-1")));
        put(person("deputy", post("D-4", "boss-1")));
        put(person("boss-1", head("D-3", "chief")));
        put(person("boss-2", post("D-3", "chief")));
        put(
                person(
                        "chief",
                        new Held(
                                Optional.empty(),
                                false,
                                false,
                                true,
                                false,
                                Optional.empty(),
                                Span.since(LONG_AGO))));
        for (AnnexForm annex : AnnexForm.values()) {
            forms.put(annex, new Edition<>(AppraisalForm.shipped(), 0));
        }
    }

    // People

    record Held(
            Optional<String> category,
            boolean leading,
            boolean unitHead,
            boolean firstHead,
            boolean apparatusHead,
            Optional<String> manager,
            Span span,
            String unit) {

        Held(
                Optional<String> category,
                boolean leading,
                boolean unitHead,
                boolean firstHead,
                boolean apparatusHead,
                Optional<String> manager,
                Span span) {
            this(category, leading, unitHead, firstHead, apparatusHead, manager, span, "unit-1");
        }

        Held during(Span other) {
            return new Held(
                    category, leading, unitHead, firstHead, apparatusHead, manager, other, unit);
        }

        Held in(String other) {
            return new Held(
                    category, leading, unitHead, firstHead, apparatusHead, manager, span, other);
        }
    }

    static Held post(String category, String manager) {
        return new Held(
                Optional.of(category),
                false,
                false,
                false,
                false,
                Optional.of(manager),
                Span.since(LONG_AGO));
    }

    static Held head(String category, String manager) {
        return new Held(
                Optional.of(category),
                true,
                true,
                false,
                false,
                Optional.of(manager),
                Span.since(LONG_AGO));
    }

    static Employee person(String id, Held... held) {
        return person(id, List.of(), List.of(), held);
    }

    static Employee person(
            String id, List<Absence> absences, List<Secondment> secondments, Held... held) {
        return new Employee(
                id,
                "Person " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                Arrays.stream(held).map(Bureau::appointment).toList(),
                absences,
                secondments);
    }

    private static Appointment appointment(Held held) {
        return new Appointment(
                held.unit(),
                new Title("Маман", "Специалист"),
                held.category().map(Category::new),
                held.leading(),
                held.unitHead(),
                held.firstHead(),
                held.apparatusHead(),
                held.manager(),
                Optional.empty(),
                Appointment.Kind.APPOINTED,
                held.span(),
                Optional.empty());
    }

    void put(Employee person) {
        people.put(person.id(), person);
    }

    void absent(String id, LocalDate from, LocalDate to) {
        Employee person = Objects.requireNonNull(people.get(id));
        put(
                new Employee(
                        person.id(),
                        person.name(),
                        person.names(),
                        person.email(),
                        person.mobile(),
                        person.week(),
                        person.appointments(),
                        List.of(new Absence(Absence.Kind.LABOUR_LEAVE, from, to)),
                        person.secondments()));
    }

    void substitute(String absent, String by) {
        substitutions.add(
                new Substitution(
                        "s" + substitutions.size(),
                        new Substitution.Absent(absent),
                        by,
                        Span.of(TODAY.minusDays(30), TODAY.plusDays(60)),
                        new Order("7", TODAY.minusDays(31), Optional.empty())));
    }

    Staff staff(String of) {
        staffReadings++;
        if (of.equals(body)) {
            return new Staff(
                    body,
                    units(),
                    List.copyOf(people.values()),
                    List.of(),
                    substitutions,
                    decisions);
        }
        List<SecondedIn> sent =
                people.values().stream()
                        .flatMap(person ->
                                person.secondments().stream()
                                        .filter(secondment -> secondment.to().equals(of))
                                        .map(secondment ->
                                                new SecondedIn(
                                                        person,
                                                        body,
                                                        secondment,
                                                        Optional.of(
                                                                new SecondedPlace(
                                                                        "unit-1", "boss-9", false,
                                                                        false)))))
                        .toList();
        return new Staff(
                of,
                units(),
                of.equals(other) ? List.of(person("boss-9", head("D-3", "chief-9"))) : List.of(),
                sent,
                List.of(),
                List.of());
    }

    private static List<Unit> units() {
        return List.of(
                new Unit(
                        "unit-1", new Title("Бөлім", "Отдел"), Optional.empty(), Optional.empty()));
    }

    Caller caller(String person, Role... roles) {
        return new Caller(person, Set.of(roles), Optional.of(body));
    }

    // The desk

    void on(LocalDate day) {
        now = at(day, 11, 0);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ALMATY).toInstant();
    }

    DynamoCases cases() {
        return new DynamoCases(new Table(sandbox.dynamo(), sandbox.table("Records")));
    }

    Desk desk() {
        return desk(DynamoCases.fromEnvironment());
    }

    private Desk desk(DynamoCases cases) {
        return new Desk(
                cases,
                this::staff,
                (_, day) -> act.map(settings -> new Edition<>(record(settings), 1)),
                annex -> Objects.requireNonNull(forms.get(annex)),
                bodies(),
                () -> calendar,
                functions.clock(),
                DynamoEnclosures.addresses());
    }

    private static MethodologyRecord record(EmployeeSettings settings) {
        return new MethodologyRecord(
                EmployeeMethodology.M245,
                new MethodologyRecord.Act("постановление", "245", LONG_AGO, Optional.empty()),
                LONG_AGO,
                Optional.empty(),
                settings);
    }

    private Bodies bodies() {
        return new Bodies() {
            @Override
            public List<StateBody> all() {
                return List.of(known(body), known(other));
            }

            @Override
            public Optional<StateBody> find(String id) {
                return Optional.of(known(id));
            }

            @Override
            public boolean put(StateBody put, Optional<StateBody> from, Caller by) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static StateBody known(String id) {
        return new StateBody(
                id,
                new LocalText(id, id, id),
                BodyKind.ZHAO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                30);
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

    Map<String, Object> daily() {
        return functions.run("OpenQuarter", () -> new OpenQuarter(desk(), 1));
    }

    static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    static JsonNode expect(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        return answer.body();
    }

    // Cases

    Reference reference(String employee) {
        return Opening.reference(body, employee, Quarter.read(QUARTER).orElseThrow(), 1);
    }

    String id(String employee) {
        return reference(employee).id();
    }

    Document document(String id) {
        return cases().find(new Reference(Desk.APPRAISAL, id)).orElseThrow();
    }

    ObjectNode at(String id) {
        return Json.object().put("version", document(id).version());
    }

    Answer open(String employee) {
        return post(
                "/appraisals", hr, Json.object().put("employee", employee).put("quarter", QUARTER));
    }

    /// A case of emp-1 with the assessor.
    String opened() {
        return expect(open("emp-1"), 201).path("id").asText();
    }

    Answer score(String id, Caller by, String value) {
        ObjectNode json = at(id);
        json.putArray("items").addObject().put("item", "overall").put("value", value);
        return put("/appraisals/" + id + "/score", by, json);
    }

    String scored() {
        String id = opened();
        expect(score(id, assessor, "4.2"), 200);
        return id;
    }

    Answer publish(Caller by, String id, long version) {
        ObjectNode json = Json.object();
        json.putArray("appraisals").addObject().put("id", id).put("version", version);
        return post("/appraisals/publications", by, json);
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

    String published() {
        String id = scored();
        expect(publish(hr, id, document(id).version()), 200);
        return id;
    }

    /// A published case that others have brought into another state.
    String inState(String state, Consumer<ObjectNode> with) {
        String id = published();
        Document seen = document(id);
        ObjectNode content = seen.content();
        with.accept(content);
        Document next =
                seen.next(
                        state,
                        Parties.of(
                                new AppraisalContent(content), staff(body), desk(cases()).today()),
                        content);
        cases().perform(new Change(next, new Act("test", "test", now, Json.object()), List.of()));
        return id;
    }

    static AppraisalForm halfSteps() {
        return new AppraisalForm(
                AppraisalForm.Status.OFFICIAL,
                AppraisalForm.Aggregation.MEAN,
                new BigDecimal("0.5"),
                List.of(item("a"), item("b"), item("c")));
    }

    private static AppraisalForm.Item item(String id) {
        return new AppraisalForm.Item(
                id, new Title("Тармақ " + id, "Пункт " + id), Optional.empty());
    }
}
