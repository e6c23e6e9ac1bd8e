package kz.bagalau.kpi;

import static kz.bagalau.kpi.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.kpi.commission.Commissions;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request that changes something: sent twice it has one effect, and killed at any of its
/// requests to the store it leaves either nothing or the whole, which the same request sent again
/// finishes.
class SentTwiceTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// @param prepare brings the document into its state; its id
    /// @param events how many events of the document there are more after it
    private record Write(
            String name,
            String method,
            Function<String, String> path,
            Function<Office, Caller> by,
            Function<Office, String> prepare,
            BiFunction<Office, String, ObjectNode> content,
            String kind,
            int events) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void sentTwice_hasOneEffect(Write write) {
        Office office = new Office(SANDBOX);
        String id = write.prepare().apply(office);
        long before = version(office, write, id);
        ObjectNode content = write.content().apply(office, id);

        Answer first = call(office, write, id, content).send();
        Answer second = call(office, write, id, content).send();

        assertThat(first.status()).as("%s", first.body()).isIn(200, 201);
        assertThat(second.status()).as("%s", second.body()).isIn(200, 201);
        assertThat(version(office, write, id)).isEqualTo(before + write.events());
        assertThat(office.cases().trail(reference(office, write, id)).faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void killedBetweenTwoWrites_itIsFinishedByTheSameAgain(Write write) {
        // Before a request is the same as after the one before it.
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            Office office = new Office(SANDBOX);
            String id = write.prepare().apply(office);
            long before = version(office, write, id);
            ObjectNode content = write.content().apply(office, id);

            answer = call(office, write, id, content).sendDying(number, Crash.Moment.AFTER);
            Answer again = call(office, write, id, content).send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(version(office, write, id))
                    .as("%d", number)
                    .isEqualTo(before + write.events());
        }
    }

    private static Call call(Office office, Write write, String id, ObjectNode content) {
        String path =
                write.name().equals("approval")
                        ? "/commission-meetings/" + office.body + ".1/approve"
                        : write.path().apply(id);
        return office.call(write.method(), path, write.by().apply(office)).body(content);
    }

    private static long version(Office office, Write write, String id) {
        return office.cases()
                .find(reference(office, write, id))
                .map(document -> document.version())
                .orElse(0L);
    }

    private static Reference reference(Office office, Write write, String id) {
        return switch (write.kind()) {
            case Desk.COMMISSION -> Commissions.reference(office.body, "main");
            case Desk.MEETING -> Meetings.reference(office.body, 1);
            default -> new Reference(write.kind(), id);
        };
    }

    static Stream<Write> writes() {
        return Stream.of(
                plan(
                        "fill",
                        "DRAFT",
                        "PUT",
                        "",
                        o -> o.manager,
                        (o, c) -> c.set("rows", Office.rows(5))),
                plan(
                        "signature",
                        "DRAFT",
                        "PUT",
                        "/signature",
                        o -> o.employee,
                        (o, c) -> c.put("signed", true)),
                plan("submit", null, "POST", "/submit", o -> o.manager, (o, c) -> c),
                plan("approve", "ON_APPROVAL", "POST", "/approve", o -> o.higher, (o, c) -> c),
                plan(
                        "return",
                        "ON_APPROVAL",
                        "POST",
                        "/return",
                        o -> o.higher,
                        (o, c) -> c.put("reason", "x")),
                new Write(
                        "POST /kpi-sheets",
                        "POST",
                        _ -> "/kpi-sheets",
                        o -> o.hr,
                        o -> o.planIn("APPROVED"),
                        (_, id) -> Json.object().put("plan", id),
                        Desk.SHEET,
                        1),
                sheet(
                        "fill",
                        "DRAFT",
                        "PUT",
                        "",
                        o -> o.manager,
                        (o, c) -> c.set("rows", Office.actuals(3))),
                sheet(
                        "signature",
                        "ON_REVIEW",
                        "PUT",
                        "/signature",
                        o -> o.employee,
                        (o, c) -> c.put("refused", "x")),
                sheet("submit", "DRAFT", "POST", "/submit", o -> o.manager, (o, c) -> c),
                sheet("resubmit", "RETURNED", "POST", "/submit", o -> o.manager, (o, c) -> c),
                sheet("agree", "ON_REVIEW", "POST", "/agree", o -> o.higher, (o, c) -> c),
                sheet(
                        "return",
                        "ON_REVIEW",
                        "POST",
                        "/return",
                        o -> o.higher,
                        (o, c) -> c.put("reason", "x")),
                sheet("to-commission", "SIGNED", "POST", "/to-commission", o -> o.hr, (o, c) -> c),
                sheet(
                        "inform",
                        "APPROVED",
                        "POST",
                        "/inform",
                        o -> o.hr,
                        (o, c) -> c.put("channel", "EMAIL").put("sentOn", o.today.toString())),
                sheet(
                        "appeal",
                        "INFORMED",
                        "POST",
                        "/appeal",
                        o -> o.employee,
                        (o, c) -> c.put("to", "AGENCY")),
                new Write(
                        "decide",
                        "POST",
                        id -> "/appeals/" + id + ".1/decide",
                        o -> o.agency,
                        o -> o.sheetIn("APPEALED"),
                        (o, id) ->
                                o.at(Desk.SHEET, id)
                                        .put("outcome", "LEAVE")
                                        .put("number", "1")
                                        .put("date", o.today.toString()),
                        Desk.SHEET,
                        1),
                new Write(
                        "cancellation",
                        "POST",
                        id -> "/kpi-sheets/" + id + "/cancellation",
                        o -> o.head,
                        SentTwiceTest::proposed,
                        (o, id) ->
                                Office.with(
                                        o.at(Desk.SHEET, id),
                                        "order",
                                        json("{'number':'4','date':'%s'}".formatted(o.today))),
                        Desk.SHEET,
                        1),
                new Write(
                        "PUT commission",
                        "PUT",
                        _ -> "/commissions/main",
                        o -> o.head,
                        _ -> "",
                        (o, _) -> o.composition("12"),
                        Desk.COMMISSION,
                        1),
                new Write(
                        "another order",
                        "PUT",
                        _ -> "/commissions/main",
                        o -> o.head,
                        o -> {
                            o.commission();
                            return "";
                        },
                        (o, _) -> o.composition("13").put("chair", "new").put("version", 1),
                        Desk.COMMISSION,
                        1),
                new Write(
                        "timetable",
                        "PUT",
                        _ -> "/commissions/main/timetable",
                        o -> o.hr,
                        o -> {
                            String sheet = o.sheetIn("AT_COMMISSION");
                            o.commission();
                            return sheet;
                        },
                        Office::timetable,
                        Desk.COMMISSION,
                        1),
                new Write(
                        "agreement",
                        "POST",
                        _ -> "/commissions/main/timetable/agreement",
                        o -> o.chair,
                        o -> {
                            String sheet = o.sheetIn("AT_COMMISSION");
                            o.commission();
                            Office.ok(
                                    o.put("/commissions/main/timetable", o.hr, o.timetable(sheet)));
                            return sheet;
                        },
                        (o, _) -> o.atCommission(),
                        Desk.COMMISSION,
                        2), // and its assessors are written to
                new Write(
                        "documents",
                        "PUT",
                        _ -> "/commissions/main/timetable/" + Office.TODAY + "/documents",
                        o -> o.hr,
                        o -> {
                            String sheet = o.sheetIn("AT_COMMISSION");
                            o.prepare(sheet);
                            return sheet;
                        },
                        (o, id) -> {
                            ObjectNode documents = o.atCommission();
                            documents.putArray("sheets").add(id);
                            return documents;
                        },
                        Desk.COMMISSION,
                        1),
                new Write(
                        "meeting",
                        "POST",
                        _ -> "/commission-meetings",
                        o -> o.secretary,
                        o -> {
                            String sheet = o.sheetIn("AT_COMMISSION");
                            o.prepare(sheet);
                            return sheet;
                        },
                        (o, id) -> o.meeting(Office.confirm(id)),
                        Desk.MEETING,
                        2), // and its sheet follows
                new Write(
                        "approval",
                        "POST",
                        _ -> "",
                        o -> o.head,
                        o -> o.sheetIn("DECIDED"),
                        (o, _) -> o.at(Desk.MEETING, o.body + ".1").put("on", o.today.toString()),
                        Desk.MEETING,
                        2));
    }

    private static String proposed(Office office) {
        String sheet = office.sheetIn("APPEALED");
        Office.ok(
                office.post(
                        "/appeals/" + sheet + ".1/decide",
                        office.agency,
                        office.at(Desk.SHEET, sheet)
                                .put("outcome", "PROPOSE_REVIEW")
                                .put("number", "1")
                                .put("date", office.today.toString())));
        return sheet;
    }

    private static Write plan(
            String name,
            @Nullable String state,
            String method,
            String suffix,
            Function<Office, Caller> by,
            BiFunction<Office, ObjectNode, JsonNode> content) {
        return new Write(
                "plan " + name,
                method,
                id -> "/kpi-plans/" + id + suffix,
                by,
                o -> {
                    if (state != null) {
                        return o.planIn(state);
                    }
                    String plan = o.plan();
                    o.filled(plan);
                    return plan;
                },
                (o, id) -> (ObjectNode) content.apply(o, o.at(Desk.PLAN, id)),
                Desk.PLAN,
                1);
    }

    private static Write sheet(
            String name,
            String state,
            String method,
            String suffix,
            Function<Office, Caller> by,
            BiFunction<Office, ObjectNode, JsonNode> content) {
        return new Write(
                "sheet " + name,
                method,
                id -> "/kpi-sheets/" + id + suffix,
                by,
                o -> o.sheetIn(state),
                (o, id) -> (ObjectNode) content.apply(o, o.at(Desk.SHEET, id)),
                Desk.SHEET,
                1);
    }
}
