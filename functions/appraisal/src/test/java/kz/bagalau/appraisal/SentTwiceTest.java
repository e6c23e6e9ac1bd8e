package kz.bagalau.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request that changes something: sent twice it has one effect, and killed at any of its
/// requests to the store it leaves either nothing or the whole, which the same request sent again
/// finishes.
class SentTwiceTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// @param prepare brings the case into its state; its id
    private record Write(
            String name,
            String method,
            Function<Bureau, Caller> by,
            Function<Bureau, String> prepare,
            Function<String, String> path,
            BiFunction<Bureau, String, ObjectNode> content) {

        Call call(Bureau bureau, String id, ObjectNode json) {
            return bureau.call(method, path.apply(id), by.apply(bureau)).body(json);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void sentTwice_hasOneEffect(Write write) {
        Bureau bureau = new Bureau(SANDBOX);
        String id = write.prepare().apply(bureau);
        long before = version(bureau, id);
        ObjectNode json = write.content().apply(bureau, id);

        Answer first = write.call(bureau, id, json).send();
        Answer second = write.call(bureau, id, json).send();

        assertThat(first.status()).as("%s", first.body()).isIn(200, 201);
        assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
        assertThat(version(bureau, id)).isEqualTo(before + 1);
        assertThat(bureau.cases().trail(new Reference(Desk.APPRAISAL, id)).faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void killedBetweenTwoWrites_itIsFinishedByTheSameAgain(Write write) {
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            Bureau bureau = new Bureau(SANDBOX);
            String id = write.prepare().apply(bureau);
            long before = version(bureau, id);
            ObjectNode json = write.content().apply(bureau, id);

            answer = write.call(bureau, id, json).sendDying(number, Crash.Moment.AFTER);
            Answer again = write.call(bureau, id, json).send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(version(bureau, id)).as("%d", number).isEqualTo(before + 1);
        }
    }

    private static long version(Bureau bureau, String id) {
        return bureau.cases()
                .find(new Reference(Desk.APPRAISAL, id))
                .map(document -> document.version())
                .orElse(0L);
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write(
                        "open",
                        "POST",
                        bureau -> bureau.hr,
                        bureau -> bureau.id("emp-1"),
                        _ -> "/appraisals",
                        (_, _) ->
                                Json.object()
                                        .put("employee", "emp-1")
                                        .put("quarter", Bureau.QUARTER)),
                of(
                        "assessor",
                        bureau -> bureau.hr,
                        Bureau::opened,
                        json -> json.put("assessor", "boss-2").put("reason", "x")),
                of(
                        "assessor",
                        bureau -> bureau.hr,
                        bureau -> {
                            bureau.absent(
                                    "boss-1", Bureau.TODAY.minusDays(1), Bureau.TODAY.plusDays(9));
                            return bureau.opened();
                        },
                        json -> json.put("assessor", "boss-2").put("reason", "x")),
                of(
                        "eligibility",
                        bureau -> bureau.hr,
                        Bureau::opened,
                        json -> json.put("eligibility", "NOT_LT_MONTH").put("reason", "x")),
                of(
                        "eligibility",
                        bureau -> bureau.hr,
                        bureau -> {
                            bureau.absent(
                                    "boss-1", Bureau.TODAY.minusDays(1), Bureau.TODAY.plusDays(9));
                            return bureau.opened();
                        },
                        json -> json.put("eligibility", "NOT_LT_MONTH").put("reason", "x")),
                of("score", bureau -> bureau.assessor, Bureau::opened, SentTwiceTest::overall),
                of("score", bureau -> bureau.assessor, Bureau::scored, SentTwiceTest::overall),
                of(
                        "delegate",
                        bureau -> bureau.assessor,
                        SentTwiceTest::oneOfMoreThanTwenty,
                        json ->
                                json.put("person", "deputy")
                                        .put("decidedOn", Bureau.TODAY.toString())),
                new Write(
                        "publications",
                        "POST",
                        bureau -> bureau.hr,
                        Bureau::scored,
                        _ -> "/appraisals/publications",
                        (bureau, id) -> {
                            ObjectNode json = Json.object();
                            json.putArray("appraisals").add(bureau.at(id).put("id", id));
                            return json;
                        }),
                new Write(
                        "inform",
                        "POST",
                        bureau -> bureau.hr,
                        Bureau::published,
                        id -> "/appraisals/" + id + "/inform",
                        (bureau, id) ->
                                bureau.at(id)
                                        .put("channel", "SMS")
                                        .put("sentOn", Bureau.TODAY.toString())));
    }

    /// ¶17: the assessor has twenty cases besides.
    private static String oneOfMoreThanTwenty(Bureau bureau) {
        String id = bureau.opened();
        Document one = bureau.document(id);
        for (int i = 0; i < 20; i++) {
            ObjectNode content = one.content().put("employee", "more-" + i);
            Document another =
                    new Document(
                            new Reference(Desk.APPRAISAL, UUID.randomUUID().toString()),
                            one.flow(),
                            one.body(),
                            one.period(),
                            one.parties(),
                            one.state(),
                            1,
                            content);
            Act act = new Act("generate", "system", bureau.now, Json.object());
            bureau.cases().perform(new Change(another, act, List.of()));
        }
        return id;
    }

    private static ObjectNode overall(ObjectNode json) {
        json.putArray("items").addObject().put("item", "overall").put("value", "3.33");
        return json;
    }

    private static Write of(
            String part,
            Function<Bureau, Caller> by,
            Function<Bureau, String> prepare,
            Function<ObjectNode, ObjectNode> content) {
        return new Write(
                part,
                "PUT",
                by,
                prepare,
                id -> "/appraisals/" + id + "/" + part,
                (bureau, id) -> content.apply(bureau.at(id)));
    }

    @Test
    void anOpeningUnderAKey_isAnsweredOnceMoreAsItWas() {
        Bureau bureau = new Bureau(SANDBOX);
        ObjectNode json = Json.object().put("employee", "emp-1").put("quarter", Bureau.QUARTER);

        Answer first =
                bureau.call("POST", "/appraisals", bureau.hr)
                        .header("idempotency-key", "k-1")
                        .body(json)
                        .send();
        Answer second =
                bureau.call("POST", "/appraisals", bureau.hr)
                        .header("idempotency-key", "k-1")
                        .body(json)
                        .send();

        assertThat(second).isEqualTo(first);
        assertThat(first.status()).isEqualTo(201);
    }

    @Test
    void theSchedulePublishing_whileAnAssessorScoresAgain_losesNoScore() {
        Bureau bureau = new Bureau(SANDBOX);
        String id = bureau.scored();
        bureau.on(Bureau.DUE);
        ObjectNode json = overall(bureau.at(id));

        Answer answer =
                bureau.call("PUT", "/appraisals/" + id + "/score", bureau.assessor)
                        .body(json)
                        .sendWhile(3, bureau::daily);

        assertThat(answer.status()).isIn(200, 409);
        assertThat(bureau.document(id).content().path("score").asText())
                .isEqualTo(answer.status() == 200 ? "3.33" : "4.20");
    }
}
