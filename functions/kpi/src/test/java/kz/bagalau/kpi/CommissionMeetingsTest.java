package kz.bagalau.kpi;

import static kz.bagalau.kpi.Office.confirm;
import static kz.bagalau.kpi.Office.json;
import static kz.bagalau.kpi.Office.ok;
import static kz.bagalau.kpi.Office.revise;
import static kz.bagalau.kpi.Office.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.dynamo.DynamoOutbox;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Calendars;
import kz.bagalau.contract.Crash;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionMeetingsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    @Test
    void r34_e91_aCompositionChangesByAnotherOrderOnly() {
        office.commission();
        ObjectNode changed = office.composition("12").put("chair", "new-chair");
        changed.put("version", 1);

        assertThat(office.put("/commissions/main", office.head, changed).codes())
                .containsExactly("ORDER_USED");
        changed.withObject("/order").put("number", "13");
        assertThat(ok(office.put("/commissions/main", office.head, changed)).text("chair"))
                .isEqualTo("new-chair");
        // back to the first order, whoever sits in it
        ObjectNode back = office.composition("12").put("version", 2);
        assertThat(office.put("/commissions/main", office.head, back).codes())
                .containsExactly("ORDER_USED");
        assertThat(office.put("/commissions/main", office.hr, changed).status()).isEqualTo(403);
        assertThat(office.get("/commissions/main", office.chair).status()).isEqualTo(404);
        assertThat(office.get("/commissions/main", office.otherHr).status()).isEqualTo(404);
    }

    @Test
    void oneSeatForEach() {
        ObjectNode twice = office.composition("12").put("secretary", "chair");
        twice.withArray("/members").add("chair");

        assertThat(office.put("/commissions/main", office.head, twice).codes())
                .containsOnly("ONE_SEAT");
    }

    @ParameterizedTest
    @CsvSource({"chair, /chair", "secretary, /secretary", "members, /members/4"})
    void aSeatOfWhomNobodyCanBe_isRefusedByName(String field, String pointer) {
        for (String nobody : List.of("a#b", "a\tb", "a\nb")) {
            ObjectNode composition = office.composition("12");
            if (field.equals("members")) {
                composition.withArray("/members").add(nobody);
            } else {
                composition.put(field, nobody);
            }

            Answer refused = office.put("/commissions/main", office.head, composition);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.codes()).containsExactly("BAD_FORMAT");
            assertThat(refused.pointers()).containsExactly(pointer);
        }
    }

    @Test
    void anIdThatMakesNoName_isRefusedByName() {
        String body = "b".repeat(63);
        Caller head = new Caller("head-1", Set.of(Role.HEAD), Optional.of(body));
        ObjectNode composition = office.composition("12").put("body", body);

        assertThat(office.put("/commissions/" + "c".repeat(37), head, composition).codes())
                .containsExactly("TOO_LONG");
        assertThat(office.get("/commissions/" + "c".repeat(37), head).status()).isEqualTo(404);
        assertThat(office.put("/commissions/" + "c".repeat(36), head, composition).status())
                .isEqualTo(201);
    }

    /// ¶55: the Commission decides on what has come before it.
    @Test
    void p55_noMeetingDecidesOnASheetBeforeItWasPassedOn() {
        office.today = LocalDate.of(2026, 3, 16);
        String sheet = office.sheetIn("SIGNED");
        office.today = Office.TODAY;
        office.step(sheet, "to-commission", office.hr);
        office.today = LocalDate.of(2026, 3, 18);
        office.prepare(sheet);
        ObjectNode meeting = office.meeting(confirm(sheet));
        office.today = Office.TODAY;

        Answer refused = office.post("/commission-meetings", office.secretary, meeting);

        assertThat(refused.codes()).containsExactly("OUT_OF_ORDER");
        assertThat(refused.pointers()).containsExactly("/heldOn");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
    }

    @Test
    void p56_theDayOfTheNoticeMovesWithTheCalendar_untilTheTimetableIsAgreed() {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.commission();
        ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));

        office.calendar = Calendars.withDayOff(office.calendar, LocalDate.of(2026, 3, 18));
        assertThat(notifyBy()).isEqualTo("2026-03-17");
        ok(
                office.post(
                        "/commissions/main/timetable/agreement",
                        office.chair,
                        office.atCommission()));
        office.calendar = Calendars.withDayOff(office.calendar, LocalDate.of(2026, 3, 17));

        assertThat(notifyBy()).isEqualTo("2026-03-17");
    }

    private String notifyBy() {
        return office.get("/commissions/main", office.hr).body().at("/timetable/notifyBy").asText();
    }

    @Test
    void p56_theChairAgreesToTheTimetable_andTheAssessorsAreWrittenTo() {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.commission();
        assertThat(
                        office.put(
                                        "/commissions/main/timetable",
                                        office.hr,
                                        office.timetable(sheet, "nope"))
                                .codes())
                .containsExactly("UNKNOWN_SHEET");
        // three working days before Thursday 26 March, of which 23 to 25 are off
        assertThat(
                        ok(office.put(
                                        "/commissions/main/timetable",
                                        office.hr,
                                        office.timetable(sheet)))
                                .body()
                                .at("/timetable/notifyBy")
                                .asText())
                .isEqualTo("2026-03-18");
        for (Caller other : new Caller[] {office.hr, office.secretary, office.head}) {
            assertThat(
                            office.post(
                                            "/commissions/main/timetable/agreement",
                                            other,
                                            office.atCommission())
                                    .status())
                    .isEqualTo(403);
        }
        int before = messages().size();
        Answer agreed =
                ok(
                        office.post(
                                "/commissions/main/timetable/agreement",
                                office.chair,
                                office.atCommission()));

        assertThat(agreed.text("state")).isEqualTo("AGREED");
        assertThat(agreed.body().path("version").asLong())
                .isEqualTo(office.document(Desk.COMMISSION, office.body + ".main").version());
        assertThat(messages()).hasSize(before + 1).contains("person:boss-1");
        ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));
        assertThat(office.get("/commissions/main/timetable", office.chair).text("state"))
                .isEqualTo("PROPOSED");
    }

    private List<String> messages() {
        return new DynamoOutbox(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")))
                .waiting()
                .map(Outbox.Waiting::message)
                .filter(message -> message.kind().equals("assessment-starts"))
                .map(message -> message.to().name())
                .toList();
    }

    @Test
    void e92_withoutAgreementOrDocuments_thereIsNoMeeting() {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.commission();
        assertThat(held(office.meeting(confirm(sheet))).codes()).containsExactly("NOT_AGREED");
        ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));
        assertThat(held(office.meeting(confirm(sheet))).codes()).containsExactly("NOT_AGREED");
        ok(
                office.post(
                        "/commissions/main/timetable/agreement",
                        office.chair,
                        office.atCommission()));
        assertThat(held(office.meeting(confirm(sheet))).codes()).containsExactly("NO_DOCUMENTS");
        ObjectNode documents = office.atCommission();
        documents.putArray("sheets").add(sheet);
        String day = "/commissions/main/timetable/" + office.today + "/documents";
        Answer supplied = ok(office.put(day, office.hr, documents));
        assertThat(supplied.body().at("/protocol/rows/0/grade").asText()).isEqualTo("PROPER");
        assertThat(
                        office.put(
                                        "/commissions/main/timetable/2026-01-01/documents",
                                        office.hr,
                                        documents)
                                .status())
                .isEqualTo(404);

        assertThat(held(office.meeting(confirm(sheet))).status()).isEqualTo(201);
    }

    @Test
    void p63_onlySheetsOfTheDayThatAreBeforeTheCommission() {
        String sheet = office.sheetIn("SIGNED");
        office.commission();
        ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));
        ok(
                office.post(
                        "/commissions/main/timetable/agreement",
                        office.chair,
                        office.atCommission()));
        ObjectNode documents = office.atCommission();
        documents.putArray("sheets").add(sheet).add("other");

        assertThat(
                        office.put(
                                        "/commissions/main/timetable/"
                                                + office.today
                                                + "/documents",
                                        office.hr,
                                        documents)
                                .codes())
                .containsExactly("NOT_AT_COMMISSION", "NOT_ON_TIMETABLE");
    }

    @Test
    void p64_confirmed_theGradeIsKept() {
        String sheet = office.sheetIn("AT_COMMISSION");

        Answer held = office.hold(office.meeting(confirm(sheet)), sheet);

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body().path("required").asInt()).isEqualTo(4);
        assertThat(held.body().path("present").asInt()).isEqualTo(4);
        JsonNode decision = held.body().at("/decisions/0");
        assertThat(decision.path("carried").asBoolean()).isTrue();
        assertThat(decision.path("by").asText()).isEqualTo("MAJORITY");
        assertThat(decision.path("grade").asText()).isEqualTo("PROPER");
        assertThat(decision.has("correction")).isFalse();
        assertThat(held.text("appealBy")).isEqualTo("2026-04-07");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("DECIDED");
        assertThat(held.body().path("version").asLong())
                .isEqualTo(office.document(Desk.MEETING, held.text("id")).version());
    }

    @Test
    void e77_p65_theCommissionCorrectsTheResultItself() {
        String sheet = office.sheetIn("AT_COMMISSION");

        office.hold(office.meeting(revise(sheet, "SATISFACTORY")), sheet);

        Answer shown = office.get("/kpi-sheets/" + sheet, office.hr);
        assertThat(shown.body().at("/decision/grade").asText()).isEqualTo("SATISFACTORY");
        assertThat(shown.body().at("/decision/decision").asText()).isEqualTo("REVISE");
        assertThat(shown.text("grade")).as("the manager's").isEqualTo("PROPER");
    }

    @Test
    void e121_aMotionThatIsNotCarried_decidesNothing_andAnotherFollows() {
        String sheet = office.sheetIn("AT_COMMISSION");
        ObjectNode against =
                votes(
                        Json.object().put("sheet", sheet).put("decision", "CONFIRM"),
                        "-chair",
                        "-member-1",
                        "-member-2",
                        "+member-3");
        Answer first = office.hold(office.meeting(against), sheet);
        assertThat(first.body().at("/decisions/0/carried").asBoolean()).isFalse();
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");

        Answer second = held(office.meeting(against, revise(sheet, "EFFECTIVE")));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("decisions").findValuesAsText("carried"))
                .containsExactly("false", "true");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("DECIDED");
        assertThat(office.history(Desk.SHEET, sheet))
                .extracting(version -> version.act().event())
                .endsWith("not-carried", "revise");
    }

    @Test
    void p60_onATieTheChairDecides() {
        String sheet = office.sheetIn("AT_COMMISSION");
        ObjectNode tie =
                votes(
                        Json.object().put("sheet", sheet).put("decision", "CONFIRM"),
                        "+chair",
                        "-member-1",
                        "-member-2",
                        "+member-3");

        JsonNode decision = office.hold(office.meeting(tie), sheet).body().at("/decisions/0");

        assertThat(decision.path("carried").asBoolean()).isTrue();
        assertThat(decision.path("by").asText()).isEqualTo("CHAIR");
    }

    /// ¶57, ¶61, G-44, G-46 and who votes how often.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "chair member-1 member-2 | +chair +member-1 +member-2 | 409 NO_QUORUM",
                "chair member-1 member-2 secretary | +chair +member-1 +member-2 | 409 NO_QUORUM",
                "member-1 member-2 member-3 member-4 | +member-1 +member-2 +member-3 +member-4 |"
                        + " 400 CHAIR_ABSENT",
                "chair member-1 member-2 member-3 | +chair +member-1 +member-2 +member-3 +secretary"
                        + " | 400 SECRETARY_VOTES",
                "chair member-1 member-2 member-3 | +chair +member-1 +member-2 | 400 VOTE_MISSING",
                "chair member-1 member-2 member-3 | +chair +member-1 +member-2 +member-3 -member-3"
                        + " | 400 VOTED_TWICE",
                "chair member-1 member-2 member-3 | +chair +member-1 +member-2 +member-3 +stranger"
                        + " | 400 NOT_MEMBER",
                "chair member-1 member-2 member-3 | +chair +member-1 +member-2 +member-3 +member-4"
                        + " | 400 NOT_PRESENT"
            })
    void votesThatDecideNothing(String present, String votes, String refused) {
        String sheet = office.sheetIn("AT_COMMISSION");
        ObjectNode meeting =
                office.meeting(
                        votes(
                                Json.object().put("sheet", sheet).put("decision", "CONFIRM"),
                                votes.split(" ")));
        meeting.putArray("present");
        for (String person : present.split(" ")) {
            meeting.withArray("/present").add(person);
        }

        Answer answer = office.hold(meeting, sheet);

        assertThat(answer.status() + " " + answer.body().path("code").asText())
                .isEqualTo(refused.startsWith("409") ? refused : "400 INVALID");
        assertThat(answer.codes()).containsExactly(refused.substring(4));
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("AT_COMMISSION");
    }

    @Test
    void e122_nobodyVotesOnTheirOwnAssessment_butCountsAsPresent() {
        Caller first = office.caller("boss-1", Role.ASSESSOR);
        String sheet = office.sheetOf("member-1", first, office.higher, "AT_COMMISSION");
        Answer refused = office.hold(office.meeting(confirm(sheet)), sheet);
        assertThat(refused.codes()).containsExactly("OWN_CASE");
        assertThat(refused.pointers()).containsExactly("/decisions/0/votes/1/member");

        ObjectNode without =
                votes(
                        Json.object().put("sheet", sheet).put("decision", "CONFIRM"),
                        "+chair",
                        "+member-2",
                        "+member-3");

        assertThat(held(office.meeting(without)).status()).isEqualTo(201);
    }

    @Test
    void allThatSpeaksAgainstAMeeting_isNamedAtOnce() {
        String sheet = office.sheetIn("AT_COMMISSION");
        ObjectNode same = revise(sheet, "PROPER");
        ObjectNode late = confirm(sheet);

        Answer refused = office.hold(office.meeting(same, late, confirm(sheet)), sheet);

        assertThat(refused.codes())
                .containsExactlyInAnyOrder("SAME_GRADE", "ALREADY_DECIDED", "ALREADY_DECIDED");
    }

    @Test
    void whoMayEnterAMeeting() {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.prepare(sheet);
        ObjectNode meeting = office.meeting(confirm(sheet));

        assertThat(office.post("/commission-meetings", office.chair, meeting).status())
                .isEqualTo(403);
        assertThat(office.post("/commission-meetings", office.head, meeting).status())
                .isEqualTo(403);
        assertThat(office.post("/commission-meetings", office.outsider, meeting).status())
                .isEqualTo(404);
        assertThat(office.post("/commission-meetings", office.otherHr, meeting).status())
                .isEqualTo(404);
        assertThat(office.post("/commission-meetings", office.hr, meeting).status()).isEqualTo(201);
    }

    @Test
    void meetingsKeepTheirComposition() {
        String sheet = office.sheetIn("DECIDED");
        String meeting =
                office.document(Desk.SHEET, sheet).content().at("/rounds/0/meeting").asText();
        ObjectNode changed = office.composition("14").put("chair", "new-chair");
        changed.put("version", office.document(Desk.COMMISSION, office.body + ".main").version());
        ok(office.put("/commissions/main", office.head, changed));

        Answer old = office.get("/commission-meetings/" + meeting, office.chair);

        assertThat(old.text("chair")).isEqualTo("chair");
        assertThat(old.body().at("/order/number").asText()).isEqualTo("12");
    }

    @Test
    void p66_approval_setsTheTermOfInforming_e123_warnsWhereTheWindowEndsFirst() {
        office.today = LocalDate.of(2026, 6, 1);
        String sheet = office.sheetIn("DECIDED");
        String meeting =
                office.document(Desk.SHEET, sheet).content().at("/rounds/0/meeting").asText();
        office.today = LocalDate.of(2026, 6, 16);
        ObjectNode approval = office.at(Desk.MEETING, meeting).put("on", "2026-06-16");
        assertThat(
                        office.post(
                                        "/commission-meetings/" + meeting + "/approve",
                                        office.hr,
                                        approval)
                                .status())
                .isEqualTo(403);
        ObjectNode early = office.at(Desk.MEETING, meeting).put("on", "2026-05-31");
        assertThat(
                        office.post(
                                        "/commission-meetings/" + meeting + "/approve",
                                        office.head,
                                        early)
                                .codes())
                .containsExactly("OUT_OF_ORDER");

        Answer approved =
                ok(
                        office.post(
                                "/commission-meetings/" + meeting + "/approve",
                                office.head,
                                approval));

        assertThat(approved.text("appealBy")).isEqualTo("2026-06-15");
        assertThat(approved.text("informBy")).isEqualTo("2026-06-18");
        assertThat(approved.body().path("warnings").findValuesAsText("code"))
                .containsExactly("APPEAL_WINDOW");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("APPROVED");
        Answer informed =
                ok(
                        office.post(
                                "/kpi-sheets/" + sheet + "/inform",
                                office.hr,
                                office.notice(sheet)));
        assertThat(informed.text("informBy")).isEqualTo("2026-06-18");
    }

    /// More sheets than a transaction holds.
    @Test
    void oneMeetingDecidesOnManySheets() {
        List<String> sheets = atCommission(3);
        ObjectNode[] motions = sheets.stream().map(Office::confirm).toArray(ObjectNode[]::new);

        Answer held = office.hold(office.meeting(motions), sheets.toArray(String[]::new));

        assertThat(held.status()).isEqualTo(201);
        assertThat(sheets)
                .extracting(sheet -> office.document(Desk.SHEET, sheet).state())
                .containsOnly("DECIDED");
    }

    private List<String> atCommission(int count) {
        List<String> sheets = new ArrayList<>();
        sheets.add(office.sheetIn("AT_COMMISSION"));
        if (count > 1) {
            sheets.add(office.sheetOf("emp-2", office.manager, office.higher, "AT_COMMISSION"));
        }
        if (count > 2) {
            sheets.add(office.sheetOf("emp-3", office.first, office.first, "AT_COMMISSION"));
        }
        return sheets;
    }

    /// Whoever dies at whichever request: before the meeting is stored nothing has happened, from
    /// then on everybody who looks sees every sheet decided.
    @Test
    void aMeetingThatIsCutShort_isWholeOrNothing_toWhoeverLooks() {
        int died = 0;
        int halfway = 0;
        for (int number = 1; ; number++) {
            Office each = new Office(SANDBOX);
            String one = each.sheetIn("AT_COMMISSION");
            String two = each.sheetOf("emp-2", each.manager, each.higher, "AT_COMMISSION");
            each.prepare(one, two);
            ObjectNode meeting = each.meeting(confirm(one), revise(two, "EFFECTIVE"));

            Optional<Answer> answer =
                    each.call("POST", "/commission-meetings", each.secretary)
                            .header("idempotency-key", each.body)
                            .body(meeting)
                            .sendDying(number, Crash.Moment.AFTER);

            boolean stored = each.cases().find(Meetings.reference(each.body, 1)).isPresent();
            boolean apart =
                    !each.document(Desk.SHEET, one)
                            .state()
                            .equals(each.document(Desk.SHEET, two).state());
            halfway += apart ? 1 : 0;
            List<String> seen =
                    List.of(
                            each.get("/kpi-sheets/" + one, each.hr).text("state"),
                            each.get("/kpi-sheets/" + two, each.higher).text("state"));
            assertThat(seen).as("%d", number).containsOnly(stored ? "DECIDED" : "AT_COMMISSION");
            Answer again =
                    each.call("POST", "/commission-meetings", each.secretary)
                            .header("idempotency-key", each.body)
                            .body(meeting)
                            .send();
            assertThat(again.status()).isEqualTo(201);
            assertThat(each.cases().find(Meetings.reference(each.body, 2))).isEmpty();
            assertThat(each.document(Desk.SHEET, two).content().path("rounds")).hasSize(1);
            if (answer.isPresent()) {
                break;
            }
            died++;
        }
        assertThat(died).isGreaterThan(10);
        assertThat(halfway).as("the test reached the moment between two sheets").isPositive();
    }

    @Test
    void anApprovalThatIsCutShort_isWholeOrNothing_alsoWhereNobodyLooks() {
        int halfway = 0;
        for (int number = 1; ; number++) {
            Office each = new Office(SANDBOX);
            String one = each.sheetIn("AT_COMMISSION");
            String two = each.sheetOf("emp-2", each.manager, each.higher, "AT_COMMISSION");
            each.hold(each.meeting(confirm(one), confirm(two)), one, two);
            String meeting = each.body + ".1";
            Optional<Answer> answer =
                    each.call("POST", "/commission-meetings/" + meeting + "/approve", each.head)
                            .body(each.at(Desk.MEETING, meeting).put("on", each.today.toString()))
                            .sendDying(number, Crash.Moment.AFTER);
            halfway +=
                    each.document(Desk.SHEET, one)
                                    .state()
                                    .equals(each.document(Desk.SHEET, two).state())
                            ? 0
                            : 1;

            each.close();

            assertThat(
                            List.of(
                                    each.document(Desk.SHEET, one).state(),
                                    each.document(Desk.SHEET, two).state()))
                    .containsOnly(
                            each.document(Desk.MEETING, meeting).state().equals("APPROVED")
                                    ? "APPROVED"
                                    : "DECIDED");
            if (answer.isPresent()) {
                break;
            }
        }
        assertThat(halfway).isPositive();
    }

    @Test
    void ofTwoMeetingsAtOnce_onlyOneDecidesOnASheet() throws Exception {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.prepare(sheet);
        List<Answer> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(4)) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (String grade : List.of("EFFECTIVE", "SATISFACTORY", "UNSATISFACTORY")) {
                calls.add(() ->
                        office.call("POST", "/commission-meetings", office.secretary)
                                .body(office.meeting(revise(sheet, grade)))
                                .send());
            }
            for (var answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409);
        JsonNode rounds = office.document(Desk.SHEET, sheet).content().path("rounds");
        assertThat(rounds).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(answer -> answer.body().at("/decisions/0/grade"))
                .containsExactly(rounds.at("/0/grade"));
    }

    /// Another meeting is entered just before this one is stored.
    @Test
    void aMeetingThatWasOvertaken_looksAtTheSheetsAgain() {
        for (int number = 1; number < 12; number++) {
            Office each = new Office(SANDBOX);
            String sheet = each.sheetIn("AT_COMMISSION");
            each.prepare(sheet);

            Office other = each;
            Answer overtaken =
                    each.call("POST", "/commission-meetings", each.secretary)
                            .body(each.meeting(revise(sheet, "EFFECTIVE")))
                            .sendWhile(
                                    number,
                                    () ->
                                            other.call("POST", "/commission-meetings", other.hr)
                                                    .body(other.meeting(confirm(sheet)))
                                                    .send());

            assertThat(each.document(Desk.SHEET, sheet).content().path("rounds")).hasSize(1);
            assertThat(overtaken.status()).isIn(201, 409);
        }
    }

    @Test
    void theSameMeetingSentTwice_isOne() {
        String sheet = office.sheetIn("AT_COMMISSION");
        ObjectNode meeting = office.meeting(confirm(sheet));
        Answer first = office.hold(meeting, sheet);

        Answer again = held(meeting);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void g44_anEntryOfThePast_needsNoTimetable_andAnAbsentChairIsAWarning() {
        String sheet = archived();
        office.commission();
        ObjectNode meeting =
                office.meeting(
                                votes(
                                        Json.object()
                                                .put("sheet", sheet)
                                                .put("decision", "CONFIRM"),
                                        "+member-1",
                                        "+member-2",
                                        "+member-3",
                                        "+member-4"))
                        .put("heldOn", "2022-03-10");
        meeting.set("present", Json.read("[\"member-1\",\"member-2\",\"member-3\",\"member-4\"]"));

        Answer held = office.post("/commission-meetings", office.hr, meeting);

        assertThat(held.status()).as("%s", held.body()).isEqualTo(201);
        assertThat(held.body().path("warnings").findValuesAsText("code"))
                .containsExactly("CHAIR_ABSENT");
        assertThat(office.document(Desk.SHEET, sheet).state()).isEqualTo("DECIDED");
        ObjectNode approval = office.at(Desk.MEETING, held.text("id")).put("on", "2022-03-11");
        ok(
                office.post(
                        "/commission-meetings/" + held.text("id") + "/approve",
                        office.hr,
                        approval));
        ok(
                office.post(
                        "/kpi-sheets/" + sheet + "/inform",
                        office.hr,
                        office.at(Desk.SHEET, sheet)
                                .put("channel", "SMS")
                                .put("sentOn", "2022-03-14")));
        office.close();
        assertThat(office.document(Desk.SHEET, sheet).state()).isIn("INFORMED", "CLOSED");
    }

    private String archived() {
        office.act = Optional.empty();
        ObjectNode opening =
                json(
                        "{'employee':'emp-1','period':{'from':'2021-07-01','to':'2022-12-31'},"
                                + "'archive':{'reason':'Paper','document':'doc-1'}}");
        String id = Office.created(office.post("/kpi-plans", office.hr, opening));
        ok(office.put("/kpi-plans/" + id, office.hr, plan(id).put("on", "2022-01-10")));
        for (String step : List.of("submit", "approve")) {
            ok(
                    office.post(
                            "/kpi-plans/" + id + "/" + step,
                            office.hr,
                            office.at(Desk.PLAN, id).put("on", "2022-01-11")));
        }
        Office.created(
                office.post(
                        "/kpi-sheets",
                        office.hr,
                        Json.object().put("plan", id).put("on", "2022-02-01")));
        ok(
                office.put(
                        "/kpi-sheets/" + id,
                        office.hr,
                        Office.with(office.at(Desk.SHEET, id), "rows", Office.actuals(4))
                                .put("on", "2022-02-01")));
        for (String step : List.of("submit", "agree", "to-commission")) {
            ok(
                    office.post(
                            "/kpi-sheets/" + id + "/" + step,
                            office.hr,
                            office.at(Desk.SHEET, id).put("on", "2022-02-02")));
        }
        return id;
    }

    private ObjectNode plan(String id) {
        return Office.with(office.at(Desk.PLAN, id), "rows", Office.rows(5));
    }

    @Test
    void meetingsAreListedForThoseWhoHeldThem() {
        String sheet = office.sheetIn("DECIDED");

        for (Caller sees : new Caller[] {office.hr, office.head, office.chair, office.secretary}) {
            assertThat(office.get("/commission-meetings", sees).body().path("meetings"))
                    .filteredOn(line -> line.path("body").asText().equals(office.body))
                    .as("%s", sees.subject())
                    .extracting(
                            line -> line.path("heldOn").asText(),
                            line -> line.path("state").asText())
                    .containsExactly(tuple(office.today.toString(), "HELD"));
        }
        assertThat(office.get("/commission-meetings", office.outsider).body().path("meetings"))
                .isEmpty();
        assertThat(
                        office.get("/kpi-sheets", office.chair)
                                .body()
                                .path("sheets")
                                .findValuesAsText("id"))
                .contains(sheet);
        assertThat(
                        office.get("/commissions", office.chair)
                                .body()
                                .path("commissions")
                                .findValuesAsText("body"))
                .contains(office.body);
    }

    private Answer held(ObjectNode meeting) {
        return office.post("/commission-meetings", office.secretary, meeting);
    }
}
