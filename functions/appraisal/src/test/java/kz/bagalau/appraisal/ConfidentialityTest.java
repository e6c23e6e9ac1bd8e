package kz.bagalau.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who sees what, cell by cell: through the routes, the lists and the printed sheet.
class ConfidentialityTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final Map<String, Case> CASES = new HashMap<>();

    private record Case(Bureau bureau, String id) {}

    record Cell(String who, String state, String expected) {

        @Override
        public String toString() {
            return who + " in " + state + ": " + expected;
        }
    }

    static Stream<Cell> cells() {
        List<List<String>> rows = rows();
        List<String> states = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row ->
                        IntStream.range(1, states.size())
                                .mapToObj(
                                        i -> new Cell(row.getFirst(), states.get(i), row.get(i))));
    }

    private static List<List<String>> rows() {
        try (var stream = ConfidentialityTest.class.getResourceAsStream("who-sees-what.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableNamesEveryState() {
        List<String> header = rows().getFirst();
        assertThat(header.subList(1, header.size()))
                .containsExactlyInAnyOrderElementsOf(Flows.APPRAISAL.flow().states());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCell(Cell cell) {
        Case held = CASES.computeIfAbsent(cell.state(), ConfidentialityTest::inState);
        Caller caller = caller(held.bureau(), cell.who());

        Answer answer = held.bureau().get("/appraisals/" + held.id(), caller);

        switch (cell.expected()) {
            case "." -> assertThat(answer.status()).as("%s", answer.body()).isEqualTo(404);
            case "state" -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text("state")).isEqualTo(cell.state());
                assertThat(answer.body().properties().stream().map(Map.Entry::getKey))
                        .containsExactlyInAnyOrder(
                                "id", "body", "state", "version", "employee", "quarter");
            }
            case "all" -> {
                assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
                assertThat(answer.body().has("tenure")).isTrue();
                assertThat(answer.body().has("score")).isEqualTo(isScored(cell.state()));
            }
            default -> throw new IllegalStateException(cell.expected());
        }
        theSheetIsForWhoSeesAll(held, caller, cell.expected());
        theListsSayNoMore(held, caller, cell);
    }

    private static boolean isScored(String state) {
        return !Set.of("CHECKING", "NOT_ASSESSED", "WITH_ASSESSOR").contains(state);
    }

    private static void theSheetIsForWhoSeesAll(Case held, Caller caller, String expected) {
        int status =
                held.bureau()
                        .call("GET", "/appraisals/" + held.id() + ".pdf", caller)
                        .raw()
                        .status();
        assertThat(status).isEqualTo(expected.equals("all") ? 200 : 404);
    }

    private static void theListsSayNoMore(Case held, Caller caller, Cell cell) {
        Answer list = held.bureau().get("/appraisals", caller);
        if (list.status() != 200) {
            assertThat(cell.expected()).isEqualTo(".");
            return;
        }
        var lines = list.body().path("appraisals");
        for (var line : lines) {
            assertThat(line.has("score")).isFalse();
            boolean its = line.path("id").asText().equals(held.id());
            if (its && !cell.expected().equals("all")) {
                assertThat(line.has("due")).isFalse();
            }
        }
        if (cell.expected().equals(".")) {
            assertThat(lines.findValuesAsText("id")).doesNotContain(held.id());
        }
        if (cell.expected().equals("all") && !cell.who().startsWith("the employee")) {
            assertThat(lines.findValuesAsText("id")).contains(held.id());
        }
    }

    private static Case inState(String state) {
        Bureau bureau = new Bureau(SANDBOX);
        String id =
                switch (state) {
                    case "CHECKING" -> {
                        bureau.absent(
                                "boss-1", Bureau.TODAY.minusDays(5), Bureau.TODAY.plusDays(60));
                        String opened = bureau.opened();
                        assertThat(bureau.document(opened).state()).isEqualTo("CHECKING");
                        // found again by name, but not sent yet
                        yield withAssessor(bureau, opened);
                    }
                    case "NOT_ASSESSED" -> {
                        bureau.absent("emp-1", Bureau.TODAY.minusDays(90), Bureau.TODAY);
                        yield bureau.opened();
                    }
                    case "WITH_ASSESSOR" -> bureau.opened();
                    case "SCORED" -> bureau.scored();
                    default -> bureau.inState(state, ConfidentialityTest::session);
                };
        assertThat(bureau.document(id).state()).isEqualTo(state);
        return new Case(bureau, id);
    }

    private static String withAssessor(Bureau bureau, String id) {
        var seen = bureau.document(id);
        ObjectNode content = seen.content().put("assessor", "boss-1").put("basis", "RULE_4");
        var next =
                seen.next(
                        "CHECKING",
                        Parties.of(
                                new AppraisalContent(content),
                                bureau.staff(bureau.body),
                                Bureau.TODAY),
                        content);
        bureau.cases()
                .perform(
                        new Change(
                                next,
                                new Act("test", "test", bureau.now, Json.object()),
                                List.of()));
        return id;
    }

    private static void session(ObjectNode content) {
        ArrayNode members =
                content.putObject("calibration")
                        .put("text", "I disagree")
                        .put("inTime", true)
                        .put("submittedOn", Bureau.TODAY.toString())
                        .put("receivedOn", Bureau.TODAY.toString())
                        .putArray("members");
        List.of("member-1", "boss-2", "emp-1")
                .forEach(person ->
                        members.addObject()
                                .put("person", person)
                                .put("name", person)
                                .put("kind", "ASSESSOR"));
        content.withObject("/calibration")
                .putArray("earlier")
                .addObject()
                .put("replacedBecause", "Ill")
                .putArray("members")
                .addObject()
                .put("person", "member-9")
                .put("name", "member-9")
                .put("kind", "HR");
    }

    private static Caller caller(Bureau bureau, String who) {
        return switch (who) {
            case "the employee", "the employee, as member" -> bureau.employee;
            case "the employee, also hr" -> bureau.caller("emp-1", Role.EMPLOYEE, Role.HR);
            case "the employee, also head" -> bureau.caller("emp-1", Role.EMPLOYEE, Role.HEAD);
            case "the assessor" -> bureau.assessor;
            case "another manager" -> bureau.caller("boss-3", Role.ASSESSOR);
            case "a member" -> bureau.caller("member-1", Role.EMPLOYEE);
            case "a member who was replaced" -> bureau.caller("member-9", Role.EMPLOYEE);
            case "hr" -> bureau.hr;
            case "head" -> bureau.head;
            case "hr of another body" -> bureau.otherHr;
            case "head of another body" -> bureau.otherHead;
            case "a colleague" -> bureau.colleague;
            case "a colleague, in commission" -> bureau.caller("emp-2", Role.COMMISSION);
            default -> throw new IllegalArgumentException(who);
        };
    }

    @Test
    void aSubstituteSeesWhatTheAbsentAssessorSees_andNobodyWhoseAssessorIsThere() {
        Bureau bureau = new Bureau(SANDBOX);
        String id = bureau.scored();
        bureau.substitute("boss-1", "deputy");
        assertThat(bureau.get("/appraisals/" + id, bureau.deputy).status()).isEqualTo(404);

        bureau.absent("boss-1", Bureau.TODAY.minusDays(1), Bureau.TODAY.plusDays(5));

        assertThat(bureau.get("/appraisals/" + id, bureau.deputy).status()).isEqualTo(200);
    }

    @Test
    void everyReadingOfAnother_isRecordedAndShownToTheEmployee() {
        Bureau bureau = new Bureau(SANDBOX);
        String id = bureau.published();
        bureau.get("/appraisals/" + id, bureau.hr);
        bureau.call("GET", "/appraisals/" + id + ".pdf", bureau.head).raw();
        bureau.call("GET", "/appraisals.xlsx", bureau.hr).query("quarter", Bureau.QUARTER).raw();
        bureau.get("/appraisals/" + id, bureau.employee);
        assertThat(bureau.get("/appraisals/" + id, bureau.colleague).status()).isEqualTo(404);

        Answer readings = bureau.get("/appraisals/" + id + "/readings", bureau.employee);

        assertThat(readings.body().findValuesAsText("by"))
                .containsExactly("hr-1", "head-1", "hr-1");
        assertThat(bureau.get("/appraisals/" + id + "/readings", bureau.hr).status())
                .isEqualTo(200);
        assertThat(bureau.get("/appraisals/" + id + "/readings", bureau.assessor).status())
                .isEqualTo(403);
        assertThat(bureau.get("/appraisals/" + id + "/readings", bureau.colleague).status())
                .isEqualTo(404);
    }

    /// E55: refused, and recorded.
    @Test
    void aLookAtACaseOfOthers_isRefusedAndStandsInItsAuditTrail() {
        SessionRoom room = new SessionRoom(SANDBOX);
        Bureau bureau = room.bureau;
        String id = bureau.published();

        for (String path : List.of("", ".pdf", "/readings", "/calibration/protocol.pdf")) {
            long before = bureau.cases().trail(bureau.reference("emp-1")).count();

            assertThat(room.get("/appraisals/" + id + path, bureau.colleague).status())
                    .isEqualTo(404);

            var trail = bureau.cases().trail(bureau.reference("emp-1"));
            assertThat(trail.count()).as(path).isEqualTo(before + 1);
            assertThat(trail.entries().getLast().text()).contains("read-refused", "emp-2");
        }
        assertThat(
                        bureau.get("/appraisals/" + id + "/readings", bureau.employee)
                                .body()
                                .path("readings"))
                .isEmpty();
    }
}
