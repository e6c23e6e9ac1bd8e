package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.appraisal.yearly.YearlyScores;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Destructions;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoDestructions;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Banding;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The yearly score of an employee for 2026, from quarters that stand as each test says.
class YearlyScoresTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final LocalDate DUE = LocalDate.of(2027, 1, 30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SessionRoom room = new SessionRoom(SANDBOX);
    private final Bureau bureau = room.bureau;

    /// One person has one id in all bodies, also in those of the other tests.
    private String me = "worker-" + NUMBER.incrementAndGet();

    private final String path = "/yearly-scores/2026/" + me;

    @BeforeEach
    void joins() {
        bureau.put(Bureau.person(me, Bureau.post("D-5", "boss-1")));
    }

    /// A case of a quarter, in a body and a state.
    private Document put(String body, int quarter, int number, String state, String score) {
        Quarter of = new Quarter(2026, quarter);
        AppraisalContent content = new AppraisalContent(Json.object());
        content.json()
                .put("employee", me)
                .put("quarter", of.toString())
                .put("number", number)
                .put("eligibility", state.equals("NOT_ASSESSED") ? "NOT_LT_MONTH" : "ELIGIBLE")
                .put("workedDays", 20 * number)
                .put("form", "ANNEX2");
        content.json()
                .putObject("period")
                .put("from", of.first().toString())
                .put("to", of.last().minusDays(number == 1 ? 0 : 10).toString());
        if (!score.isEmpty()) {
            content.score(Banding.of(new BigDecimal(score), AppraisalSetting.Rounding.HALF_UP_2));
        }
        Document first =
                new Document(
                        Opening.reference(body, me, of, number),
                        Flows.APPRAISAL.flow().code(),
                        body,
                        of.toString(),
                        Set.of(Parties.assessed(me)),
                        state,
                        1,
                        content.json());
        perform(first);
        return first;
    }

    private Document put(int quarter, String state, String score) {
        return put(bureau.body, quarter, 1, state, score);
    }

    private Document again(Document seen, String state, String score) {
        AppraisalContent content = AppraisalContent.of(seen);
        content.score(Banding.of(new BigDecimal(score), AppraisalSetting.Rounding.HALF_UP_2));
        Document next = seen.next(state, seen.parties(), content.json());
        perform(next);
        return next;
    }

    private void perform(Document document) {
        bureau.cases()
                .perform(
                        new Change(
                                document,
                                new Act("test", "test", bureau.now, Json.object()),
                                List.of()));
    }

    private JsonNode shown() {
        return expect(room.get(path, bureau.hr), 200);
    }

    private ObjectNode seen() {
        return Json.object().put("version", shown().path("version").longValue());
    }

    private void formed(LocalDate day) {
        bureau.on(day);
        room.form();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, 4, 3.98, HALF_UP_2, 3.995, 4.00, EFFECTIVE",
        "4, 4, 4, 3.98, TRUNC_2, 3.995, 3.99, PROPER",
        "4, 4, 4, 3.98, RAW_HALF_OPEN, 3.995, 3.99, PROPER",
        "4, 4, 4, 3.97, HALF_UP_2, 3.9925, 3.99, PROPER",
        "4.5, 3.0, , 4.0, HALF_UP_2, 3.8333333333, 3.83, PROPER",
        "4.01, 4.00, , , HALF_UP_2, 4.005, 4.01, EFFECTIVE"
    })
    void e31_e32_e34_e37_theMeanIsExact_andRoundedOnce(
            String q1,
            String q2,
            String q3,
            String q4,
            String rounding,
            String raw,
            String rounded,
            String grade) {
        bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.ROUNDING, rounding, "Own act, ¶7"));
        String[] scores = {q1, q2, q3, q4};
        for (int i = 0; i < scores.length; i++) {
            put(
                    i + 1,
                    scores[i] == null ? "NOT_ASSESSED" : "FINAL",
                    scores[i] == null ? "" : scores[i]);
        }

        formed(LocalDate.of(2027, 1, 4));

        JsonNode year = shown();
        assertThat(year.path("state").asText()).isEqualTo("FORMED");
        assertThat(year.path("meanRaw").asText()).isEqualTo(raw);
        assertThat(year.path("meanRounded").asText()).isEqualTo(rounded);
        assertThat(year.path("grade").asText()).isEqualTo(grade);
        assertThat(year.path("provisional").booleanValue()).isFalse();
    }

    @Test
    void e115_withAQuarterMissing_itIsFormedOnTheLastDay_andAgainWhenThatIsSettled() {
        put(1, "FINAL", "3.60");
        put(2, "FINAL", "3.80");
        put(3, "FINAL", "4.00");
        Document last = put(4, "WITH_ASSESSOR", "");
        formed(DUE.minusDays(1));
        assertThat(shown().path("state").asText()).isEqualTo("COLLECTING");
        assertThat(shown().path("due").asText()).isEqualTo("2027-01-30");

        formed(DUE);

        JsonNode first = shown();
        assertThat(first.path("state").asText()).isEqualTo("FORMED");
        assertThat(first.path("meanRounded").asText()).isEqualTo("3.80");
        assertThat(first.path("grade").asText()).isEqualTo("PROPER");
        assertThat(first.path("provisional").booleanValue()).isTrue();
        assertThat(first.at("/missing/0/quarter").asText()).isEqualTo("2026-Q4");
        assertThat(first.at("/missing/0/why").asText()).isEqualTo("NO_SCORE");

        last = again(last, "PUBLISHED", "4.20");
        formed(DUE.plusDays(3));
        assertThat(shown().path("revision").intValue()).isEqualTo(1);
        assertThat(shown().at("/missing/0/why").asText()).isEqualTo("DISPUTED");

        again(last, "FINAL", "4.20");
        formed(DUE.plusDays(10));

        JsonNode second = shown();
        assertThat(second.path("state").asText()).isEqualTo("REFORMED");
        assertThat(second.path("revision").intValue()).isEqualTo(2);
        assertThat(second.path("meanRaw").asText()).isEqualTo("3.90");
        assertThat(second.path("grade").asText()).isEqualTo("PROPER");
        assertThat(second.path("provisional").booleanValue()).isFalse();
        assertThat(second.path("earlier")).hasSize(1);
        assertThat(room.form().get("written")).isEqualTo(0);
    }

    @Test
    void e35_aQuarterThatIsNotAssessed_isSettled() {
        put(1, "FINAL", "3.7");
        put(2, "FINAL", "4.2");
        put(3, "FINAL", "4.1");
        put(4, "NOT_ASSESSED", "");

        formed(LocalDate.of(2027, 1, 2));

        assertThat(shown().path("meanRounded").asText()).isEqualTo("4.00");
        assertThat(shown().path("grade").asText()).isEqualTo("EFFECTIVE");
        assertThat(shown().path("provisional").booleanValue()).isFalse();
    }

    @Test
    void aQuarterThatIsStillToBeOpened_isWaitedFor() {
        put(1, "FINAL", "3.7");
        put(2, "FINAL", "4.2");
        put(3, "FINAL", "4.1");

        formed(LocalDate.of(2027, 1, 1));

        assertThat(shown().path("state").asText()).isEqualTo("COLLECTING");
        assertThat(shown().at("/missing/0/quarter").asText()).isEqualTo("2026-Q4");
    }

    @Test
    void e116_g26_severalCasesOfAQuarter_areTheirMean_untilThePersonnelServiceChooses() {
        put(1, "FINAL", "3.50");
        put(2, "FINAL", "3.50");
        put(3, "FINAL", "3.50");
        put(bureau.body, 4, 2, "FINAL", "4.00");
        put(bureau.body, 4, 1, "FINAL", "3.00");
        formed(DUE);
        assertThat(shown().path("meanRaw").asText()).isEqualTo("3.50");
        assertThat(shown().at("/missing/0/why").asText()).isEqualTo("MULTI_CASE_QUARTER");

        ObjectNode choice =
                seen().put("quarter", "2026-Q4").put("rule", "LAST").put("reason", "Held longest");
        JsonNode chosen = expect(room.put(path + "/choice", bureau.hr, choice), 200);

        assertThat(chosen.path("state").asText()).isEqualTo("REFORMED");
        assertThat(chosen.path("meanRaw").asText()).isEqualTo("3.375");
        assertThat(chosen.path("meanRounded").asText()).isEqualTo("3.38");
        assertThat(chosen.path("provisional").booleanValue()).isFalse();
        // (4.00 × 40 + 3.00 × 20) / 60 = 3.666…
        ObjectNode weighted = choice.deepCopy().put("rule", "WEIGHTED_BY_DAYS");
        weighted.put("version", chosen.path("version").longValue());
        assertThat(
                        expect(room.put(path + "/choice", bureau.hr, weighted), 200)
                                .at("/quartersUsed/3/fraction")
                                .asText())
                .isEqualTo("11/3");
    }

    @Test
    void aChoiceNeedsSomethingToChooseFrom() {
        put(1, "FINAL", "3.50");
        bureau.on(LocalDate.of(2026, 7, 1));
        ObjectNode choice =
                Json.object().put("quarter", "2026-Q1").put("rule", "LAST").put("reason", "x");
        assertThat(room.put(path + "/choice", bureau.hr, choice).codes())
                .containsExactly("ONE_CASE");
        assertThat(room.put(path + "/choice", bureau.hr, choice.put("quarter", "2026-Q3")).codes())
                .containsExactly("QUARTER_OPEN");
        assertThat(room.put(path + "/choice", bureau.hr, choice.put("quarter", "2025-Q1")).codes())
                .containsExactly("BAD_FORMAT");
    }

    @Test
    void e117_g43_whoServedInTwoBodies_hasOneScore_inTheLastOne() {
        put(1, "FINAL", "4.00");
        put(2, "FINAL", "3.50");
        put(bureau.other, 3, 1, "FINAL", "3.00");
        put(bureau.other, 4, 1, "FINAL", "3.90");

        formed(DUE);

        JsonNode year = expect(room.get(path, bureau.otherHr), 200);
        assertThat(year.path("body").asText()).isEqualTo(bureau.other);
        assertThat(year.path("meanRaw").asText()).isEqualTo("3.60");
        assertThat(year.path("grade").asText()).isEqualTo("PROPER");
        assertThat(room.get(path, bureau.hr).status()).isEqualTo(404);
        assertThat(room.get(path, bureau.caller(me, Role.EMPLOYEE)).status()).isEqualTo(200);
        assertThat(expect(room.get("/yearly-scores/2026", bureau.hr), 200).path("scores"))
                .isEmpty();
        assertThat(expect(room.get("/yearly-scores/2026", bureau.otherHr), 200).path("scores"))
                .hasSize(1);
    }

    @Test
    void g28_aQuarterScoredElsewhereIsEntered_withItsDocument() {
        put(2, "FINAL", "3.00");
        put(3, "FINAL", "3.00");
        put(4, "FINAL", "3.00");
        bureau.on(LocalDate.of(2027, 1, 2));
        ObjectNode entry =
                Json.object().put("score", "5.01").put("document", "d-1").put("reason", "Old act");
        assertThat(room.put(path + "/quarters/2026-Q1", bureau.hr, entry).codes())
                .containsExactly("OUT_OF_RANGE");
        assertThat(
                        room.put(path + "/quarters/2026-Q1", bureau.hr, entry.put("score", "4.005"))
                                .codes())
                .containsExactly("WRONG_STEP");
        assertThat(room.put(path + "/quarters/2025-Q1", bureau.hr, entry).status()).isEqualTo(404);

        expect(room.put(path + "/quarters/2026-Q1", bureau.hr, entry.put("score", "5")), 200);
        room.form();

        assertThat(shown().path("meanRaw").asText()).isEqualTo("3.50");
        assertThat(shown().at("/entered/2026-Q1/score").asText()).isEqualTo("5.00");
        assertThat(shown().path("provisional").booleanValue()).isFalse();
    }

    /// Whoever reads the score reads the papers that it names, and no others.
    @Test
    void theDocumentOfAnEnteredQuarter_isReadWithTheScore() {
        bureau.on(LocalDate.of(2027, 1, 2));
        String file = bureau.sent(bureau.hr);
        ObjectNode entry =
                Json.object().put("score", "5").put("document", file).put("reason", "Old act");
        expect(room.put(path + "/quarters/2026-Q1", bureau.hr, entry), 200);

        for (Caller reader : List.of(bureau.hr, bureau.head, bureau.caller(me, Role.EMPLOYEE))) {
            assertThat(opened(file, reader)).as(reader.subject()).isEqualTo(303);
        }
        assertThat(opened(bureau.sent(bureau.hr), bureau.hr)).isEqualTo(404);
        assertThat(opened(file, bureau.colleague)).isEqualTo(404);
        assertThat(opened(file, bureau.otherHr)).isEqualTo(404);
    }

    private int opened(String file, Caller by) {
        return bureau.call("GET", path, by).query("document", file).raw().status();
    }

    @Test
    void whereNoQuarterWasAssessed_thereIsNoScore_andWhyIsShown() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            put(quarter, "NOT_ASSESSED", "");
        }

        formed(DUE);

        assertThat(shown().path("state").asText()).isEqualTo("COLLECTING");
        assertThat(shown().path("reason").asText()).isEqualTo("NO_QUARTER_ASSESSED");
        assertThat(shown().has("grade")).isFalse();
    }

    @Test
    void aDisputedQuarterCountsAsLastPublished() {
        for (int quarter = 1; quarter <= 3; quarter++) {
            put(quarter, "FINAL", "4.00");
        }
        Document disputed = put(4, "CAL_HELD", "3.00");
        formed(DUE);
        assertThat(shown().path("meanRaw").asText()).isEqualTo("3.75");
        assertThat(shown().path("provisional").booleanValue()).isTrue();

        again(disputed, "FINAL", "4.00");
        formed(DUE.plusDays(9));

        assertThat(shown().path("revision").intValue()).isEqualTo(2);
        assertThat(shown().path("meanRaw").asText()).isEqualTo("4.00");
    }

    @Test
    void aScoreChangedByAnAppealLongAfter_isFormedAgain() {
        Document first = put(1, "FINAL", "3.00");
        for (int quarter = 2; quarter <= 4; quarter++) {
            put(quarter, "FINAL", "3.00");
        }
        formed(DUE);

        again(first, "FINAL", "5.00");
        formed(LocalDate.of(2028, 6, 1));

        assertThat(shown().path("revision").intValue()).isEqualTo(2);
        assertThat(shown().path("meanRaw").asText()).isEqualTo("3.50");
    }

    /// ¶12: the cases are kept for three years from their own days, the score from a later one.
    @Test
    void p12_theScoresOfDestroyedCasesStillCount_whenAnotherQuarterIsSettled() {
        Document used = put(1, "FINAL", "5.00");
        Document notAssessed = put(2, "NOT_ASSESSED", "");
        Document disputed = put(3, "PUBLISHED", "3.00");
        put(4, "FINAL", "3.00");
        formed(DUE);
        JsonNode before = shown();
        assertThat(before.path("meanRaw").asText()).isEqualTo("3.6666666667");
        assertThat(before.path("missing")).hasSize(1);

        destroy(used);
        destroy(notAssessed);
        again(disputed, "FINAL", "4.00");
        formed(LocalDate.of(2029, 6, 1));

        assertThat(shown().path("revision").intValue()).isEqualTo(2);
        assertThat(shown().path("meanRaw").asText()).isEqualTo("4.00");
        assertThat(shown().path("missing")).isEmpty();
    }

    @Test
    void p12_aQuarterWhoseNotAssessedCaseWasDestroyed_isNotMissing() {
        Document notAssessed = put(1, "NOT_ASSESSED", "");
        for (int quarter = 2; quarter <= 4; quarter++) {
            put(quarter, "FINAL", "3.00");
        }
        formed(DUE);
        assertThat(shown().path("provisional").booleanValue()).isFalse();

        destroy(notAssessed);
        formed(LocalDate.of(2029, 6, 1));

        assertThat(shown().path("revision").intValue()).isEqualTo(1);
        assertThat(shown().path("provisional").booleanValue()).isFalse();
    }

    private void destroy(Document appraisal) {
        var destructions =
                new DynamoDestructions(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")));
        Document standing = bureau.cases().find(appraisal.reference()).orElseThrow();
        assertThat(
                        destructions.entomb(
                                standing,
                                new Act("destroy", "head-1", bureau.now, Json.object()),
                                new Destructions.Order(
                                        new Reference("destruction", "d-1"),
                                        "1",
                                        LocalDate.of(2029, 5, 31))))
                .isTrue();
        destructions.sweep(appraisal.reference());
    }

    @Test
    void aRunThatIsCutShort_leavesTheRestToTheNext_andNothingIsDoubled() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            put(quarter, "FINAL", "3.00");
        }
        bureau.on(DUE);

        Map<String, Object> cut = room.form(Duration.ZERO);

        assertThat(cut).containsEntry("written", 0).containsEntry("complete", false);
        assertThat(room.form()).containsEntry("written", 1).containsEntry("complete", true);
        assertThat(room.form()).containsEntry("written", 0).containsEntry("complete", true);
        assertThat(shown().path("revision").intValue()).isEqualTo(1);
    }

    @Test
    void killedAtAnyRequest_theNextRunFinishes() {
        boolean died = true;
        for (int number = 1; died; number++) {
            YearlyScoresTest another = new YearlyScoresTest();
            another.joins();
            for (int quarter = 1; quarter <= 4; quarter++) {
                another.put(quarter, "FINAL", "3.00");
            }
            another.bureau.on(DUE);
            died =
                    another.bureau
                            .functions
                            .crash()
                            .at(number, Crash.Moment.AFTER, another.room::form)
                            .isEmpty();

            another.room.form();

            assertThat(another.shown().path("revision").intValue()).as("%d", number).isEqualTo(1);
            assertThat(another.shown().path("meanRaw").asText()).isEqualTo("3.00");
        }
    }

    @Test
    void onlyWhoIsNamedReadsIt() {
        put(1, "FINAL", "3.00");
        bureau.on(LocalDate.of(2026, 7, 1));
        Caller themselvesHr = bureau.caller(me, Role.EMPLOYEE, Role.HR);
        for (Caller reader :
                new Caller[] {
                    bureau.caller(me, Role.EMPLOYEE), bureau.hr, bureau.head, themselvesHr
                }) {
            assertThat(room.get(path, reader).status()).as(reader.subject()).isEqualTo(200);
        }
        for (Caller other :
                new Caller[] {
                    bureau.colleague, bureau.assessor, bureau.otherHr, bureau.otherHead
                }) {
            assertThat(room.get(path, other).status()).as(other.subject()).isEqualTo(404);
        }
        assertThat(room.get("/yearly-scores/2026/nobody", bureau.hr).status()).isEqualTo(404);
        assertThat(room.get("/yearly-scores/year/" + me, bureau.hr).status()).isEqualTo(404);
        ObjectNode entry = Json.object().put("score", "5").put("document", "d").put("reason", "x");
        assertThat(room.put(path + "/quarters/2026-Q2", themselvesHr, entry).status())
                .isEqualTo(403);
        assertThat(room.put(path + "/quarters/2026-Q2", bureau.head, entry).status())
                .isEqualTo(403);
    }

    /// By requests to the store: a list of thirty people is read in a few, not in some for each.
    @ParameterizedTest
    @ValueSource(strings = {"/yearly-scores/2026", "/yearly-scores/2026.xlsx"})
    void aListIsReadAtOnce_andSaysWhatEachScoreSays(String list) {
        String first = me;
        int people = 30;
        for (int i = 0; i < people; i++) {
            if (i > 0) {
                me = "worker-" + NUMBER.incrementAndGet();
                joins();
            }
            for (int quarter = 1; quarter <= 4; quarter++) {
                put(quarter, quarter == 4 && me.equals(first) ? "PUBLISHED" : "FINAL", "3.00");
            }
        }
        formed(DUE);
        boolean[] many = {false};

        bureau.functions
                .crash()
                .meanwhile(
                        2 * people,
                        () -> many[0] = true,
                        () -> room.call("GET", list, bureau.hr).raw());

        assertThat(many[0]).isFalse();
        if (!list.endsWith("xlsx")) {
            JsonNode scores = room.get(list, bureau.hr).body().path("scores");
            assertThat(scores).hasSize(people);
            for (JsonNode line : scores) {
                boolean provisional = line.path("employee").asText().equals(first);
                assertThat(line.path("provisional").asBoolean()).isEqualTo(provisional);
                assertThat(line.path("missing")).hasSize(provisional ? 1 : 0);
            }
        }
    }

    /// Whoever served elsewhere in the year has cases that the body does not hold.
    @Test
    void aListCountsTheCasesOfAnotherBody() {
        bureau.put(
                Bureau.person(
                        me,
                        List.of(),
                        List.of(
                                new Secondment(
                                        bureau.other,
                                        Span.of(
                                                LocalDate.of(2026, 7, 1),
                                                LocalDate.of(2026, 9, 30)))),
                        Bureau.post("D-5", "boss-1")));
        put(1, "FINAL", "3.00");
        put(2, "FINAL", "3.00");
        put(bureau.other, 3, 0, "PUBLISHED", "5.00");
        put(4, "FINAL", "3.00");
        formed(DUE);

        JsonNode line = room.get("/yearly-scores/2026", bureau.hr).body().at("/scores/0");

        assertThat(line.path("meanRounded")).isEqualTo(shown().path("meanRounded"));
        assertThat(line.path("missing")).isEqualTo(shown().path("missing"));
    }

    @Test
    void aRefusedLook_standsInTheAuditTrail() {
        put(1, "FINAL", "3.00");
        for (int quarter = 2; quarter <= 4; quarter++) {
            put(quarter, "FINAL", "3.00");
        }
        formed(DUE);

        assertThat(room.get(path, bureau.colleague).status()).isEqualTo(404);

        Document score =
                bureau.cases()
                        .of(Parties.assessed(me), YearlyScores.KIND, Paging.first(1))
                        .orElseThrow()
                        .items()
                        .getFirst();
        assertThat(bureau.cases().trail(score.reference()).entries().getLast().text())
                .contains("read-refused", bureau.colleague.subject());
    }

    @Test
    void theWorkbookIsForThePersonnelService() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            put(quarter, "FINAL", quarter + "");
        }
        formed(DUE);
        byte[] book =
                room.call("GET", "/yearly-scores/2026.xlsx", bureau.hr).query("lang", "ru").bytes();
        assertThat(book).startsWith(new byte[] {'P', 'K'});
        Answer head = room.get("/yearly-scores/2026.xlsx", bureau.head);
        assertThat(head.status()).isEqualTo(403);
    }
}
