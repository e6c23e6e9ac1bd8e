package kz.bagalau.appraisal;

import static kz.bagalau.appraisal.Bureau.DUE;
import static kz.bagalau.appraisal.Bureau.LONG_AGO;
import static kz.bagalau.appraisal.Bureau.QUARTER;
import static kz.bagalau.appraisal.Bureau.TODAY;
import static kz.bagalau.appraisal.Bureau.expect;
import static kz.bagalau.appraisal.Bureau.head;
import static kz.bagalau.appraisal.Bureau.json;
import static kz.bagalau.appraisal.Bureau.person;
import static kz.bagalau.appraisal.Bureau.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A quarter's case from its opening to the notice of the result.
class AppraisalsTest {

    // One store a test: a person has one id in all bodies, and these tests count a person's cases.
    @AutoClose private final Sandbox sandbox = Sandbox.open();

    private final Bureau bureau = new Bureau(sandbox);

    // Opening

    @Test
    void aCaseIsOpened_withItsDaysCountedAndItsAssessorExplained() {
        JsonNode opened = expect(bureau.open("emp-1"), 201);

        assertThat(opened.path("state").asText()).isEqualTo("WITH_ASSESSOR");
        assertThat(opened.path("eligibility").asText()).isEqualTo("ELIGIBLE");
        assertThat(opened.path("workedDays").intValue()).isEqualTo(57);
        assertThat(opened.path("assessor").asText()).isEqualTo("boss-1");
        assertThat(opened.path("basis").asText()).isEqualTo("RULE_4");
        assertThat(opened.path("form").asText()).isEqualTo("ANNEX2");
        assertThat(opened.path("due").asText()).isEqualTo(DUE.toString());
        assertThat(opened.path("reasons")).isNotEmpty();
        assertThat(opened.at("/tenure/explained")).isNotEmpty();
        assertThat(opened.path("flags")).isEmpty();
        assertThat(opened.path("others")).isEmpty();
    }

    @Test
    void openedAgain_itIsCheckedAnewAgainstTheDirectory() {
        String id = bureau.opened();
        bureau.absent("emp-1", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 25));

        JsonNode again = expect(bureau.open("emp-1"), 200);

        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(again.path("state").asText()).isEqualTo("NOT_ASSESSED");
        assertThat(again.path("eligibility").asText()).isEqualTo("NOT_LT_15_DAYS");
        assertThat(again.path("completedOn").asText()).isEqualTo(TODAY.toString());
        assertThat(expect(bureau.open("emp-1"), 200).path("version"))
                .isEqualTo(again.path("version"));
    }

    @Test
    void scored_itIsCheckedNoMore() {
        String id = bureau.scored();
        bureau.absent("emp-1", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 25));

        assertThat(expect(bureau.open("emp-1"), 200).path("state").asText()).isEqualTo("SCORED");
        assertThat(bureau.document(id).state()).isEqualTo("SCORED");
    }

    @Test
    void whatCannotBeOpened() {
        ObjectNode current = json("{'employee':'emp-1','quarter':'2026-Q2'}");
        assertThat(bureau.post("/appraisals", bureau.hr, current).codes())
                .containsExactly("QUARTER_OPEN");
        ObjectNode nobody = json("{'employee':'nobody','quarter':'2026-Q1'}");
        Answer unknown = bureau.post("/appraisals", bureau.hr, nobody);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.codes()).containsExactly("UNKNOWN_PERSON");
        assertThat(bureau.open("chief").codes()).containsExactly("NO_POSITION");
        bureau.act = Optional.empty();
        Answer without = bureau.open("emp-1");
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.codes()).containsExactly("NO_METHODOLOGY");
    }

    /// E97: the personnel service sends the sheet; nobody sends one to themselves.
    @Test
    void anAssessorOpensNothing() {
        ObjectNode json = json("{'employee':'emp-1','quarter':'2026-Q1'}");
        assertThat(bureau.post("/appraisals", bureau.assessor, json).status()).isEqualTo(403);
        assertThat(bureau.post("/appraisals", bureau.employee, json).status()).isEqualTo(403);
    }

    @Test
    void absentAssessor_isRepresentedByTheSubstitute_asLongAsItIsNotScored() {
        String id = bureau.opened();
        bureau.absent("boss-1", TODAY.minusDays(1), TODAY.plusDays(3));
        bureau.substitute("boss-1", "deputy");

        JsonNode scored = expect(bureau.score(id, bureau.deputy, "3.5"), 200);

        assertThat(scored.path("assessor").asText()).isEqualTo("deputy");
        assertThat(scored.path("basis").asText()).isEqualTo("SUBSTITUTE");
        assertThat(scored.path("scoredBy").asText()).isEqualTo("deputy");
    }

    @Test
    void nobodyFound_isNamedByThePersonnelServiceWithAReason() {
        bureau.absent("boss-1", TODAY.minusDays(1), TODAY.plusDays(60));
        JsonNode opened = expect(bureau.open("emp-1"), 201);
        assertThat(opened.path("state").asText()).isEqualTo("CHECKING");
        assertThat(opened.path("reason").asText()).isEqualTo("NO_ASSESSOR");
        assertThat(opened.has("assessor")).isFalse();
        String id = opened.path("id").asText();

        assertThat(name(id, "emp-1").codes()).containsExactly("SELF");
        assertThat(name(id, "stranger").codes()).containsExactly("UNKNOWN_PERSON");
        JsonNode named = expect(name(id, "boss-2"), 200);

        assertThat(named.path("state").asText()).isEqualTo("WITH_ASSESSOR");
        assertThat(named.path("basis").asText()).isEqualTo("HR_NAMED");
        bureau.absent("boss-1", LONG_AGO, LONG_AGO);
        assertThat(expect(bureau.open("emp-1"), 200).path("assessor").asText()).isEqualTo("boss-2");
    }

    private Answer name(String id, String person) {
        ObjectNode json = bureau.at(id).put("assessor", person).put("reason", "Нет замещающего");
        return bureau.put("/appraisals/" + id + "/assessor", bureau.hr, json);
    }

    @Test
    void eligibility_isDecidedOtherwiseByThePersonnelService_andStays() {
        bureau.absent("emp-1", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 25));
        String id = bureau.opened();
        assertThat(bureau.document(id).state()).isEqualTo("NOT_ASSESSED");

        ObjectNode json = bureau.at(id).put("eligibility", "ELIGIBLE").put("reason", "G-07");
        JsonNode decided =
                expect(bureau.put("/appraisals/" + id + "/eligibility", bureau.hr, json), 200);

        assertThat(decided.path("state").asText()).isEqualTo("WITH_ASSESSOR");
        assertThat(decided.has("completedOn")).isFalse();
        assertThat(decided.at("/tenure/found").asText()).isEqualTo("NOT_LT_15_DAYS");
        assertThat(expect(bureau.open("emp-1"), 200).path("state").asText())
                .isEqualTo("WITH_ASSESSOR");
    }

    @Test
    void twoPositionsAndASecondment_areCasesOfTheirOwn() {
        Span first = Span.of(LONG_AGO, LocalDate.of(2026, 2, 10));
        Span second = Span.since(LocalDate.of(2026, 2, 11));
        Secondment away =
                new Secondment(
                        bureau.other,
                        Span.of(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 30)));
        bureau.put(
                person(
                        "emp-1",
                        List.of(),
                        List.of(away),
                        post("D-5", "boss-1").during(first),
                        post("D-4", "boss-1").during(second)));

        JsonNode opened = expect(bureau.open("emp-1"), 201);

        assertThat(opened.path("others")).hasSize(2);
        assertThat(opened.path("others").findValuesAsText("body"))
                .containsExactlyInAnyOrder(bureau.body, bureau.other);
        assertThat(opened.path("flags")).isEmpty();
        JsonNode there =
                opened.path("others")
                        .valueStream()
                        .filter(other -> other.path("body").asText().equals(bureau.other))
                        .findFirst()
                        .orElseThrow();
        assertThat(there.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "body");
        String id = there.path("id").asText();
        JsonNode received = expect(bureau.get("/appraisals/" + id, bureau.otherHr), 200);
        assertThat(received.path("number").intValue()).isZero();
        assertThat(received.path("eligibility").asText()).isEqualTo("NOT_LT_MONTH");
        assertThat(bureau.get("/appraisals/" + id, bureau.hr).status()).isEqualTo(404);
        assertThat(expect(bureau.get("/appraisals/mine", bureau.employee), 200).path("appraisals"))
                .hasSize(3);
    }

    @Test
    void twoAssessedCasesOfAQuarter_areFlagged() {
        bureau.put(
                person(
                        "emp-1",
                        post("D-5", "boss-1").during(Span.of(LONG_AGO, LocalDate.of(2026, 2, 10))),
                        post("D-4", "boss-1").during(Span.since(LocalDate.of(2026, 2, 11)))));

        JsonNode opened = expect(bureau.open("emp-1"), 201);

        assertThat(opened.path("flags").get(0).asText()).isEqualTo("MULTI_CASE_QUARTER");
        assertThat(opened.path("others").get(0).path("eligibility").asText()).isEqualTo("ELIGIBLE");
    }

    // Scoring

    @ParameterizedTest
    @CsvSource({
        "4.5 4 3.5, 4.00, EFFECTIVE, 4",
        "4 4 3.5, 3.83, PROPER, 23/6",
        "4 4 4, 4.00, EFFECTIVE, 4",
        "2 2 2, 2.00, SATISFACTORY, 2",
        "2 2 1.5, 1.83, UNSATISFACTORY, 11/6",
        "0 0 0, 0.00, UNSATISFACTORY, 0",
        "5 5 5, 5.00, EFFECTIVE, 5"
    })
    void scoresAreExactMeansOfAllItems(String values, String score, String grade, String exact) {
        bureau.forms.put(AnnexForm.ANNEX2, new Edition<>(Bureau.halfSteps(), 3));
        String id = bureau.opened();

        JsonNode scored = expect(items(id, values.split(" ")), 200);

        assertThat(scored.path("score").asText()).isEqualTo(score);
        assertThat(scored.path("grade").asText()).isEqualTo(grade);
        assertThat(scored.path("exact").asText()).isEqualTo(exact);
        assertThat(scored.at("/labels/kk").asText()).isNotBlank();
        assertThat(scored.path("late").booleanValue()).isFalse();
    }

    private Answer items(String id, String... values) {
        ObjectNode json = bureau.at(id);
        var items = json.putArray("items");
        for (int i = 0; i < values.length; i++) {
            items.addObject().put("item", String.valueOf((char) ('a' + i))).put("value", values[i]);
        }
        return bureau.put("/appraisals/" + id + "/score", bureau.assessor, json);
    }

    @ParameterizedTest
    @CsvSource({
        "5.5 4 4, OUT_OF_RANGE",
        "-0.5 4 4, OUT_OF_RANGE",
        "4.25 4 4, WRONG_STEP",
        "4 4, ITEM_MISSING",
        "4 4 4 4, UNKNOWN_ITEM",
        "6 4.1, OUT_OF_RANGE WRONG_STEP ITEM_MISSING"
    })
    void everythingThatIsWrongWithAScore_isNamed(String values, String codes) {
        bureau.forms.put(AnnexForm.ANNEX2, new Edition<>(Bureau.halfSteps(), 3));
        String id = bureau.opened();

        Answer answer = items(id, values.split(" "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).containsExactly(codes.split(" "));
        assertThat(bureau.document(id).state()).isEqualTo("WITH_ASSESSOR");
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP_2, 4.01", "TRUNC_2, 4.00"})
    void theBodysRoundingIsApplied(String rounding, String score) {
        bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.ROUNDING, rounding, "приказ"));
        AppraisalForm two =
                new AppraisalForm(
                        AppraisalForm.Status.OFFICIAL,
                        AppraisalForm.Aggregation.MEAN,
                        new BigDecimal("0.01"),
                        Bureau.halfSteps().items().subList(0, 2));
        bureau.forms.put(AnnexForm.ANNEX2, new Edition<>(two, 3));

        JsonNode scored = expect(items(bureau.opened(), "4.01", "4.00"), 200);

        assertThat(scored.path("score").asText()).isEqualTo(score);
    }

    @Test
    void onlyTheAssessorScores() {
        String id = bureau.opened();
        Answer hr = bureau.score(id, bureau.hr, "4");
        assertThat(hr.status()).isEqualTo(403);
        assertThat(hr.codes()).containsExactly("NOT_ASSESSOR");
        assertThat(bureau.score(id, bureau.employee, "5").codes()).containsExactly("NOT_ASSESSOR");
        assertThat(bureau.score(id, bureau.colleague, "5").status()).isEqualTo(404);
    }

    @Test
    void aLateScoreIsTaken_andMarked() {
        String id = bureau.opened();
        bureau.on(DUE.plusDays(1));
        assertThat(late(id)).isTrue();

        JsonNode scored = expect(bureau.score(id, bureau.assessor, "4"), 200);

        assertThat(scored.path("late").booleanValue()).isTrue();
    }

    private boolean late(String id) {
        for (JsonNode line : expect(bureau.get("/appraisals", bureau.hr), 200).path("appraisals")) {
            if (line.path("id").asText().equals(id)) {
                return line.path("late").booleanValue();
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void onTheDueDayItIsNotLate() {
        String id = bureau.opened();
        bureau.now = Bureau.at(DUE, 23, 59);

        assertThat(expect(bureau.score(id, bureau.assessor, "4"), 200).path("late").booleanValue())
                .isFalse();
    }

    @Test
    void aCaseKeepsTheFormOnWhichItWasScored() {
        String id = bureau.scored();
        bureau.forms.put(AnnexForm.ANNEX2, new Edition<>(Bureau.halfSteps(), 1));

        JsonNode again = expect(bureau.score(id, bureau.assessor, "4.21"), 200);

        assertThat(again.at("/sheet/status").asText()).isEqualTo("PLACEHOLDER");
        assertThat(again.path("score").asText()).isEqualTo("4.21");
    }

    @Test
    void twoWhoScoreWhatBothSaw_theSecondIsShownWhatStands() {
        String id = bureau.opened();
        ObjectNode seen = bureau.at(id);
        seen.putArray("items").addObject().put("item", "overall").put("value", "3");
        expect(bureau.score(id, bureau.assessor, "4.2"), 200);

        Answer second = bureau.put("/appraisals/" + id + "/score", bureau.assessor, seen);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.codes()).containsExactly("CHANGED");
        assertThat(second.body().at("/current/score").asText()).isEqualTo("4.20");
    }

    // Delegation

    @Test
    void moreThanTwenty_areDelegatedOneByOne() {
        String id = bureau.opened();
        for (int i = 0; i < 18; i++) {
            bureau.put(person("more-" + i, post("D-5", "boss-1")));
            bureau.open("more-" + i);
        }
        bureau.open("emp-2");
        bureau.open("deputy");
        Answer list = bureau.get("/appraisals", bureau.assessor);
        assertThat(list.body().path("assessed").intValue()).isEqualTo(21);
        assertThat(list.body().path("delegationRequired").booleanValue()).isTrue();

        assertThat(delegate(id, "emp-1").codes()).containsExactly("SELF");
        assertThat(delegate(id, "boss-1").codes()).containsExactly("SELF");
        assertThat(delegate(id, "chief").codes()).containsExactly("NOT_B_CORPS");
        ObjectNode json = delegation(id, "deputy");
        JsonNode delegated =
                expect(bureau.put("/appraisals/" + id + "/delegate", bureau.assessor, json), 200);
        assertThat(delegated.has("assessor")).isFalse();
        expect(bureau.put("/appraisals/" + id + "/delegate", bureau.assessor, json), 200);

        assertThat(bureau.get("/appraisals/" + id, bureau.assessor).status()).isEqualTo(404);
        JsonNode seen = expect(bureau.get("/appraisals/" + id, bureau.deputy), 200);
        assertThat(seen.path("basis").asText()).isEqualTo("DELEGATED");
        assertThat(bureau.get("/appraisals", bureau.assessor).body().path("assessed").intValue())
                .isEqualTo(20);
        assertThat(
                        bureau.get("/appraisals", bureau.assessor)
                                .body()
                                .path("delegationRequired")
                                .booleanValue())
                .isFalse();
        expect(bureau.score(id, bureau.deputy, "4"), 200);
    }

    @Test
    void withoutItsNumbers_theFirstPageCostsTheSame_howeverManyCasesTheQuarterHas() {
        hire(60);
        int few = bureau.functions.crash().requests(() -> board("false"));
        hire(240);
        int many = bureau.functions.crash().requests(() -> board("false"));

        assertThat(many).isEqualTo(few);
        JsonNode page = expect(board("false"), 200);
        assertThat(page.path("appraisals")).hasSizeGreaterThan(40);
        assertThat(page.has("next")).isTrue();
        assertThat(page.has("assessed")).isFalse();
        assertThat(page.has("delegationRequired")).isFalse();
        JsonNode counted = expect(board("true"), 200);
        assertThat(counted.path("assessed").intValue()).isEqualTo(245);
        assertThat(counted.path("delegationRequired").booleanValue()).isTrue();
        assertThat(board("perhaps").codes()).containsExactly("BAD_FORMAT");
    }

    private void hire(int more) {
        for (int i = 0; i < more; i++) {
            bureau.put(person("more-" + i, post("D-5", "boss-1")));
        }
        bureau.daily();
    }

    private Answer board(String numbers) {
        return bureau.call("GET", "/appraisals", bureau.hr)
                .query("quarter", QUARTER)
                .query("numbers", numbers)
                .send();
    }

    private ObjectNode delegation(String id, String person) {
        return bureau.at(id).put("person", person).put("decidedOn", TODAY.toString());
    }

    private Answer delegate(String id, String person) {
        return bureau.put(
                "/appraisals/" + id + "/delegate", bureau.assessor, delegation(id, person));
    }

    @Test
    void twenty_areNotDelegated() {
        String id = bureau.opened();
        Answer answer = delegate(id, "deputy");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.codes()).containsExactly("NOT_OVER_20");
    }

    // Publication

    /// E98: received on the day of its publication in Almaty, at 23:30 too.
    @Test
    void published_theEmployeeSeesIt_andTheWindowRunsFromThatDayInAlmaty() {
        String id = bureau.scored();
        bureau.now = Bureau.at(LocalDate.of(2026, 4, 17), 23, 30);
        expect(bureau.publish(bureau.assessor, id, bureau.document(id).version()), 200);

        JsonNode seen = expect(bureau.get("/appraisals/" + id, bureau.employee), 200);

        assertThat(seen.path("receivedOn").asText()).isEqualTo("2026-04-17");
        assertThat(seen.path("applyBy").asText()).isEqualTo("2026-04-24");
        assertThat(seen.has("openedAt")).isTrue();
        assertThat(seen.path("history").findValuesAsText("event"))
                .containsExactly("generate", "score", "publish", "open");
        long version = bureau.document(id).version();
        expect(bureau.get("/appraisals/" + id, bureau.employee), 200);
        assertThat(bureau.document(id).version()).isEqualTo(version);
    }

    @Test
    void publications_answerEachCaseByItsId() {
        String scored = bureau.scored();
        String open = expect(bureau.open("emp-2"), 201).path("id").asText();
        long version = bureau.document(scored).version();
        ObjectNode json = Json.object();
        var all = json.putArray("appraisals");
        all.addObject().put("id", scored).put("version", version);
        all.addObject().put("id", open).put("version", 1);
        all.addObject().put("id", "nowhere").put("version", 1);

        JsonNode byId =
                expect(bureau.post("/appraisals/publications", bureau.hr, json), 200)
                        .path("appraisals");

        assertThat(byId.path(scored).path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(byId.path(open).path("code").asText()).isEqualTo("WRONG_STATE");
        assertThat(byId.path("nowhere").path("status").intValue()).isEqualTo(404);
        assertThat(
                        bureau.publish(bureau.colleague, scored, version)
                                .body()
                                .path("appraisals")
                                .path(scored)
                                .path("status")
                                .intValue())
                .isEqualTo(404);
    }

    @Test
    void aScoreThatHasChanged_isNotPublishedUnseen() {
        String id = bureau.scored();
        long seen = bureau.document(id).version();
        expect(bureau.score(id, bureau.assessor, "2"), 200);

        JsonNode answer = expect(bureau.publish(bureau.hr, id, seen), 200);

        JsonNode its = answer.path("appraisals").path(id);
        assertThat(its.path("code").asText()).isEqualTo("CHANGED");
        assertThat(its.at("/current/score").asText()).isEqualTo("2.00");
        assertThat(bureau.document(id).state()).isEqualTo("SCORED");
    }

    @Test
    void nobodyPublishesOrSeesTheirOwnResultAsPersonnelService() {
        String id = bureau.scored();
        var self = bureau.caller("emp-1", Role.HR);
        JsonNode answer = expect(bureau.publish(self, id, bureau.document(id).version()), 200);
        assertThat(answer.path("appraisals").path(id).path("status").intValue()).isEqualTo(403);
        for (JsonNode line : expect(bureau.get("/appraisals", self), 200).path("appraisals")) {
            assertThat(line.has("due")).isFalse();
        }
    }

    @Test
    void whoHasLeft_isInformedByARecordedNotice_andTheWindowRunsFromItsDelivery() {
        bureau.put(
                person(
                        "emp-1",
                        post("D-5", "boss-1")
                                .during(Span.of(LONG_AGO, LocalDate.of(2026, 3, 20)))));
        String id = bureau.published();
        JsonNode published = expect(bureau.get("/appraisals/" + id, bureau.hr), 200);
        assertThat(published.path("withoutParticipation").booleanValue()).isTrue();
        assertThat(published.path("informBy").asText()).isEqualTo("2026-04-30");
        assertThat(published.has("applyBy")).isFalse();
        bureau.on(LocalDate.of(2026, 4, 28));
        bureau.daily();
        assertThat(bureau.document(id).state()).isEqualTo("PUBLISHED");

        assertThat(inform(id, "'channel':'OTHER_RECORDED','sentOn':'2026-04-20'").codes())
                .containsExactly("NO_PROOF");
        assertThat(inform(id, "'channel':'SMS','sentOn':'2026-04-01'").codes())
                .containsExactly("OUT_OF_ORDER");
        assertThat(
                        inform(
                                        id,
                                        "'channel':'SMS','sentOn':'1966-04-20',"
                                                + "'deliveredOn':'1966-04-22'")
                                .codes())
                .containsExactly("OUT_OF_ORDER");
        JsonNode sent =
                expect(inform(id, "'channel':'REGISTERED_LETTER','sentOn':'2026-04-20'"), 200);
        assertThat(sent.has("applyBy")).isFalse();
        JsonNode delivered =
                expect(
                        inform(
                                id,
                                "'channel':'REGISTERED_LETTER','sentOn':'2026-04-20',"
                                        + "'deliveredOn':'2026-04-24'"),
                        200);
        assertThat(delivered.path("receivedOn").asText()).isEqualTo("2026-04-24");
        assertThat(delivered.path("applyBy").asText()).isEqualTo("2026-05-04");
        assertThat(delivered.path("notices")).hasSize(2);

        // The window runs from the first delivery: a later one does not begin it anew.
        String letter = "'channel':'SMS','sentOn':'2026-04-20','deliveredOn':'2026-04-%s'";
        JsonNode later = expect(inform(id, letter.formatted("27")), 200);
        assertThat(later.path("receivedOn").asText()).isEqualTo("2026-04-24");
        assertThat(later.path("applyBy").asText()).isEqualTo("2026-05-04");
        JsonNode earlier = expect(inform(id, letter.formatted("22")), 200);
        assertThat(earlier.path("receivedOn").asText()).isEqualTo("2026-04-22");
    }

    /// G-11: where the first look counts as the receipt, that of who has left does not: the window
    /// runs from the delivery of the notice.
    @Test
    void theLookOfWhoHasLeft_beginsNoWindow() {
        bureau.act =
                Optional.of(
                        EmployeeSettings.DEFAULTS.with(
                                AppraisalSetting.RECEIPT_EVENT, "FIRST_OPENED", "Own act, ¶10"));
        bureau.put(
                person(
                        "emp-1",
                        post("D-5", "boss-1")
                                .during(Span.of(LONG_AGO, LocalDate.of(2026, 3, 20)))));
        String id = bureau.published();

        JsonNode seen = expect(bureau.get("/appraisals/" + id, bureau.employee), 200);

        assertThat(seen.has("openedAt")).isTrue();
        assertThat(seen.has("receivedOn")).isFalse();
        assertThat(seen.has("applyBy")).isFalse();
    }

    @Test
    void aProofThatIsAFile_isNamedInItsBody_andReadByWhoeverSeesTheCase() {
        String id = bureau.published();
        String own = bureau.sent(bureau.colleague);
        String notice = "'channel':'OTHER_RECORDED','sentOn':'%s','proof':{'document':'%s'}";

        assertThat(inform(id, notice.formatted(Bureau.TODAY, bureau.sent(bureau.otherHr))).codes())
                .containsExactly("UNKNOWN_DOCUMENT");
        expect(inform(id, notice.formatted(Bureau.TODAY, own)), 200);

        assertThat(file(id, own, bureau.employee)).isEqualTo(303);
        assertThat(file(id, own, bureau.hr)).isEqualTo(303);
        assertThat(file(id, "0".repeat(32), bureau.hr)).isEqualTo(404);
        assertThat(file(id, own, bureau.colleague)).isEqualTo(404);
    }

    private int file(String id, String file, Caller by) {
        return bureau.call("GET", "/appraisals/" + id, by).query("document", file).raw().status();
    }

    private Answer inform(String id, String fields) {
        ObjectNode json = json("{" + fields + "}");
        json.setAll(bureau.at(id));
        return bureau.post("/appraisals/" + id + "/inform", bureau.hr, json);
    }

    @Test
    void beforeItsPublication_nobodyIsInformed() {
        String id = bureau.scored();
        assertThat(inform(id, "'channel':'SMS','sentOn':'2026-04-02'").codes())
                .containsExactly("WRONG_STATE");
    }

    @Test
    void aRuleOfRulesOneAndTwo_isOnAnnexOne() {
        JsonNode opened = expect(bureau.open("boss-1"), 201);
        assertThat(opened.path("form").asText()).isEqualTo("ANNEX1");
        assertThat(opened.path("basis").asText()).isEqualTo("RULE_1");
        assertThat(opened.path("assessor").asText()).isEqualTo("chief");
        bureau.put(person("head-2", head("D-3", "chief")));
        assertThat(expect(bureau.open("head-2"), 201).path("assessor").asText()).isEqualTo("chief");
    }

    // Papers

    @Test
    void theSameCaseGivesTheSameBytes() {
        String id = bureau.published();
        byte[] sheet =
                bureau.call("GET", "/appraisals/" + id + ".pdf", bureau.hr)
                        .query("lang", "ru")
                        .bytes();
        byte[] list =
                bureau.call("GET", "/appraisals.xlsx", bureau.hr)
                        .query("quarter", QUARTER)
                        .query("lang", "kk")
                        .bytes();

        assertThat(
                        bureau.call("GET", "/appraisals/" + id + ".pdf", bureau.hr)
                                .query("lang", "ru")
                                .bytes())
                .isEqualTo(sheet)
                .startsWith('%', 'P', 'D', 'F');
        assertThat(
                        bureau.call("GET", "/appraisals.xlsx", bureau.hr)
                                .query("quarter", QUARTER)
                                .query("lang", "kk")
                                .bytes())
                .isEqualTo(list)
                .startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({"NOT_ASSESSED", "CHECKING", "WITH_ASSESSOR"})
    void aCaseWithoutAScoreIsPrintedToo(String state) {
        if (state.equals("NOT_ASSESSED")) {
            bureau.absent("emp-1", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 25));
        }
        if (state.equals("CHECKING")) {
            bureau.absent("boss-1", TODAY.minusDays(1), TODAY.plusDays(60));
        }
        String id = bureau.opened();
        assertThat(bureau.document(id).state()).isEqualTo(state);

        for (String language : List.of("kk", "ru", "en")) {
            assertThat(
                            bureau.call("GET", "/appraisals/" + id + ".pdf", bureau.hr)
                                    .query("lang", language)
                                    .bytes())
                    .isNotEmpty();
        }
    }
}
