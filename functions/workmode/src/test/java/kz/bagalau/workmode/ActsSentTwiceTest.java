package kz.bagalau.workmode;

import static kz.bagalau.workmode.Bureau.created;
import static kz.bagalau.workmode.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request that changes something: sent twice it has one effect, and killed at any of its
/// requests to the store it leaves either nothing or the whole, which the same request sent again
/// finishes.
class ActsSentTwiceTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// A request, once everything that it needs stands.
    private record Prepared(String path, ObjectNode content, String person) {}

    private record Write(
            String name,
            String method,
            Function<Bureau, Caller> by,
            Function<Bureau, Prepared> prepare) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void sentTwice_hasOneEffect(Write write) {
        Bureau bureau = new Bureau(SANDBOX);
        Prepared prepared = write.prepare().apply(bureau);

        Answer first = call(bureau, write, prepared).send();
        String left = state(bureau, prepared, first);
        Answer second = call(bureau, write, prepared).send();

        assertThat(first.status()).as("%s", first.body()).isIn(200, 201);
        assertThat(second.status()).as("%s", second.body()).isIn(200, 201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(state(bureau, prepared, second)).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void killedBetweenTwoWrites_itIsFinishedByTheSameAgain(Write write) {
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            Bureau bureau = new Bureau(SANDBOX);
            Prepared prepared = write.prepare().apply(bureau);

            answer = call(bureau, write, prepared).sendDying(number, Crash.Moment.AFTER);
            Answer again = call(bureau, write, prepared).send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(bureau.arrangement(prepared.person()).isSound()).isTrue();
            Answer third = call(bureau, write, prepared).send();
            assertThat(third.body()).as("%d", number).isEqualTo(again.body());
        }
    }

    private static Call call(Bureau bureau, Write write, Prepared prepared) {
        return bureau.call(write.method(), prepared.path(), write.by().apply(bureau))
                .header("idempotency-key", "key-" + bureau.body)
                .body(prepared.content());
    }

    /// What stands: the document's version, its trail, the employee's arrangement, and the times by
    /// which overtime is counted.
    private static String state(Bureau bureau, Prepared prepared, Answer answer) {
        String kind =
                prepared.path().contains("violations")
                        ? "violation"
                        : prepared.path().startsWith("/recalls")
                                ? "recall"
                                : prepared.path().startsWith("/remote")
                                        ? "remote-work"
                                        : "flexible-time";
        if (prepared.path().startsWith("/bodies")) {
            return answer.body().toString();
        }
        Reference reference = new Reference(kind, answer.text("id"));
        var trail = bureau.cases().trail(reference);
        assertThat(trail.faults()).isEmpty();
        return bureau.cases().find(reference).orElseThrow().version()
                + " "
                + trail.count()
                + " "
                + bureau.arrangement(prepared.person())
                + " "
                + CountedTimesTest.times(bureau).see(bureau.body);
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write(
                        "flexible act",
                        "POST",
                        b -> b.head,
                        b ->
                                new Prepared(
                                        "/flexible-acts",
                                        b.flexible(
                                                "2026-12-07",
                                                "2027-06-06",
                                                Map.of(
                                                        "e1",
                                                        b.approved("e1"),
                                                        "e2",
                                                        b.approved("e2"))),
                                        "e1")),
                onFlexible(
                        "extension",
                        "/extensions",
                        "{'employee':'e1','to':'2027-11-30','agreement':'a','number':'31',"
                                + "'signedOn':'2026-11-30','version':1}"),
                onFlexible(
                        "end",
                        "/end",
                        "{'employee':'e1','lastDay':'2026-12-31','document':'d','version':1}"),
                onFlexible("annul", "/annul", "{'reason':'r','document':'d','version':1}"),
                new Write(
                        "acknowledgement",
                        "POST",
                        b -> b.employee,
                        b ->
                                new Prepared(
                                        "/flexible-acts/"
                                                + b.flexibleAct("e1")
                                                + "/acknowledgement",
                                        json("{'version':1}"),
                                        "e1")),
                new Write("cancel", "POST", b -> b.head, ActsSentTwiceTest::cancellation),
                new Write(
                        "violation",
                        "POST",
                        b -> b.hr,
                        b -> {
                            String act = b.flexibleAct("e1");
                            b.now = Instant.parse("2026-12-15T04:00:00Z");
                            return new Prepared(
                                    "/flexible-acts/" + act + "/violations",
                                    json(
                                            "{'employee':'e1','date':'2026-12-08','kind':'CONDITIONS',"
                                                    + "'description':'x'}"),
                                    "e1");
                        }),
                new Write(
                        "remote act",
                        "POST",
                        b -> b.head,
                        b -> new Prepared("/remote-acts", b.remote("e1", "e2"), "e1")),
                new Write(
                        "cause removed",
                        "PUT",
                        b -> b.head,
                        b -> {
                            ObjectNode act = b.remote("e1").put("basis", "EXCEPTIONAL");
                            act.putObject("cause")
                                    .put("kind", "EMERGENCY")
                                    .put("from", "2026-11-01");
                            String id = created(b.post("/remote-acts", b.head, act));
                            return new Prepared(
                                    "/remote-acts/" + id + "/cause-removed",
                                    json("{'on':'2026-12-20','document':'d','version':1}"),
                                    "e1");
                        }),
                new Write(
                        "equipment",
                        "PUT",
                        b -> b.hr,
                        b ->
                                new Prepared(
                                        "/remote-acts/" + b.remoteAct("e1") + "/equipment/e1",
                                        json("{'items':['laptop'],'version':1}"),
                                        "e1")),
                new Write(
                        "recall",
                        "POST",
                        b -> b.head,
                        b -> new Prepared("/recalls", b.recall(b.remoteAct("e1"), "e1"), "e1")),
                new Write(
                        "withdrawal",
                        "POST",
                        b -> b.head,
                        b ->
                                new Prepared(
                                        "/recalls/" + recalled(b) + "/withdraw",
                                        json("{'version':1}"),
                                        "e1")),
                new Write(
                        "return",
                        "PUT",
                        b -> b.head,
                        b -> {
                            String recall = recalled(b);
                            b.now = Instant.parse("2026-12-11T04:00:00Z");
                            return new Prepared(
                                    "/recalls/" + recall + "/return",
                                    json("{'on':'2026-12-14','version':1}"),
                                    "e1");
                        }),
                new Write(
                        "time record",
                        "PUT",
                        b -> b.employee,
                        _ ->
                                new Prepared(
                                        "/bodies/{own}/employees/e1/time-records/2026-11-27",
                                        json("{'from':'09:00','to':'18:00','source':'SELF'}"),
                                        "e1")));
    }

    private static Write onFlexible(String name, String step, String content) {
        return new Write(
                name,
                "POST",
                b -> b.head,
                b ->
                        new Prepared(
                                "/flexible-acts/" + b.flexibleAct("e1") + step,
                                json(content),
                                "e1"));
    }

    private static Prepared cancellation(Bureau bureau) {
        String act = bureau.flexibleAct("e1");
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");
        ObjectNode json =
                json(
                        "{'employee':'e1','lastDay':'2026-12-18','number':'35',"
                                + "'signedOn':'2026-12-15','version':1}");
        json.putArray("violations")
                .add(bureau.violation(act, "e1", "2026-12-08"))
                .add(bureau.violation(act, "e1", "2026-12-09"));
        return new Prepared("/flexible-acts/" + act + "/cancel", json, "e1");
    }

    private static String recalled(Bureau bureau) {
        return created(
                bureau.post("/recalls", bureau.head, bureau.recall(bureau.remoteAct("e1"), "e1")));
    }
}
