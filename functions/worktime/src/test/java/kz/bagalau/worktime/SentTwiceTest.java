package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.desk.Desk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request that changes something: sent twice it has one effect, and killed at any of its
/// requests to the store it leaves either nothing or the whole, which the same request sent again
/// finishes.
class SentTwiceTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// @param prepare brings the document into its state; its id
    /// @param kind of the document whose version counts the effects; empty for what is created,
    ///   where the list does
    private record Write(
            String name,
            String method,
            Function<String, String> path,
            Function<Field, Caller> by,
            Function<Field, String> prepare,
            BiFunction<Field, String, ObjectNode> content,
            Optional<String> kind) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void sentTwice_hasOneEffect(Write write) {
        Field field = new Field(SANDBOX);
        String id = write.prepare().apply(field);
        long before = effects(field, write, id);
        Call call = call(field, write, id);

        Answer first = call.send();
        Answer second = call.send();

        assertThat(first.status()).as("%s", first.body()).isIn(200, 201);
        assertThat(second.status()).as("%s", second.body()).isIn(200, 201);
        assertThat(effects(field, write, id)).isEqualTo(before + 1);
        write.kind()
                .ifPresent(kind ->
                        assertThat(field.cases().trail(new Reference(kind, id)).faults())
                                .isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void killedBetweenTwoWrites_itIsFinishedByTheSameAgain(Write write) {
        // Before a request is the same as after the one before it.
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            Field field = new Field(SANDBOX);
            String id = write.prepare().apply(field);
            long before = effects(field, write, id);
            Call call = call(field, write, id);

            answer = call.sendDying(number, Crash.Moment.AFTER);
            Answer again = call.send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(effects(field, write, id)).as("%d", number).isEqualTo(before + 1);
        }
    }

    private static Call call(Field field, Write write, String id) {
        String path = write.path().apply(id).replace("{ministry}", field.ministry);
        return field.call(write.method(), path, write.by().apply(field))
                .header("idempotency-key", UUID.randomUUID().toString())
                .body(write.content().apply(field, id));
    }

    private static long effects(Field field, Write write, String id) {
        return write.kind()
                .map(kind ->
                        field.cases()
                                .find(new Reference(kind, id))
                                .map(Document::version)
                                .orElse(0L))
                .orElseGet(() -> (long) created(field, write));
    }

    private static int created(Field field, Write write) {
        return switch (write.name()) {
            case "signal" -> listed(field, "/signals", "signals");
            case "register", "register planned" -> listed(field, "/visits", "visits");
            case "result" -> listed(field, "/monitoring-results", "results");
            case "recipient" -> recipients(field);
            default -> throw new IllegalArgumentException(write.name());
        };
    }

    private static int listed(Field field, String path, String name) {
        return Field.ok(field.call("GET", path, field.agency).query("body", field.ministry).send())
                .path(name)
                .size();
    }

    /// The version that stands, as the problem shows it to whoever has not seen it.
    private static int recipients(Field field) {
        return field.put(
                        "/bodies/" + field.ministry + "/worktime-recipient",
                        field.agency,
                        json("{'authority':'astana','basis':'x','version':99}"))
                .body()
                .path("current")
                .path("version")
                .asInt();
    }

    static Stream<Write> writes() {
        return Stream.of(
                creating(
                        "signal",
                        "/signals",
                        f -> f.service,
                        _ -> "",
                        (f, _) -> f.signal(f.ministry)),
                plan("change", "DRAFT", "PUT", "", (f, c) -> c.setAll(f.plan(f.ministry, 1))),
                plan("approve", "DRAFT", "PUT", "/approve", (f, c) -> c.put("act", "№ 5")),
                plan(
                        "amend",
                        "APPROVED",
                        "PUT",
                        "",
                        (f, c) -> {
                            c.setAll(f.plan(f.ministry, 1, 2, 3, 4, 4));
                            return c.put("act", "№ 6");
                        }),
                plan(
                        "send",
                        "APPROVED",
                        "POST",
                        "/send",
                        (f, c) -> {
                            c.putArray("bodies").add(f.ministry);
                            return c;
                        }),
                new Write(
                        "take signal",
                        "PUT",
                        id -> "/signals/" + id,
                        f -> f.monitor,
                        f -> Field.made(f.post("/signals", f.monitor, f.signal(f.ministry))),
                        (_, _) -> json("{'state':'TAKEN','version':1}"),
                        Optional.of(Desk.SIGNAL)),
                new Write(
                        "recipient",
                        "PUT",
                        _ -> "/bodies/{ministry}/worktime-recipient",
                        f -> f.agency,
                        _ -> "",
                        (_, _) -> json("{'authority':'agency','basis':'letter'}"),
                        Optional.empty()),
                creating(
                        "register",
                        "/visits",
                        f -> f.monitor,
                        _ -> "",
                        (f, _) -> f.unscheduled(f.ministry, Field.TODAY)),
                creating(
                        "register planned",
                        "/visits",
                        f -> f.monitor,
                        f -> f.approved(f.agency, f.ministry),
                        (f, plan) -> f.planned(plan + ".1", f.ministry, Field.TODAY)),
                visit(
                        "change",
                        "REGISTERED",
                        "PUT",
                        "",
                        (f, c) -> Field.withOfficials(c.put("date", "2026-02-11"), "m1")),
                visit("cancel", "REGISTERED", "POST", "/cancel", (_, c) -> c.put("reason", "ill")),
                visit(
                        "start",
                        "REGISTERED",
                        "POST",
                        "/start",
                        (f, c) ->
                                c.put("at", Field.at(Field.TODAY, "19:00").toString())
                                        .put("cardsShown", true)),
                visit("explain", "IN_PROGRESS", "POST", "/explanations", (f, _) -> f.explanation()),
                visit("evidence", "IN_PROGRESS", "POST", "/evidence", (f, _) -> f.evidence()),
                visit("act", "IN_PROGRESS", "POST", "/acts", (f, _) -> f.act("e2", "19:40")),
                act("sign", "/signatures", Field::drafted, (f, act) -> act.signature()),
                act(
                        "last signature",
                        "/signatures",
                        f -> {
                            Field.Act act = f.drafted();
                            Field.ok(
                                    f.post(
                                            act.path() + "/signatures",
                                            f.secondMonitor,
                                            act.signature()));
                            return act;
                        },
                        (f, act) -> act.signature()),
                act(
                        "acquaint",
                        "/acquaintance",
                        Field::signed,
                        (f, act) ->
                                f.at(Desk.ACT, act.id())
                                        .put("kind", "SIGNED")
                                        .put("at", Field.at(Field.TODAY, "20:00").toString())),
                act(
                        "withdraw",
                        "/withdraw",
                        Field::signed,
                        (f, act) -> f.at(Desk.ACT, act.id()).put("reason", "a mistake")),
                creating(
                        "result",
                        "/monitoring-results",
                        f -> f.agency,
                        _ -> "",
                        (f, _) -> f.result(f.ministry)),
                result(
                        "change",
                        "PREPARED",
                        "PUT",
                        "",
                        f -> f.agency,
                        (f, c) -> {
                            c.setAll(f.result(f.ministry));
                            c.remove("body");
                            return c;
                        }),
                result("send", "PREPARED", "POST", "/send", f -> f.agency, (_, c) -> c),
                result("attach", "SENT", "POST", "/attachments", f -> f.hr, (f, _) -> f.scan()),
                result(
                        "answer",
                        "SENT",
                        "PUT",
                        "/answer",
                        f -> f.hr,
                        (_, c) -> c.put("measures", "done")),
                visit(
                        "finish",
                        "IN_PROGRESS",
                        "POST",
                        "/finish",
                        (f, c) -> c.put("at", Field.at(Field.TODAY, "20:30").toString())));
    }

    private static Write creating(
            String name,
            String path,
            Function<Field, Caller> by,
            Function<Field, String> prepare,
            BiFunction<Field, String, ObjectNode> content) {
        return new Write(name, "POST", _ -> path, by, prepare, content, Optional.empty());
    }

    private static Write plan(
            String name,
            String state,
            String method,
            String suffix,
            BiFunction<Field, ObjectNode, ObjectNode> content) {
        return new Write(
                "plan " + name,
                method,
                id -> "/visit-plans/" + id + suffix,
                f -> f.agency,
                f ->
                        state.equals("DRAFT")
                                ? f.drafted(f.agency, f.ministry, 1, 2, 3, 4)
                                : f.approved(f.agency, f.ministry),
                (f, id) -> content.apply(f, f.at(Desk.PLAN, id)),
                Optional.of(Desk.PLAN));
    }

    private static Write act(
            String name,
            String suffix,
            Function<Field, Field.Act> prepare,
            BiFunction<Field, Field.Act, ObjectNode> content) {
        Field.Act[] prepared = new Field.Act[1];
        return new Write(
                "act " + name,
                "POST",
                _ -> prepared[0].path() + suffix,
                f -> f.monitor,
                f -> {
                    prepared[0] = prepare.apply(f);
                    return prepared[0].id();
                },
                (f, _) -> content.apply(f, prepared[0]),
                Optional.of(Desk.ACT));
    }

    private static Write result(
            String name,
            String state,
            String method,
            String suffix,
            Function<Field, Caller> by,
            BiFunction<Field, ObjectNode, ObjectNode> content) {
        return new Write(
                "result " + name,
                method,
                id -> "/monitoring-results/" + id + suffix,
                by,
                f -> f.resultIn(state),
                (f, id) -> content.apply(f, f.at(Desk.RESULT, id)),
                Optional.of(Desk.RESULT));
    }

    private static Write visit(
            String name,
            String state,
            String method,
            String suffix,
            BiFunction<Field, ObjectNode, ObjectNode> content) {
        return new Write(
                "visit " + name,
                method,
                id -> "/visits/" + id + suffix,
                f -> f.monitor,
                f -> f.visitIn(state),
                (f, id) -> content.apply(f, f.at(Desk.VISIT, id)),
                Optional.of(Desk.VISIT));
    }
}
