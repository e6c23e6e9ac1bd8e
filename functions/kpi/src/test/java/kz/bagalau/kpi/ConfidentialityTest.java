package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.contract.Answer;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cell of `who-sees-what.csv`: each document in each state, read over HTTP by everybody who
/// may have a part in it and by those who have none, in the body and out of it.
class ConfidentialityTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    /// By document and state: the office in which it stands so.
    private static final Map<String, Office> OFFICES = new HashMap<>();

    private static final Map<String, String> IDS = new HashMap<>();

    /// @param sees `.` for nothing, `part` for a sheet without the Commission's decision, `all`
    private record Cell(String document, String state, String who, String sees) {}

    @BeforeAll
    static void bringEachDocumentIntoItsState() {
        for (String state : states("plan")) {
            Office office = new Office(SANDBOX);
            String id;
            if (state.equals("APPROVED-APPEALED")) {
                id = office.sheetIn("APPEALED");
            } else {
                id = office.planIn(state);
            }
            keep("plan", state, office, id);
        }
        for (String state : states("sheet")) {
            Office office = new Office(SANDBOX);
            keep("sheet", state, office, office.sheetIn(state));
        }
        for (String document : List.of("meeting", "appeal")) {
            for (String state : states(document)) {
                Office office = new Office(SANDBOX);
                String sheet =
                        office.sheetIn(
                                state.equals("HELD")
                                        ? "DECIDED"
                                        : state.equals("APPROVED") ? "APPROVED" : "APPEALED");
                JsonNode content = office.document(Desk.SHEET, sheet).content();
                String id =
                        document.equals("meeting")
                                ? content.at("/rounds/0/meeting").asText()
                                : content.at("/appeals/0/id").asText();
                keep(document, state, office, id);
            }
        }
    }

    private static void keep(String document, String state, Office office, String id) {
        OFFICES.put(document + " " + state, office);
        IDS.put(document + " " + state, id);
    }

    private static List<String> states(String document) {
        return cells().filter(cell -> cell.document().equals(document))
                .map(Cell::state)
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCell(Cell cell) {
        String key = cell.document() + " " + cell.state();
        Office office = Objects.requireNonNull(OFFICES.get(key));
        String path =
                switch (cell.document()) {
                    case "plan" -> "/kpi-plans/";
                    case "sheet" -> "/kpi-sheets/";
                    case "meeting" -> "/commission-meetings/";
                    default -> "/appeals/";
                };

        Answer answer = office.get(path + IDS.get(key), caller(office, cell.who()));

        switch (cell.sees()) {
            case "403" -> assertThat(answer.status()).isEqualTo(403);
            case "." -> assertThat(answer.status()).isEqualTo(404);
            case "part" -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().has("rows")).isTrue();
                assertThat(answer.body().has("decision")).isFalse();
            }
            case "none-of-it" -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().path("decisions")).isEmpty();
            }
            default -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().has("decision"))
                        .isEqualTo(cell.document().equals("sheet") && decided(cell.state()));
                if (cell.document().equals("meeting")) {
                    assertThat(answer.body().path("decisions")).hasSize(1);
                }
            }
        }
    }

    private static boolean decided(String state) {
        return Set.of(
                        "DECIDED",
                        "APPROVED",
                        "INFORMED",
                        "APPEALED",
                        "APPEALED-NOT-INFORMED",
                        "CLOSED")
                .contains(state);
    }

    private static Caller caller(Office office, String who) {
        return switch (who) {
            case "employee" -> office.employee;
            case "employee who is hr too" ->
                    office.caller("emp-1", Role.EMPLOYEE, Role.HR, Role.HEAD);
            case "employee of another body now" ->
                    new Caller("emp-1", Set.of(Role.EMPLOYEE), Optional.of(Office.OTHER));
            case "colleague" -> office.colleague;
            case "direct manager" -> office.manager;
            case "higher manager" -> office.higher;
            case "assessor of others" -> office.caller("boss-9", Role.ASSESSOR);
            case "hr" -> office.hr;
            case "hr of another body" -> office.otherHr;
            case "head" -> office.head;
            case "head of another body" ->
                    new Caller("head-9", Set.of(Role.HEAD), Optional.of(Office.OTHER));
            case "chair" -> office.chair;
            case "secretary" -> office.secretary;
            case "member of another commission" -> office.outsider;
            case "member of another body" ->
                    new Caller("member-1", Set.of(Role.COMMISSION), Optional.of(Office.OTHER));
            case "agency" -> office.agency;
            case "territorial" -> office.territorial;
            case "another territorial" -> office.otherTerritorial;
            case "digital" -> new Caller("d1", Set.of(Role.DIGITAL), Optional.empty());
            case "service" -> new Caller("s1", Set.of(Role.SERVICE), Optional.empty());
            default -> throw new IllegalArgumentException(who);
        };
    }

    static Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        List<String> states = List.of();
        String document = "";
        for (String line : lines()) {
            List<String> row = Stream.of(line.split("\\|")).map(String::strip).toList();
            if (Set.of("plan", "sheet", "meeting", "appeal").contains(row.getFirst())) {
                document = row.getFirst();
                states = row;
            } else {
                for (int i = 1; i < row.size(); i++) {
                    cells.add(new Cell(document, states.get(i), row.getFirst(), row.get(i)));
                }
            }
        }
        return cells.stream();
    }

    private static List<String> lines() {
        try (var stream = ConfidentialityTest.class.getResourceAsStream("who-sees-what.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void readingsByOthers_standInTheAuditTrail_thoseOfTheEmployeeDoNot() {
        Office office = new Office(SANDBOX);
        String sheet = office.sheetIn("SIGNED");
        var reference = office.document(Desk.SHEET, sheet).reference();
        long before = office.cases().trail(reference).count();

        office.get("/kpi-sheets/" + sheet, office.employee);
        assertThat(office.cases().trail(reference).count()).isEqualTo(before);
        office.get("/kpi-sheets/" + sheet, office.head);
        office.get("/kpi-sheets/" + sheet, office.outsider);

        var trail = office.cases().trail(reference);
        assertThat(trail.count()).isEqualTo(before + 2);
        assertThat(trail.entries().get((int) before).text()).contains("\"read\"", "\"head-1\"");
        assertThat(trail.entries().getLast().text())
                .contains("\"read-refused\"", office.outsider.subject());
        assertThat(trail.faults()).isEmpty();
    }

    /// Whoever looks at what is not theirs is refused, and that stands in its audit trail; whom it
    /// is about and may not see it yet has not looked at another's.
    @Test
    void aLookThatIsRefused_standsInTheAuditTrail_whateverItIsAt() {
        Office office = new Office(SANDBOX);
        String id = office.sheetIn("DECIDED");
        Map<String, Document> looks =
                Map.of(
                        "/kpi-plans/" + id, office.document(Desk.PLAN, id),
                        "/kpi-sheets/" + id, office.document(Desk.SHEET, id),
                        "/kpi-sheets/" + id + ".pdf", office.document(Desk.SHEET, id));
        looks.forEach((path, document) -> {
            long before = office.cases().trail(document.reference()).count();

            assertThat(office.get(path, office.colleague).status()).isEqualTo(404);

            var trail = office.cases().trail(document.reference());
            assertThat(trail.count()).as(path).isEqualTo(before + 1);
            assertThat(trail.entries().getLast().text())
                    .contains("\"read-refused\"", office.colleague.subject());
        });
    }

    @Test
    void linesOfLists_sayNothingOfResults() {
        Office office = new Office(SANDBOX);
        office.sheetIn("INFORMED");

        JsonNode line = office.get("/kpi-sheets", office.hr).body().at("/sheets/0");

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "body", "state", "version", "employee", "name", "period", "turns");
    }
}
