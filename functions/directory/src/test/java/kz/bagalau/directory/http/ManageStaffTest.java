package kz.bagalau.directory.http;

import static kz.bagalau.directory.http.StaffDesk.HEAD;
import static kz.bagalau.directory.http.StaffDesk.HR;
import static kz.bagalau.directory.http.StaffDesk.OTHER_HR;
import static kz.bagalau.directory.http.StaffDesk.claims;
import static kz.bagalau.directory.http.StaffDesk.flat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManageStaffTest {

    @AutoClose private final StaffDesk desk = new StaffDesk();

    @BeforeEach
    void theFirstHead() {
        desk.boss();
    }

    @Test
    void peopleAreShownAsTheyStoodOnADay() {
        ObjectNode person = flat("top", "boss");
        person.remove(List.of("unit", "position", "manager", "appointedOn"));
        var held = person.putArray("appointments");
        // the later one first: the order of a request says nothing
        held.addObject()
                .put("unit", "top")
                .put("position", "Бас сарапшы")
                .put("category", "d-4")
                .put("manager", "boss")
                .put("from", "2026-03-02");
        held.addObject()
                .put("unit", "top")
                .put("position", "Сарапшы")
                .put("category", "D-5")
                .put("manager", "boss")
                .put("from", "2026-02-01")
                .put("to", "2026-03-01")
                .put("end", "MOVED_WITHIN");
        person.putArray("absences")
                .addObject()
                .put("kind", "SICK")
                .put("from", "2026-02-28")
                .put("to", "2026-03-03");

        assertThat(desk.person("emp-1", person).status()).isEqualTo(200);

        assertThat(ids(desk.on("2026-01-31", HR))).containsExactly("boss");
        JsonNode before = row(desk.on("2026-03-01", HR), "emp-1");
        assertThat(before.path("category").asText()).isEqualTo("D-5");
        assertThat(before.path("absent").asText()).isEqualTo("SICK");
        JsonNode after = row(desk.on("2026-03-04", HEAD), "emp-1");
        assertThat(after.path("category").asText()).isEqualTo("D-4");
        assertThat(after.has("absent")).isFalse();
    }

    @Test
    void theFlatForm_isShortForOneAppointment() {
        ObjectNode person = flat("top", "boss").put("leftOn", "2026-02-27").put("week", "6x1");
        person.put("category", "D-3").put("leading", true).put("unitHead", true);

        Answer answer = desk.person("emp-1", person);

        JsonNode held = answer.body().path("appointments").path(0);
        assertThat(held.path("from").asText()).isEqualTo("2026-01-01");
        assertThat(held.path("to").asText()).isEqualTo("2026-02-27");
        assertThat(held.path("position").path("ru").asText()).isEqualTo("Сарапшы");
        assertThat(held.path("unitHead").asBoolean()).isTrue();
        assertThat(answer.text("week")).isEqualTo("6x1");
        assertThat(ids(desk.on("2026-02-28", HR))).containsExactly("boss");
    }

    @Test
    void aChangeNamesTheVersionItSaw_otherwiseWhatStandsIsReturned() {
        Answer first = desk.person("emp-1", flat("top", "boss"));
        ObjectNode change = flat("top", "boss").put("name", "Басқа Біреу");

        Answer blind = desk.person("emp-1", change);
        Answer old = desk.person("emp-1", change.deepCopy().put("version", 7));
        Answer seen = desk.person("emp-1", change.deepCopy().put("version", 1));
        Answer again = desk.person("emp-1", change.deepCopy().put("version", 1));

        assertThat(first.body().path("version").asInt()).isEqualTo(1);
        assertThat(blind.text("code")).isEqualTo("CHANGED");
        assertThat(blind.body().path("current").path("name").asText())
                .isEqualTo("Ахметова Әйгерім");
        assertThat(old.status()).isEqualTo(409);
        assertThat(seen.body().path("version").asInt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").asInt()).isEqualTo(2);
        assertThat(desk.person("emp-9", flat("top", "boss").put("version", 3)).status())
                .isEqualTo(409);
    }

    @Test
    void everyMistakeIsNamedAtItsPlaceInTheRequest() {
        ObjectNode person = flat("top", "boss");
        person.remove(List.of("unit", "position", "manager", "appointedOn"));
        var held = person.putArray("appointments");
        held.addObject()
                .put("unit", "nowhere")
                .put("position", "А")
                .put("from", "2026-03-01")
                .put("manager", "nobody");
        held.addObject().put("unit", "top").put("position", "Б").put("from", "2026-02-01");
        var absences = person.putArray("absences");
        absences.addObject().put("kind", "SICK").put("from", "2026-03-02").put("to", "2026-03-09");
        absences.addObject().put("kind", "SICK").put("from", "2026-01-15").put("to", "2026-02-10");

        Answer answer = desk.person("emp-1", person);

        assertThat(at(answer))
                .containsExactlyInAnyOrder(
                        "/appointments/0/unit UNKNOWN_UNIT",
                        "/appointments/0/manager UNKNOWN_PERSON",
                        "/appointments/0 OVERLAP",
                        "/absences/1 OUTSIDE_APPOINTMENT");
        assertThat(desk.show("emp-1").status()).isEqualTo(404);
    }

    @Test
    void inTheFlatForm_mistakesAreNamedByItsFields() {
        assertThat(at(desk.person("emp-1", flat("nowhere", "nobody"))))
                .containsExactlyInAnyOrder("/unit UNKNOWN_UNIT", "/manager UNKNOWN_PERSON");
        ObjectNode person = flat("top", "boss").put("leftOn", "2025-12-31").put("week", "7x0");
        person.put("category", "first").put("leading", "yes").put("email", "nowhere");
        person.putArray("secondments")
                .addObject()
                .put("to", "min-digital")
                .put("from", "2026-01-01");
        assertThat(at(desk.person("emp-1", person)))
                .containsExactlyInAnyOrder(
                        "/leftOn ENDS_BEFORE",
                        "/week NOT_ALLOWED",
                        "/category BAD_FORMAT",
                        "/leading WRONG_TYPE",
                        "/email BAD_FORMAT",
                        "/secondments/0/to NOT_ALLOWED");
    }

    @Test
    void nobodyStandsAboveThemselves_noPersonAndNoUnit() {
        desk.person("emp-1", flat("top", "boss"));
        desk.person("emp-2", flat("top", "emp-1"));

        assertThat(at(desk.person("emp-1", flat("top", "emp-2").put("version", 1))))
                .containsExactly("/manager MANAGER_CYCLE");
        desk.call("PUT /bodies/{body}/units/{unit}", HR)
                .path("unit", "under")
                .body("{\"name\":{\"kk\":\"Бөлім\",\"ru\":\"Отдел\"},\"parent\":\"top\"}")
                .send();
        Answer unit =
                desk.call("PUT /bodies/{body}/units/{unit}", HR)
                        .path("unit", "top")
                        .body(
                                "{\"name\":{\"kk\":\"Бөлім\",\"ru\":\"Отдел\"},\"parent\":\"under\",\"version\":1}")
                        .send();
        assertThat(at(unit)).containsExactly("/parent UNIT_CYCLE");
    }

    /// Whoever enters the second half of a circle has seen only the first.
    @Test
    void twoHalvesOfACircle_enteredAtOnce_areNotBothStored() {
        desk.person("emp-1", flat("top", "boss"));
        desk.person("emp-2", flat("top", "boss"));

        Answer one =
                desk.call("PUT /bodies/{body}/employees/{employee}", HR)
                        .path("employee", "emp-1")
                        .body(flat("top", "emp-2").put("version", 1))
                        .sendWhile(
                                4,
                                () -> desk.person("emp-2", flat("top", "emp-1").put("version", 1)));

        assertThat(at(one)).containsExactly("/manager MANAGER_CYCLE");
        assertThat(desk.show("emp-1").body().path("version").asInt()).isEqualTo(1);
        assertThat(desk.show("emp-2").body().path("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aProcessThatDies_leavesAPersonWholeOrNotAtAll_andTheRequestSentAgainIsOne(Moment moment) {
        for (int request = 1; request <= 6; request++) {
            var call =
                    desk.call("PUT /bodies/{body}/employees/{employee}", HR)
                            .path("employee", "emp-" + request)
                            .body(flat("top", "boss"));
            call.sendDying(request, moment);
            Answer again = call.send();
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body().path("version").asInt()).isEqualTo(1);
        }
    }

    /// Who acts is decided by the case, never by the role alone: a substitute needs none.
    @ParameterizedTest
    @CsvSource({
        // manager and substitute of the manager, head of the unit above, the higher manager
        "chief, assessor, worker",
        "deputy, assessor, worker",
        "deputy, employee, worker",
        "boss, assessor, chief deputy worker",
        "worker, assessor, ''",
        "worker, employee, ''",
        "out, assessor, ''"
    })
    void whoAssessesSeesTheOwnPeopleOnly(String assessor, String role, String own) {
        desk.person("chief", flat("top", "boss"));
        desk.person("worker", flat("top", "chief").put("mobile", "+77010000001"));
        desk.person("deputy", flat("top", "boss"));
        desk.call("PUT /bodies/{body}/substitutions/{substitution}", HR)
                .path("substitution", "s1")
                .body(substitution("chief", "deputy"))
                .send();
        Map<String, String> claims = claims(assessor, role, "min-digital");

        assertThat(String.join(" ", ids(desk.on("2026-03-19", claims)))).isEqualTo(own);
        for (String person : List.of("chief", "worker", "deputy")) {
            Answer shown =
                    desk.call("GET /bodies/{body}/employees/{employee}", claims)
                            .path("employee", person)
                            .send();
            boolean may = List.of(own.split(" ")).contains(person);
            assertThat(shown.status()).as(person).isEqualTo(may ? 200 : 404);
            assertThat(shown.body().has("mobile")).isFalse();
            assertThat(shown.body().has("absences")).isFalse();
        }
    }

    @Test
    void anAssessorReadsThatSomebodyIsAbsent_andNotWhy() {
        ObjectNode worker = flat("top", "boss");
        worker.putArray("absences")
                .addObject()
                .put("kind", "SICK")
                .put("from", "2026-03-16")
                .put("to", "2026-03-20");
        desk.person("worker", worker);

        JsonNode row =
                row(desk.on("2026-03-19", claims("boss", "assessor", "min-digital")), "worker");
        assertThat(row.path("absent").asText()).isEqualTo("ABSENT");
    }

    /// No. 245, ¶3: the receiving body assesses who is sent to it.
    @Test
    void whoIsSentHere_isListed_andThisBodySaysWhere() {
        ObjectNode sent = flat("top", "boss");
        sent.putArray("secondments")
                .addObject()
                .put("to", "akimat")
                .put("from", "2026-02-02")
                .put("until", "2026-03-31");
        desk.person("emp-1", sent);
        var place =
                desk.call("PUT /bodies/{body}/seconded/{employee}", "akimat", OTHER_HR)
                        .path("employee", "emp-1");
        desk.call("PUT /bodies/{body}/units/{unit}", "akimat", OTHER_HR)
                .path("unit", "office")
                .body("{\"name\":{\"kk\":\"Бөлім\",\"ru\":\"Отдел\"}}")
                .send();
        ObjectNode head = flat("office", "");
        head.remove("manager");
        desk.personOf("akimat", OTHER_HR, "akim", head);

        assertThat(at(place.body("{\"unit\":\"top\",\"manager\":\"boss\"}").send()))
                .containsExactlyInAnyOrder("/unit UNKNOWN_UNIT", "/manager UNKNOWN_PERSON");
        assertThat(place.body("{\"unit\":\"office\",\"manager\":\"akim\"}").send().status())
                .isEqualTo(200);

        JsonNode listed =
                desk.call("GET /bodies/{body}/employees", "akimat", OTHER_HR)
                        .query("on", "2026-03-01")
                        .send()
                        .body()
                        .path("employees");
        JsonNode row = row(listed, "emp-1");
        assertThat(row.path("secondedFrom").asText()).isEqualTo("min-digital");
        assertThat(row.path("unit").asText()).isEqualTo("office");
        assertThat(row(desk.on("2026-03-01", HR), "emp-1").path("secondedTo").asText())
                .isEqualTo("akimat");
        assertThat(
                        desk.call("PUT /bodies/{body}/seconded/{employee}", "akimat", OTHER_HR)
                                .path("employee", "akim")
                                .body("{\"unit\":\"office\",\"manager\":\"akim\"}")
                                .send()
                                .status())
                .isEqualTo(404);
    }

    /// One person has one id in all bodies, and each body keeps its own record of the person.
    @Test
    void whoServesInTwoBodiesOneAfterTheOther_isRecordedInBoth() {
        desk.person("emp-1", flat("top", "boss").put("leftOn", "2026-02-15"));
        desk.call("PUT /bodies/{body}/units/{unit}", "akimat", OTHER_HR)
                .path("unit", "office")
                .body("{\"name\":{\"kk\":\"Бөлім\",\"ru\":\"Отдел\"}}")
                .send();
        ObjectNode there = flat("office", "").put("appointedOn", "2026-02-16");
        there.remove("manager");

        assertThat(desk.personOf("akimat", OTHER_HR, "emp-1", there).status()).isEqualTo(200);
        assertThat(desk.show("emp-1").body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aSubstitutionIsOfAPersonOrOfAVacantPost_andOfNobodyTwice() {
        desk.person("emp-1", flat("top", "boss"));
        var call =
                desk.call("PUT /bodies/{body}/substitutions/{substitution}", HR)
                        .path("substitution", "s1");
        ObjectNode both = Json.object();
        both.setAll(substitution("boss", "emp-1"));
        both.put("vacant", "top");

        assertThat(at(call.body(both).send())).containsExactly("/absent ABSENT_OR_VACANT");
        assertThat(at(call.body(substitution("boss", "boss")).send()))
                .containsExactly("/substitute SELF");
        assertThat(call.body(substitution("boss", "emp-1")).send().status()).isEqualTo(200);
        assertThat(
                        at(
                                desk.call("PUT /bodies/{body}/substitutions/{substitution}", HR)
                                        .path("substitution", "s2")
                                        .body(substitution("boss", "emp-1"))
                                        .send()))
                .containsExactly("/from OVERLAP");
        assertThat(
                        desk.call("GET /bodies/{body}/substitutions", HEAD)
                                .send()
                                .body()
                                .path("substitutions"))
                .hasSize(1);
    }

    /// The file of an order is named by who may, and read by who reads the order.
    @Test
    void theFileOfAnOrder_isReadWithIt_andNobodyNamesAnothersFile() {
        desk.person("emp-1", flat("top", "boss"));
        String file = desk.sent("h1", "min-digital");
        ObjectNode given = substitution("boss", "emp-1");
        var call =
                desk.call("PUT /bodies/{body}/substitutions/{substitution}", HR)
                        .path("substitution", "s1");
        String another = desk.sent("h2", "akimat");
        given.withObject("/order").put("document", another);
        assertThat(at(call.body(given).send())).containsExactly("/order/document UNKNOWN_DOCUMENT");

        given.withObject("/order").put("document", file);
        assertThat(call.body(given).send().status()).isEqualTo(200);
        assertThat(call.body(given).send().status()).isEqualTo(200);

        assertThat(desk.opened("substitutions", file, HEAD)).isEqualTo(303);
        assertThat(desk.opened("substitutions", another, HEAD)).isEqualTo(404);
        assertThat(desk.opened("apparatus-decisions", file, HEAD)).isEqualTo(404);
        assertThat(desk.opened("substitutions", file, OTHER_HR)).isEqualTo(403);
        assertThat(desk.files().namedBy(file))
                .containsExactly(new Reference("substitutions", "min-digital"));
        // What stands may be said again by who could not name the file.
        given.put("version", 1).put("until", "2026-12-30");
        desk.files().withdraw(file);
        assertThat(call.body(given).send().status()).isEqualTo(200);
    }

    /// No. 245, ¶3.
    @Test
    void theFirstHeadDecidesOnPeopleDirectlySubordinateToHim_andNotOnTheHeadOfTheApparatus() {
        desk.person("chief", flat("top", "boss").put("apparatusHead", true));
        desk.person("emp-1", flat("top", "boss"));
        desk.person("emp-2", flat("top", "emp-1"));
        var call =
                desk.call("PUT /bodies/{body}/apparatus-decisions/{decision}", HEAD)
                        .path("decision", "d1");

        assertThat(at(call.body(decision("emp-1", "emp-2", "chief", "nobody")).send()))
                .containsExactlyInAnyOrder(
                        "/employees/1 NOT_OF_FIRST_HEAD",
                        "/employees/2 SELF",
                        "/employees/3 UNKNOWN_PERSON");
        assertThat(call.body(decision("emp-1")).send().status()).isEqualTo(200);
        assertThat(
                        desk.call("GET /bodies/{body}/apparatus-decisions", HR)
                                .send()
                                .body()
                                .path("decisions"))
                .hasSize(1);
    }

    @Test
    void aLongListComesInPages() {
        for (int i = 1; i <= 4; i++) {
            desk.person("emp-" + i, flat("top", "boss"));
        }
        var call = desk.call("GET /bodies/{body}/employees", HR).query("limit", "3");

        Answer first = call.send();
        Answer second = call.query("cursor", first.text("next")).send();

        assertThat(ids(first.body().path("employees"))).containsExactly("boss", "emp-1", "emp-2");
        assertThat(ids(second.body().path("employees"))).containsExactly("emp-3", "emp-4");
        assertThat(second.body().has("next")).isFalse();
        assertThat(
                        desk.call("GET /bodies/{body}/employees", HR)
                                .query("on", "yesterday")
                                .query("limit", "0")
                                .query("cursor", "A b")
                                .send()
                                .pointers())
                .containsExactly("on", "cursor", "limit");
        for (String day : List.of("0026-03-31", "+12026-03-31", "2101-01-01")) {
            assertThat(
                            desk.call("GET /bodies/{body}/employees", HR)
                                    .query("on", day)
                                    .send()
                                    .codes())
                    .as(day)
                    .containsExactly("OUT_OF_RANGE");
        }
    }

    @Test
    void aBodyThatIsNotInTheDirectory_isNotFound() {
        assertThat(
                        desk.call(
                                        "GET /bodies/{body}/employees",
                                        "elsewhere",
                                        claims("h9", "hr", "elsewhere"))
                                .send()
                                .status())
                .isEqualTo(404);
    }

    private static ObjectNode substitution(String absent, String substitute) {
        ObjectNode json =
                Json.object()
                        .put("absent", absent)
                        .put("substitute", substitute)
                        .put("from", "2026-03-16")
                        .put("until", "2026-03-27");
        json.putObject("order").put("number", "15").put("date", "2026-03-13");
        return json;
    }

    private static ObjectNode decision(String... employees) {
        ObjectNode json = Json.object().put("from", "2026-01-05");
        var list = json.putArray("employees");
        List.of(employees).forEach(list::add);
        json.putObject("order").put("number", "2").put("date", "2026-01-05");
        return json;
    }

    private static List<String> ids(JsonNode employees) {
        return employees.findValuesAsText("id");
    }

    private static JsonNode row(JsonNode employees, String id) {
        return employees
                .valueStream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// `pointer CODE` of every error.
    private static List<String> at(Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asText() + " " + error.path("code").asText())
                .toList();
    }
}
