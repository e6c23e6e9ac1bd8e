package kz.bagalau.directory.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.bagalau.cases.Edition;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.directory.Staffs.Written;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoStaffsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-19T05:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Crash CRASH = new Crash();

    @AutoClose
    private static final DynamoDbClient MORTAL = new Endpoint(SANDBOX.address()).connect(CRASH);

    private static final Table TABLE = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));

    private final String body = "b-" + UUID.randomUUID();
    private final Caller hr = new Caller("h1", Set.of(Role.HR), Optional.of(body));
    private final DynamoStaffs staffs = new DynamoStaffs(TABLE, CLOCK);

    @Test
    void whatIsEntered_stands_withItsVersion() {
        Employee person = everything("emp-1");
        var place = new SecondedPlace("u1", "emp-1", true, false);
        var substitution =
                new Substitution(
                        "s1",
                        new Substitution.VacantHead("u1"),
                        "emp-1",
                        Span.since(NEW_YEAR),
                        new Order("5", NEW_YEAR, Optional.of("doc-1")));
        var decision =
                new ApparatusDecision(
                        "d1",
                        List.of("emp-1"),
                        Span.of(NEW_YEAR, NEW_YEAR.plusDays(9)),
                        new Order("6", NEW_YEAR, Optional.empty()));
        Unit unit = unit("u1");

        enter(new StaffChange.OfUnit(unit));
        enter(new StaffChange.OfPeople(List.of(person)));
        enter(new StaffChange.OfPlace("other", place));
        enter(new StaffChange.OfSubstitution(substitution));
        enter(new StaffChange.OfDecision(decision));

        StaffRecords found = staffs.of(body);
        assertThat(found.units()).containsEntry("u1", new Edition<>(unit, 1));
        assertThat(found.people()).containsEntry("emp-1", new Edition<>(person, 1));
        assertThat(found.places()).containsEntry("other", new Edition<>(place, 1));
        assertThat(found.substitutions()).containsEntry("s1", new Edition<>(substitution, 1));
        assertThat(found.decisions()).containsEntry("d1", new Edition<>(decision, 1));
        assertThat(found.revision()).isEqualTo(5);
    }

    @Test
    void everyEarlierEditionIsKept_andOnlyWhoChangedGetsAVersion() {
        enter(new StaffChange.OfPeople(List.of(person("emp-1", "u1"), person("emp-2", "u1"))));
        enter(new StaffChange.OfPeople(List.of(person("emp-1", "u2"), person("emp-2", "u1"))));

        var found = staffs.of(body).people();
        assertThat(found.get("emp-1")).isEqualTo(new Edition<>(person("emp-1", "u2"), 2));
        assertThat(found.get("emp-2")).isEqualTo(new Edition<>(person("emp-2", "u1"), 1));
        String share = "%02d".formatted(People.share("emp-1"));
        assertThat(TABLE.partition("people#" + body + "#" + share))
                .extracting(item ->
                        Optional.ofNullable(
                                        People.unpacked(Item.bytes(item, "people")).get("emp-1"))
                                .map(Edition::value))
                .containsExactly(
                        Optional.of(person("emp-1", "u1")), Optional.of(person("emp-1", "u2")));
        assertThat(TABLE.partition("audit#people#" + body + "#" + share))
                .extracting(item -> Item.text(item, "details"))
                .anySatisfy(details -> assertThat(details).contains("\"emp-1\":\"2\""));
    }

    @Test
    void whoHasNotSeenTheLastChange_isOvertaken_whateverElseItConcerned() {
        StaffRecords seen = staffs.of(body);
        enter(new StaffChange.OfUnit(unit("u1")));

        assertThat(staffs.put(seen, new StaffChange.OfPeople(List.of(person("e", "u1"))), hr))
                .isEqualTo(Written.OVERTAKEN);
        assertThat(staffs.of(body).people()).isEmpty();
    }

    /// No. 245, ¶3: the receiving body assesses who is sent to it.
    @Test
    void whoIsSentToAnotherBody_isFoundThere_untilTheSecondmentIsTakenBack() {
        String receiver = body + "-r";
        enter(new StaffChange.OfPeople(List.of(sent("emp-1", receiver), person("emp-2", "u1"))));

        var in = staffs.of(receiver).seconded();
        assertThat(in).extracting(found -> found.person().id()).containsExactly("emp-1");
        assertThat(in.getFirst().from()).isEqualTo(body);
        assertThat(staffs.of(receiver).revision()).isZero();

        enter(new StaffChange.OfPeople(List.of(person("emp-1", "u1"))));
        assertThat(staffs.of(receiver).seconded()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void twoThousandPeopleAreEnteredWholeOrNotAtAll_whereverTheProcessDies(Moment moment) {
        var change = new StaffChange.OfPeople(many(2_000));
        var mortal = new DynamoStaffs(new Table(MORTAL, SANDBOX.table("Records")), CLOCK);
        for (int request = 1; staffs.of(body).people().isEmpty(); request++) {
            assertThat(request).isLessThan(10);
            StaffRecords seen = staffs.of(body);
            CRASH.at(request, moment, () -> mortal.put(seen, change, hr));
            assertThat(staffs.of(body).people().size()).isIn(0, 2_000);
        }
        assertThat(staffs.of(body).people()).hasSize(2_000);
        assertThat(staffs.of(body).revision()).isEqualTo(1);
    }

    /// As a reader would find it who meets a transaction in the middle.
    @Test
    void sharesThatDoNotBelongTogether_areNotAnswered() {
        enter(new StaffChange.OfPeople(many(100)));
        var item = TABLE.find("staff#" + body, "people#03").map(TreeMap::new).orElseThrow();
        item.put("edition", Item.number(7));
        SANDBOX.dynamo().putItem(put -> put.tableName(TABLE.name()).item(item));

        assertThatThrownBy(() -> staffs.of(body)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsSentToMoreBodiesThanOneChangeReaches_isRefused_andNothingIsWritten() {
        List<Employee> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            people.add(sent("emp-" + i, body + "-" + i));
        }

        assertThat(staffs.put(staffs.of(body), new StaffChange.OfPeople(people), hr))
                .isEqualTo(Written.TOO_WIDE);
        assertThat(staffs.of(body).people()).isEmpty();
    }

    @Test
    void aStaffThatNoTransactionHolds_isRefused_andNothingIsWritten() {
        List<Employee> people = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            // what does not pack: names of random letters
            String name =
                    IntStream.range(0, 60)
                            .mapToObj(_ -> UUID.randomUUID().toString())
                            .reduce("", String::concat);
            people.add(named("emp-" + i, name));
        }

        assertThat(staffs.put(staffs.of(body), new StaffChange.OfPeople(people), hr))
                .isEqualTo(Written.TOO_LARGE);
        assertThat(staffs.of(body).people()).isEmpty();
    }

    private void enter(StaffChange change) {
        assertThat(staffs.put(staffs.of(body), change, hr)).isEqualTo(Written.STORED);
    }

    private static List<Employee> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> person("emp-" + i, "u1")).toList();
    }

    private static Unit unit(String id) {
        return new Unit(id, new Title("Бөлім", "Отдел"), Optional.empty(), Optional.empty());
    }

    private static Employee person(String id, String unit) {
        return with(id, id, List.of(held(unit)), List.of());
    }

    private static Employee named(String id, String name) {
        return with(id, name, List.of(held("u1")), List.of());
    }

    private static Employee sent(String id, String receiver) {
        return with(
                id,
                id,
                List.of(held("u1")),
                List.of(new Secondment(receiver, Span.since(NEW_YEAR))));
    }

    private static Employee with(
            String id, String name, List<Appointment> held, List<Secondment> secondments) {
        return new Employee(
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkWeek.FIVE_DAYS,
                held,
                List.of(),
                secondments);
    }

    private static Appointment held(String unit) {
        return new Appointment(
                unit,
                new Title("Сарапшы", "Эксперт"),
                Optional.empty(),
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Appointment.Kind.APPOINTED,
                Span.since(NEW_YEAR),
                Optional.empty());
    }

    private static Employee everything(String id) {
        return new Employee(
                id,
                "Ахметова Әйгерім",
                Optional.of(new FullName("Ахметова", "Әйгерім", Optional.of("Қанатқызы"))),
                Optional.of("a@example.kz"),
                Optional.of("+77010000001"),
                WorkWeek.SIX_DAYS,
                List.of(
                        new Appointment(
                                "u1",
                                new Title("Басшы", "Руководитель"),
                                Optional.of(Category.D_O_1),
                                true,
                                true,
                                true,
                                true,
                                Optional.of("m-1"),
                                Optional.of("m-2"),
                                Appointment.Kind.ELECTED,
                                Span.of(NEW_YEAR, NEW_YEAR.plusDays(30)),
                                Optional.of(Appointment.End.MOVED_WITHIN)),
                        held("u2")),
                List.of(new Absence(Absence.Kind.SICK, NEW_YEAR.plusDays(2), NEW_YEAR.plusDays(3))),
                List.of(new Secondment("x-1", Span.of(NEW_YEAR, NEW_YEAR.plusDays(5)))));
    }
}
