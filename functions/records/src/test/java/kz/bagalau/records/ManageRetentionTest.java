package kz.bagalau.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManageRetentionTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Archive archive = new Archive(SANDBOX);

    private static String id(Document document) {
        return document.reference().objectId();
    }

    private List<JsonNode> listed(Caller by, boolean ended) {
        List<JsonNode> lines = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Call call =
                    archive.call("GET /retention").by(by).query("ended", Boolean.toString(ended));
            cursor.ifPresent(next -> call.query("cursor", next));
            JsonNode page = call.send().body();
            page.path("objects").forEach(lines::add);
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        } while (cursor.isPresent());
        return lines;
    }

    /// What has ended stands between what is kept longer, and of several kinds.
    @Test
    void p12_aPageOfWhatHasEndedIsFull_andNamesAnotherOnlyWhereSomethingFollows() {
        archive.on("2030-01-01");
        for (int i = 0; i < 52; i++) {
            archive.appraisal("FINAL", archive.content().put("completedOn", "2029-06-01"));
        }
        Set<String> ended = new HashSet<>();
        for (int i = 0; i < 49; i++) {
            ended.add(
                    id(
                            archive.appraisal(
                                    "FINAL", archive.content().put("completedOn", "2025-01-20"))));
        }
        ended.add(id(archive.yearlyScore("2025-02-01")));

        JsonNode page = ended(Optional.empty());

        assertThat(page.path("objects").findValuesAsText("object"))
                .hasSize(50)
                .containsExactlyInAnyOrderElementsOf(ended);
        assertThat(page.has("next")).isFalse();

        String last = id(archive.sheet("2025-02-01", "CLOSED"));
        JsonNode first = ended(Optional.empty());
        assertThat(first.path("objects").findValuesAsText("object"))
                .hasSize(50)
                .doesNotContain(last);
        JsonNode second = ended(Optional.of(first.path("next").asText()));
        assertThat(second.path("objects").findValuesAsText("object")).containsExactly(last);
        assertThat(second.has("next")).isFalse();
    }

    private JsonNode ended(Optional<String> cursor) {
        Call call = archive.call("GET /retention").by(archive.hr).query("ended", "true");
        cursor.ifPresent(next -> call.query("cursor", next));
        return call.send().body();
    }

    /// E103: the three years end on the day; the next day it may be destroyed.
    @ParameterizedTest
    @CsvSource({
        "2026-01-20, 2028-06-01, 2029-01-20, false",
        "2026-01-20, 2029-01-20, 2029-01-20, false",
        "2026-01-20, 2029-01-21, 2029-01-20, true",
        "2024-02-29, 2027-02-28, 2027-02-28, false",
        "2024-02-29, 2027-03-01, 2027-02-28, true"
    })
    void p12_threeYearsFromTheCompletion(
            String completedOn, String today, String keptUntil, boolean ended) {
        Document appraisal = archive.on(today).appraisal(completedOn);

        assertThat(listed(archive.hr, false))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("object").asText()).isEqualTo(id(appraisal));
                    assertThat(line.path("completedOn").asText()).isEqualTo(completedOn);
                    assertThat(line.path("keptUntil").asText()).isEqualTo(keptUntil);
                    assertThat(line.path("ended").asBoolean()).isEqualTo(ended);
                });
        assertThat(listed(archive.head, true)).hasSize(ended ? 1 : 0);
    }

    @Test
    void p12_theBodysActMaySetMoreYears() {
        ObjectNode content = archive.content().put("completedOn", "2026-01-20");
        content.putObject("settings").putObject("retention").put("value", "5");
        archive.appraisal("NOT_ASSESSED", content, archive.file());

        assertThat(listed(archive.hr, false))
                .extracting(line -> line.path("keptUntil").asText())
                .containsExactly("2031-01-20");
    }

    @Test
    void everyKindIsListed_andWhatIsNotCompletedIsNot() {
        Document appraisal = archive.appraisal("2026-01-20");
        archive.appraisal("UNDER_APPEAL", archive.content(), archive.file());
        Document yearly = archive.yearlyScore("2026-01-30");
        Document sheet = archive.sheet("2026-02-02", "CLOSED");
        Document appealed = archive.sheet("2026-02-02", "APPEALED");
        Document plan = archive.planOf(sheet);
        archive.planOf(appealed);
        Document meeting = archive.meeting("2026-01-02", sheet);
        archive.meeting("2026-01-02", sheet, appealed);

        assertThat(listed(archive.hr, false))
                .extracting(
                        line -> line.path("object").asText(),
                        line -> line.path("completedOn").asText(),
                        line -> line.path("keptUntil").asText())
                .containsExactly(
                        tuple(id(appraisal), "2026-01-20", "2029-01-20"),
                        tuple(id(yearly), "2026-01-30", "2029-01-30"),
                        tuple(id(sheet), "2026-02-02", "2029-02-02"),
                        tuple(id(plan), "2026-02-02", "2029-02-02"),
                        tuple(id(meeting), "2026-01-02", "2029-02-02"));
    }

    @Test
    void nothingPersonalIsLeft_anotherOfTheSamePersonIsUntouched() {
        String file = archive.file();
        String shared = archive.file();
        ObjectNode old = archive.content().put("completedOn", "2026-01-20");
        old.putObject("appeal").put("document", shared);
        Document ended = archive.appraisal("FINAL", old, file);
        name(ended, shared);
        Document fresh = archive.appraisal("2029-04-20");
        ObjectNode also = fresh.content();
        also.putObject("appeal").put("document", shared);
        Document next = fresh.next("FINAL", fresh.parties(), also);
        archive.cases.perform(
                new Change(
                        next,
                        archive.act("again"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(shared)));
        long before = archive.traces().stream().filter(key -> of(fresh, key)).count();
        // Two, or more: a client sends a file again where an answer was lost.
        long versions = archive.versionsOf(shared);
        assertThat(versions).isGreaterThanOrEqualTo(2);

        Answer answer = archive.destroy(id(ended)).send();

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("DONE");
        assertThat(archive.traces())
                .noneMatch(key -> of(ended, key) || key.contains(file))
                .filteredOn(key -> of(fresh, key))
                .hasSize((int) before);
        assertThat(archive.versionsOf(file)).isZero();
        assertThat(archive.versionsOf(shared)).isEqualTo(versions);
        assertThat(archive.cases.find(ended.reference())).isEmpty();
        assertThat(archive.cases.find(fresh.reference())).contains(next);
        assertThat(archive.cases.trail(fresh.reference()).faults()).isEmpty();
        assertThat(listed(archive.hr, false))
                .extracting(line -> line.path("object").asText())
                .containsExactly(id(fresh));
    }

    private void name(Document document, String file) {
        Document standing = archive.cases.find(document.reference()).orElseThrow();
        archive.cases.perform(
                new Change(
                        standing.next("FINAL", standing.parties(), standing.content()),
                        archive.act("name"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(file)));
    }

    private static boolean of(Document document, String key) {
        return key.contains(document.reference().id());
    }

    @Test
    void theTombstoneNamesTheAct_andTheTrailStillChecks() {
        Document ended = archive.appraisal("2026-01-20");
        long entries = archive.cases.trail(ended.reference()).count();

        String act = archive.destroy(id(ended)).send().text("id");

        AuditTrail trail = archive.cases.trail(ended.reference());
        assertThat(trail.faults()).isEmpty();
        assertThat(trail.count()).isEqualTo(entries + 1);
        assertThat(trail.entries()).singleElement().extracting("place").isEqualTo(entries + 1);
        var tombstone = archive.cases.tombstone(ended.reference()).orElseThrow();
        assertThat(tombstone.body()).isEqualTo(archive.body);
        assertThat(tombstone.period()).isEqualTo("2025-Q4");
        assertThat(tombstone.act()).isEqualTo(new Reference("destruction", act));
        assertThat(tombstone.number()).isEqualTo("1-АК");
        assertThat(tombstone.date()).isEqualTo("2029-05-31");
        assertThat(archive.cases.trail(tombstone.act()).faults()).isEmpty();
        assertThat(archive.cases.of(Party.person(archive.employee), "appraisal", Paging.first(1)))
                .get()
                .satisfies(page -> assertThat(page.items()).isEmpty());
        assertThat(archive.cases.inState("appraisal", archive.body, "FINAL", Paging.first(1)))
                .get()
                .satisfies(page -> assertThat(page.items()).isEmpty());
        assertThat(archive.cases.listed("appraisal", archive.body, Paging.first(1)))
                .get()
                .satisfies(page -> assertThat(page.items()).containsExactly(ended.reference()));
    }

    @Test
    void whatWasDestroyedIsNotOpenedAgain() {
        Document ended = archive.appraisal("2026-01-20");
        archive.destroy(id(ended)).send();

        Document again =
                new Document(
                        ended.reference(),
                        "appraisal",
                        archive.body,
                        "2025-Q4",
                        ended.parties(),
                        "OPEN",
                        1,
                        ended.content());
        assertThat(archive.cases.perform(new Change(again, archive.act("open"), List.of())))
                .isInstanceOf(Written.Destroyed.class);
        assertThat(
                        archive.cases.perform(
                                new Change(
                                        ended.next("FINAL", ended.parties(), ended.content()),
                                        archive.act("appeal"),
                                        List.of())))
                .isInstanceOf(Written.Destroyed.class);
        assertThat(archive.cases.trail(ended.reference()).faults()).isEmpty();
    }

    @Test
    void whatIsStillKeptIsRefusedByName_andNothingIsDestroyed() {
        Document ended = archive.appraisal("2026-01-20");
        Document young = archive.appraisal("2027-01-20");
        Document open = archive.appraisal("UNDER_APPEAL", archive.content(), archive.file());
        Document sheet = archive.sheet("2026-02-02", "CLOSED");
        Document plan = archive.planOf(sheet);
        Document meeting = archive.meeting("2026-02-02", sheet);

        Answer answer =
                archive.destroy(id(ended), id(young), id(open), id(plan), id(meeting)).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("STILL_KEPT");
        assertThat(answer.codes())
                .containsExactly("KEPT_UNTIL", "NOT_COMPLETED", "NEEDED_BY", "NEEDED_BY");
        assertThat(answer.pointers())
                .containsExactly("/objects/1", "/objects/2", "/objects/3", "/objects/4");
        assertThat(answer.body().at("/errors/0/message").asText())
                .contains(id(young), "2030-01-20");
        assertThat(archive.cases.find(ended.reference())).isPresent();
        assertThat(destructions(archive.hr)).isEmpty();
    }

    private List<JsonNode> destructions(Caller by) {
        return archive.call("GET /retention/destructions")
                .by(by)
                .send()
                .body()
                .path("destructions")
                .valueStream()
                .toList();
    }

    @Test
    void whatRestsOnEachOtherGoesTogether_inWhateverOrderItIsNamed() {
        Document sheet = archive.sheet("2026-02-02", "CLOSED");
        Document plan = archive.planOf(sheet);
        Document meeting = archive.meeting("2026-02-02", sheet);

        Answer answer = archive.destroy(id(meeting), id(plan), id(sheet)).send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().has("left")).isFalse();
        assertThat(archive.traces()).isEmpty();
    }

    @Test
    void aPlanIsKnownByTheActThatDestroyedItsSheet() {
        Document sheet = archive.sheet("2026-02-02", "CLOSED");
        Document plan = archive.planOf(sheet);
        archive.destroy(id(sheet)).send();

        assertThat(listed(archive.hr, true))
                .extracting(line -> line.path("object").asText())
                .containsExactly(id(plan));
        assertThat(archive.destroy(id(plan)).send().status()).isEqualTo(201);
        assertThat(archive.traces()).isEmpty();
    }

    @Test
    void whatIsOpenedAgainBeforeItsTurnIsLeft_andNamed() {
        Document first = archive.appraisal("2026-01-20");
        Document second = archive.appraisal("2026-01-20");
        boolean[] done = {false};
        Runnable appeal =
                () -> {
                    done[0] = true;
                    Document standing = archive.cases.find(second.reference()).orElseThrow();
                    archive.cases.perform(
                            new Change(
                                    standing.next(
                                            "UNDER_APPEAL", standing.parties(), standing.content()),
                                    archive.act("appeal"),
                                    List.of()));
                };
        // The act is stored by the last of the first requests: then come the documents.
        Answer answer = archive.destroy(id(first), id(second)).sendWhile(8, appeal);

        assertThat(done[0]).isTrue();
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().at("/left/0").asText()).isEqualTo(id(second));
        assertThat(archive.cases.find(first.reference())).isEmpty();
        assertThat(archive.cases.find(second.reference()).orElseThrow().state())
                .isEqualTo("UNDER_APPEAL");
    }

    @Test
    void sentTwice_isOneAct_withAndWithoutItsKey() {
        Document one = archive.appraisal("2026-01-20");
        Document two = archive.appraisal("2026-01-20");

        Answer first =
                archive.destroy(id(one), id(two)).header("idempotency-key", archive.mark).send();
        Answer again =
                archive.destroy(id(one), id(two)).header("idempotency-key", archive.mark).send();
        Answer turned = archive.destroy(id(two), id(one)).send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(turned.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(turned.body()).isEqualTo(first.body());
        assertThat(destructions(archive.head)).hasSize(1);
        assertThat(archive.cases.trail(one.reference()).entries()).hasSize(1);
    }

    @Test
    void killedBetweenAnyTwoRequests_itIsFinishedByTheSameAgain() {
        Optional<Answer> answer = Optional.empty();
        int number = 1;
        for (; answer.isEmpty(); number++) {
            Archive here = new Archive(SANDBOX);
            String file = here.file();
            Document appraisal =
                    here.appraisal("FINAL", here.content().put("completedOn", "2026-01-20"), file);
            Document sheet = here.sheet("2026-02-02", "CLOSED");
            Call call = here.destroy(id(appraisal), id(sheet));
            Call sent = number % 2 == 0 ? call.header("idempotency-key", here.mark) : call;

            answer = sent.sendDying(number, Crash.Moment.AFTER);
            // Nobody finds half of it: it is there whole, or it does not exist.
            here.cases
                    .find(appraisal.reference())
                    .ifPresent(standing ->
                            assertThat(here.cases.trail(standing.reference()).faults()).isEmpty());
            Answer again = sent.send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isIn(200, 201);
            assertThat(again.text("state")).isEqualTo("DONE");
            assertThat(again.body().has("left")).as("%d: %s", number, again.body()).isFalse();
            assertThat(here.traces()).as("%d", number).isEmpty();
            assertThat(here.versionsOf(file)).as("%d", number).isZero();
            for (Document gone : List.of(appraisal, sheet)) {
                AuditTrail trail = here.cases.trail(gone.reference());
                assertThat(trail.faults()).as("%d", number).isEmpty();
                assertThat(trail.entries()).as("%d", number).hasSize(1);
            }
        }
        assertThat(number).isGreaterThan(20);
    }

    @Test
    void anotherBodysIsUnknown_andItsListsAreRefused() {
        Archive other = new Archive(SANDBOX);
        Document theirs = other.appraisal("2026-01-20");
        Document own = archive.appraisal("2026-01-20");

        Answer answer =
                archive.destroy(id(own), id(theirs), "appraisal~none", "x", "visit~v-1").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).containsOnly("UNKNOWN_OBJECT").hasSize(4);
        assertThat(other.cases.find(theirs.reference())).isPresent();
        for (String route : List.of("GET /retention", "GET /retention/destructions")) {
            for (Caller by : List.of(archive.hr, archive.head)) {
                assertThat(archive.call(route).by(by).query("body", other.body).send().status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void onlyTheHeadDestroys_andNotWhatIsAboutThem() {
        Document appraisal = archive.appraisal("2026-01-20");
        Caller self = Archive.caller(archive.employee, Role.HEAD, archive.body);

        assertThat(archive.destroy(id(appraisal)).by(archive.hr).send().status()).isEqualTo(403);
        assertThat(archive.destroy(id(appraisal)).by(self).send().codes())
                .containsExactly("OWN_CASE");
        assertThat(archive.cases.find(appraisal.reference())).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /objects /act /act/number /act/date",
                "{\"objects\":[],\"act\":{\"number\":\" \",\"date\":\"2029-13-01\"}} | /objects /act/number /act/date",
                "{\"objects\":[\"a\",\"a\"],\"act\":{\"number\":\"1\",\"date\":\"2029-06-02\"}} | /objects/1 /act/date"
            })
    void everyProblemIsNamed(String body, String pointers) {
        Answer answer =
                archive.call("POST /retention/destructions")
                        .by(archive.head)
                        .body(Json.read(body))
                        .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .isSubsetOf(pointers.split(" "))
                .contains(pointers.split(" ")[0]);
    }

    @ParameterizedTest
    @CsvSource({"cursor, x", "cursor, appraisal", "cursor, appraisal.%", "ended, yes"})
    void whatIsNoPageIsRefused(String name, String value) {
        assertThat(archive.call("GET /retention").by(archive.hr).query(name, value).send().status())
                .isEqualTo(400);
    }
}
