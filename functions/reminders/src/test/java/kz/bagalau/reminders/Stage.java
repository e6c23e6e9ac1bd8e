package kz.bagalau.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.contract.Calendars;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.NoContext;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.Convention;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.QueueCall;
import kz.bagalau.sandbox.Sandbox;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.Message;

/// The functions of this module on the stores' real APIs, each with the rights that template.yaml
/// gives it, at a time that the test sets; and documents with tasks, as capabilities write them.
final class Stage implements AutoCloseable {

    static final String BODY = "min-digital";
    static final String OTHER = "min-finance";
    static final Caller HR = caller("hr-1", BODY, Role.HR);
    static final Caller HEAD = caller("head-1", BODY, Role.HEAD);
    static final Caller EMPLOYEE = caller("emp-1", BODY, Role.EMPLOYEE);
    static final Caller OTHER_HR = caller("hr-2", OTHER, Role.HR);
    static final Caller AGENCY = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());

    /// A Monday.
    static final LocalDate MONDAY = LocalDate.of(2026, 4, 13);

    final Sandbox sandbox = Sandbox.open();
    final Crash crash = new Crash();
    final Table table = new Table(sandbox.dynamo(), sandbox.table("Records"));
    final DynamoCases cases = new DynamoCases(table);
    private volatile Instant now = at(MONDAY);
    private final InstantSource source = () -> now;

    Stage() {
        sandbox.sqs(); // makes the queues
        body(BODY);
        body(OTHER);
    }

    static Caller caller(String subject, String body, Role... roles) {
        return new Caller(subject, Set.of(roles), Optional.of(body));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).atZone(Runtime.ALMATY).toInstant();
    }

    void day(LocalDate day) {
        now = at(day);
    }

    void time(LocalDate day, String time) {
        now = day.atTime(LocalTime.parse(time)).atZone(Runtime.ALMATY).toInstant();
    }

    /// Work rules of the body, 09:00–18:30, and an act of remote work of somebody.
    void remote(String employee, LocalDate from, LocalDate to) {
        new DynamoRegimes(table, source.withZone(Runtime.ALMATY))
                .put(
                        BODY,
                        new WorkRules(
                                Optional.empty(),
                                LocalDate.of(2020, 1, 6),
                                Optional.empty(),
                                new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 30)),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                "rules 1"),
                        OptionalLong.of(0),
                        HR);
        var arrangements = new DynamoArrangements(table, source.withZone(Runtime.ALMATY));
        Document act =
                new Document(
                        new Reference("remote-act", "r-" + employee),
                        "remote-act",
                        BODY,
                        "2026",
                        Set.of(),
                        "ACTIVE",
                        1,
                        Json.object());
        arrangements.perform(
                List.of(new Change(act, act("set", "head-1"), List.of())),
                arrangements.see(BODY, List.of(employee)),
                List.of(
                        Arrangement.none(employee)
                                .with(
                                        act.reference().id(),
                                        new RemoteTerm(
                                                new Term("14", from, to),
                                                RemoteAct.Kind.REMOTE,
                                                Optional.empty()))),
                Optional.empty());
    }

    void body(String id) {
        new DynamoBodies(
                        sandbox.dynamo(), sandbox.table("Records"), source.withZone(Runtime.ALMATY))
                .put(
                        new StateBody(
                                id,
                                new LocalText(id, id, id),
                                BodyKind.OMO,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                100),
                        Optional.empty(),
                        AGENCY);
    }

    Runtime runtime(String function) {
        return sandbox.runtime(function, source.withZone(Runtime.ALMATY), crash);
    }

    /// The same, that counts requests to the stores.
    Runtime runtime(String function, Runnable counted) {
        return sandbox.runtime(
                function,
                source.withZone(Runtime.ALMATY),
                new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(
                            Context.BeforeExecution context, ExecutionAttributes attributes) {
                        counted.run();
                    }
                });
    }

    /// A new instance of a function, as in a new process.
    <T> T in(String function, Supplier<T> work) {
        return Runtime.with(runtime(function), work);
    }

    Call call(String route) {
        String function =
                sandbox.template().functions().values().stream()
                        .filter(one -> one.routes().stream().anyMatch(r -> r.key().equals(route)))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return Call.of(route, Call.to(runtime(function), () -> made(function)), crash);
    }

    /// What a function answers to an event as it stands.
    HttpAnswer answer(String function, JsonNode event) {
        return in(function, () -> HttpCall.of(made(function), event, new NoContext()));
    }

    private static Object made(String function) {
        try {
            return Class.forName("kz.bagalau.reminders." + function).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(function, e);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> run(String function, Map<String, Object> event) {
        return in(
                function,
                () ->
                        ((RequestHandler<Map<String, Object>, Map<String, Object>>) made(function))
                                .handleRequest(event, new NoContext()));
    }

    /// The daily schedule, and what it asks for.
    void remind() {
        run("RemindDeadlines", Map.of());
        remindBodies();
    }

    void remindBodies() {
        for (Message message : received("RemindedBodies")) {
            remind(message.body());
        }
    }

    /// @return whether the message is done with
    boolean remind(String message) {
        return in(
                "RemindBodies",
                () ->
                        QueueCall.of(
                                        (RequestStreamHandler) made("RemindBodies"),
                                        List.of(new QueueMessage("m1", message)),
                                        new NoContext())
                                .isEmpty());
    }

    List<Message> received(String queue) {
        List<Message> all = new ArrayList<>();
        String url = sandbox.queue(queue);
        while (true) {
            List<Message> some =
                    sandbox.sqs()
                            .receiveMessage(
                                    request -> request.queueUrl(url).maxNumberOfMessages(10))
                            .messages();
            if (some.isEmpty()) {
                return all;
            }
            for (Message one : some) {
                sandbox.sqs()
                        .deleteMessage(
                                delete -> delete.queueUrl(url).receiptHandle(one.receiptHandle()));
                all.add(one);
            }
        }
    }

    /// What has reached people since the last look.
    List<JsonNode> delivered() {
        run("SendMessages", Map.of());
        return received("Messages").stream().map(message -> Json.read(message.body())).toList();
    }

    /// A document that waits for somebody until a day.
    Document document(String id, Party owner, LocalDate due) {
        return document(BODY, id, owner, due);
    }

    Document document(String body, String id, Party owner, LocalDate due) {
        return document(body, id, task(body, id, owner, Optional.of(due)));
    }

    Document document(String body, String id, Task... tasks) {
        Document document =
                new Document(
                        new Reference("kpi-sheet", id),
                        "kpi-sheet",
                        body,
                        "2026",
                        Set.of(),
                        "RETURNED",
                        1,
                        Json.object().put("score", "99.5"));
        cases.perform(new Change(document, act("open", "hr-1"), Arrays.asList(tasks)));
        return document;
    }

    /// A document about somebody that waits for another.
    void about(String id, Party owner, String employee) {
        ObjectNode content = Json.object().put("score", "99.5").put("employee", employee);
        content.putObject("person").put("name", "Name of " + employee);
        Document document =
                new Document(
                        new Reference("kpi-sheet", id),
                        "kpi-sheet",
                        BODY,
                        "2026",
                        Set.of(),
                        "RETURNED",
                        1,
                        content);
        Task task = task(BODY, id, owner, Optional.of(MONDAY.plusDays(1)));
        cases.perform(new Change(document, act("open", "hr-1"), List.of(task)));
    }

    /// A document of a kind that waits for somebody.
    void waiting(String kind, String period, String content, Party owner) {
        Reference reference = new Reference(kind, "w-1");
        Document document =
                new Document(
                        reference,
                        kind,
                        BODY,
                        period,
                        Set.of(),
                        "OPEN",
                        1,
                        (ObjectNode) Json.read(content));
        Task waits =
                new Task(
                        reference,
                        "look",
                        Optional.empty(),
                        owner,
                        BODY,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "No. 120",
                        "¶21");
        cases.perform(new Change(document, act("open", "hr-1"), List.of(waits)));
    }

    private static Employee person(String id, Optional<Span> absent) {
        return new Employee(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                List.of(
                        new Appointment(
                                "top",
                                new Title("А", "Б"),
                                Optional.empty(),
                                false,
                                false,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Appointment.Kind.APPOINTED,
                                new Span(LocalDate.of(2026, 1, 1), Optional.empty()),
                                Optional.empty())),
                absent.stream()
                        .map(span ->
                                new Absence(
                                        Absence.Kind.LABOUR_LEAVE,
                                        span.from(),
                                        span.to().orElseThrow()))
                        .toList(),
                List.of());
    }

    /// The people of the body, when they are absent, and an order of substitution.
    void staff(List<String> people, Map<String, Span> absent, Substitution order) {
        var staffs = new DynamoStaffs(table, source.withZone(Runtime.ALMATY));
        for (StaffChange change :
                List.of(
                        new StaffChange.OfPeople(
                                people.stream()
                                        .map(id -> person(id, Optional.ofNullable(absent.get(id))))
                                        .toList()),
                        new StaffChange.OfSubstitution(order))) {
            staffs.put(staffs.of(BODY), change, HR);
        }
    }

    Act act(String event, String by) {
        return new Act(event, by, now, Json.object().put("reason", "as agreed"));
    }

    static Task task(String body, String id, Party owner, Optional<LocalDate> due) {
        return new Task(
                new Reference("kpi-sheet", id),
                "resubmit",
                due.map(_ -> "kpi.resubmit"),
                owner,
                body,
                due,
                due,
                false,
                "No. 02-17/15",
                "¶54");
    }

    /// A document that waits for somebody, two working days after a day.
    void counted(String id, Party owner, LocalDate from) {
        DueDate due =
                Deadline.KPI_RESUBMIT.due(
                        from, new Counting.WorkingDaysAfter(2), calendars().current());
        LocalDate last = ((DueDate.Found) due).due();
        document(
                BODY,
                id,
                new Task(
                        new Reference("kpi-sheet", id),
                        "resubmit",
                        Optional.of(Deadline.KPI_RESUBMIT.code()),
                        owner,
                        BODY,
                        Optional.of(last),
                        Optional.of(last),
                        false,
                        "No. 02-17/15",
                        "¶54",
                        Optional.of(new Task.Counted(from, Convention.WORKING_DAYS_AFTER, 2))));
    }

    /// Corrects the calendar: nobody works on a day.
    void dayOff(LocalDate day) {
        CalendarYear corrected =
                Calendars.withDayOff(calendars().current(), day).year(day.getYear());
        assertThat(calendars().put(corrected, OptionalLong.empty(), AGENCY))
                .isInstanceOf(Saved.Kept.class);
    }

    private DynamoCalendars calendars() {
        return new DynamoCalendars(table, Clock.fixed(now, Runtime.ALMATY));
    }

    /// It is done.
    void settle(Document document) {
        cases.perform(
                new Change(
                        document.next("ON_REVIEW", Set.of(), document.content()),
                        act("resubmit", "emp-1"),
                        List.of()));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
