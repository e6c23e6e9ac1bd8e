package kz.bagalau.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoEmployeeMethodologies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ManageMethodologiesTest {

    private static final Map<String, String> AGENCY =
            Map.of("sub", "a1", "roles", "[bagalau:agency]");
    private static final Map<String, String> ANALYST =
            Map.of("sub", "a2", "roles", "[bagalau:agency]");
    private static final Map<String, String> HR =
            Map.of("sub", "h1", "roles", "[bagalau:hr]", "body", "min-digital");
    private static final Map<String, String> OTHER_HR =
            Map.of("sub", "h2", "roles", "[bagalau:hr]", "body", "min-other");
    private static final Map<String, String> EMPLOYEE =
            Map.of("sub", "e1", "roles", "[bagalau:employee]", "body", "min-digital");

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @BeforeEach
    void twoBodies() {
        var caller = new Caller("a1", Set.of(Role.AGENCY), Optional.empty(), Optional.empty());
        for (String id : List.of("min-digital", "min-other")) {
            new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), Clock.systemUTC())
                    .put(
                            new StateBody(
                                    id,
                                    new LocalText(id, id, id),
                                    BodyKind.OMO,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    61),
                            Optional.empty(),
                            caller);
        }
    }

    @Test
    void theProceduresAreShownWithDefaultsAlternativesAndPlacesInTheLaw() {
        JsonNode found =
                call("GET /employee-methodologies", EMPLOYEE).send().body().path("methodologies");

        assertThat(found.findValuesAsText("id")).startsWith("M245").contains("M002-CH6");
        JsonNode rounding = setting(found.get(0), "rounding");
        assertThat(rounding.path("default").asText()).isEqualTo("HALF_UP_2");
        assertThat(rounding.path("values")).hasSize(3);
        assertThat(rounding.path("readings").path("TRUNC_2").path("ru").asText()).isNotBlank();
        assertThat(rounding.path("citation").path("paragraph").asText()).isEqualTo("¶7");
        JsonNode days = setting(found.get(0), "min_worked_days");
        assertThat(days.path("default").asText()).isEqualTo("15");
        assertThat(days.path("least").asInt()).isEqualTo(1);
        assertThat(setting(found.get(1), "kpi_count").path("fixed").asBoolean()).isTrue();
    }

    @Test
    void theAgencyPutsAMethodologyInForce_andTheBodyReadsIt() {
        ObjectNode sent = record("2025-11-19");
        sent.put("until", "2027-12-31");
        choose(sent, "rounding", "TRUNC_2");
        choose(sent, "min_worked_days", "20");

        Answer put = put("M245", sent, AGENCY);

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("version").asInt()).isEqualTo(1);
        assertThat(put.body().path("settings")).isEqualTo(sent.path("settings"));
        JsonNode read = list(HR).body().path("methodologies");
        assertThat(read).hasSize(1);
        assertThat(read.get(0)).isEqualTo(put.body());
        assertThat(inForce("2025-11-18")).isFalse();
        assertThat(inForce("2025-11-19")).isTrue();
        assertThat(inForce("2027-12-31")).isTrue();
        assertThat(inForce("2028-01-01")).isFalse();
    }

    @Test
    void numbersAndYesOrNoMayStandAsSuch() {
        ObjectNode sent = record("2025-11-19");
        ObjectNode settings = sent.putObject("settings");
        settings.putObject("min_worked_days").put("value", 20).put("reason", "an act");
        settings.putObject("trip_counts_as_worked").put("value", false).put("reason", "an act");

        JsonNode kept = put("M245", sent, AGENCY).body().path("settings");

        assertThat(kept.at("/min_worked_days/value").asText()).isEqualTo("20");
        assertThat(kept.at("/trip_counts_as_worked/value").asText()).isEqualTo("false");
    }

    @Test
    void whatStandsIsChangedByWhoNamesItsVersion() {
        ObjectNode first = record("2025-11-19");
        ObjectNode second = record("2026-01-01");
        put("M245", first, AGENCY);

        Answer unseen = put("M245", second, ANALYST);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text("code")).isEqualTo("CHANGED");
        assertThat(unseen.body().at("/current/from").asText()).isEqualTo("2025-11-19");
        assertThat(put("M245", second.deepCopy().put("version", 2), ANALYST).status())
                .isEqualTo(409);
        assertThat(put("M245", second.deepCopy().put("version", 1), ANALYST).status())
                .isEqualTo(200);
        assertThat(list(HR).body().at("/methodologies/0/from").asText()).isEqualTo("2026-01-01");
    }

    @Test
    void theSameAgainChangesNothing_andWhatWasReadCanBeSentBack() {
        JsonNode kept = put("M245", record("2025-11-19"), AGENCY).body();

        assertThat(put("M245", record("2025-11-19"), ANALYST).body()).isEqualTo(kept);
        assertThat(put("M245", (ObjectNode) kept, ANALYST).body()).isEqualTo(kept);
        assertThat(audit("employee-methodology#min-digital#M245")).hasSize(1);
    }

    @Test
    void everyEditionIsKeptWithWhoEnteredIt() {
        put("M245", record("2025-11-19"), AGENCY);
        put("M245", record("2026-01-01").put("version", 1), ANALYST);

        assertThat(
                        methodologies()
                                .find("min-digital", EmployeeMethodology.M245, 1)
                                .orElseThrow()
                                .value()
                                .from())
                .isEqualTo("2025-11-19");
        assertThat(audit("employee-methodology#min-digital#M245"))
                .extracting(item -> Item.text(item, "who"))
                .containsExactly("a1", "a2");
    }

    @Test
    void bothProceduresStandBesideOneAnother_andBodiesApart() {
        put("M245", record("2025-11-19"), AGENCY);
        put("M002-CH6", record("2023-05-17").put("until", "2023-08-31"), AGENCY);

        assertThat(list(HR).body().path("methodologies").findValuesAsText("id"))
                .containsExactly("M245", "M002-CH6");
        assertThat(list(OTHER_HR, "min-other").body().path("methodologies")).isEmpty();
    }

    @Test
    void allErrorsOfARecordAreNamedAtOnce_andNothingIsStored() {
        ObjectNode wrong = record("2026-01-01").put("until", "2025-12-31").put("version", -1);
        wrong.withObject("act").put("number", " ").put("date", "18.11.2025");
        ObjectNode settings = wrong.putObject("settings");
        settings.putObject("rounding").put("value", "UP").put("reason", "r");
        settings.putObject("month_end").put("value", "SAME_DAY");
        settings.putObject("bands").put("value", "[0,5]").put("reason", "r");
        settings.putObject("kpi_count").put("value", "6").put("reason", "r");
        settings.putObject("min_worked_days").put("value", "0").put("reason", "r").put("by", "x");
        settings.put("receipt_event", "FIRST_OPENED");
        wrong.put("id", "M002-CH6").put("note", "?");

        Answer answer = put("M245", wrong, AGENCY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/id",
                        "/act/number",
                        "/act/date",
                        "/until",
                        "/version",
                        "/settings/rounding/value",
                        "/settings/month_end/reason",
                        "/settings/bands/value",
                        "/settings/kpi_count",
                        "/settings/min_worked_days/value",
                        "/settings/min_worked_days/by",
                        "/settings/receipt_event",
                        "/note");
        assertThat(answer.codes())
                .contains(
                        "UNTIL_BEFORE_FROM", "UNKNOWN_READING", "UNKNOWN_SETTING", "REASON_NEEDED");
        assertThat(list(HR).body().path("methodologies")).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "M245, min-digital, 200",
        "M246, min-digital, 404",
        "m245, min-digital, 404",
        "M245, min-none, 404"
    })
    void whatIsNotThereIsNotFound(String methodology, String body, int status) {
        assertThat(
                        call("PUT /bodies/{body}/employee-methodologies/{methodology}", AGENCY)
                                .path("body", body)
                                .path("methodology", methodology)
                                .body(record("2025-11-19"))
                                .send()
                                .status())
                .isEqualTo(status);
    }

    @Test
    void anotherBodysRecordsAreNotRead() {
        assertThat(list(OTHER_HR).status()).isEqualTo(403);
        assertThat(list(EMPLOYEE).status()).isEqualTo(403);
        assertThat(list(Map.of()).status()).isEqualTo(401);
        assertThat(list(AGENCY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNEX1", "ANNEX2", "PROTOCOL"})
    void theFormsThatComeWithTheProgramSayThatTheyArePlaceholders(String form) {
        JsonNode found = form(form, EMPLOYEE).body();

        assertThat(found.path("status").asText()).isEqualTo("PLACEHOLDER");
        assertThat(found.path("version").asInt()).isZero();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.at("/items/0/text/kk").asText()).isNotBlank();
    }

    @Test
    void theAgencyEntersTheOfficialForm_andTheOldOneIsKept() {
        ObjectNode sent = annex("WEIGHTED_MEAN", "0.5");
        item(sent, "quality").put("weight", "0.6");
        item(sent, "discipline").put("weight", "0.40");

        Answer put = putForm("ANNEX1", sent, AGENCY);

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("version").asInt()).isEqualTo(1);
        assertThat(put.body().at("/items/1/weight").asText()).isEqualTo("0.4");
        assertThat(form("ANNEX1", EMPLOYEE).body()).isEqualTo(put.body());
        assertThat(version("ANNEX1", "0").body().path("status").asText()).isEqualTo("PLACEHOLDER");
        assertThat(version("ANNEX1", "1").body()).isEqualTo(put.body());
        assertThat(version("ANNEX1", "2").status()).isEqualTo(404);
        assertThat(version("ANNEX1", "x").status()).isEqualTo(404);
        assertThat(form("ANNEX2", EMPLOYEE).body().path("version").asInt()).isZero();
    }

    @Test
    void theProtocolHasTextsOnly() {
        ObjectNode sent = Json.object().put("status", "OFFICIAL");
        item(sent, "title");
        item(sent, "signatures");

        assertThat(putForm("PROTOCOL", sent, AGENCY).status()).isEqualTo(200);
        assertThat(form("PROTOCOL", HR).body().path("items")).hasSize(2);
        assertThat(version("PROTOCOL", "0").body().path("items")).hasSize(1);
        ObjectNode weighed = Json.object().put("status", "OFFICIAL").put("step", "1");
        item(weighed, "title").put("weight", "1");
        assertThat(putForm("PROTOCOL", weighed.put("version", 1), AGENCY).pointers())
                .containsExactlyInAnyOrder("/step", "/items/0/weight");
    }

    @Test
    void aFormThatStandsIsChangedByWhoNamesItsVersion() {
        putForm("ANNEX2", item2(annex("MEAN", "1")), AGENCY);

        Answer unseen = putForm("ANNEX2", item2(annex("MEAN", "0.5")), ANALYST);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.body().at("/current/step").asText()).isEqualTo("1");
        assertThat(putForm("ANNEX2", item2(annex("MEAN", "1.0")), ANALYST).status())
                .isEqualTo(200); // says what stands
        assertThat(
                        putForm("ANNEX2", item2(annex("MEAN", "0.5")).put("version", 1), ANALYST)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void allErrorsOfAFormAreNamedAtOnce() {
        ObjectNode wrong = annex("SINGLE", "0.3");
        item(wrong, "a").put("weight", "1");
        item(wrong, "a");
        ObjectNode third = item(wrong, "C c");
        third.withObject("text").remove("kk");

        Answer answer = putForm("ANNEX1", wrong, AGENCY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/step",
                        "/items",
                        "/items/0/weight",
                        "/items/1/id",
                        "/items/2/id",
                        "/items/2/text/kk");
        assertThat(putForm("ANNEX1", annex("MEAN", "0"), AGENCY).codes())
                .containsExactlyInAnyOrder("BAD_STEP", "TOO_FEW");
        ObjectNode weighted = annex("WEIGHTED_MEAN", "1");
        item(weighted, "a").put("weight", "0");
        item(weighted, "b");
        item(weighted, "c").put("weight", "1,5");
        assertThat(putForm("ANNEX1", weighted, AGENCY).pointers())
                .containsExactlyInAnyOrder("/items/0/weight", "/items/1/weight", "/items/2/weight");
        assertThat(form("ANNEX1", HR).body().path("version").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNEX3", "annex1", "PROTOCOL2"})
    void anUnknownFormIsNotFound(String form) {
        assertThat(form(form, HR).status()).isEqualTo(404);
        assertThat(putForm(form, item2(annex("MEAN", "1")), AGENCY).status()).isEqualTo(404);
    }

    @Test
    void ofEditsAtTheSameMomentEachIsKeptAsAnEditionOrRefused() throws Exception {
        List<Callable<Answer>> edits =
                IntStream.range(0, 6)
                        .<Callable<Answer>>mapToObj(
                                i -> () -> put("M245", record("2026-01-0" + (i + 1)), AGENCY))
                        .toList();
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(edits).stream().map(f -> f.resultNow()).toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(audit("employee-methodology#min-digital#M245")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Crash.Moment.class)
    void aProcessThatDiesLeavesNothingHalfWritten_andTheSameAgainEndsIt(Crash.Moment moment) {
        for (int request = 1; request <= 3; request++) {
            var crash = new Crash();
            Call.of(
                            "PUT /bodies/{body}/employee-methodologies/{methodology}",
                            Call.to(
                                    sandbox.runtime(
                                            "ManageMethodologies", Clock.systemUTC(), crash),
                                    ManageMethodologies::new),
                            crash)
                    .by(AGENCY)
                    .path("body", "min-digital")
                    .path("methodology", "M245")
                    .body(record("2025-11-19"))
                    .sendDying(request, moment);
        }

        assertThat(put("M245", record("2025-11-19"), AGENCY).body().path("version").asInt())
                .isEqualTo(1);
        assertThat(audit("employee-methodology#min-digital#M245")).hasSize(1);
    }

    private boolean inForce(String day) {
        return methodologies()
                .inForce("min-digital", EmployeeMethodology.M245, LocalDate.parse(day))
                .isPresent();
    }

    private static JsonNode setting(JsonNode procedure, String id) {
        return procedure
                .path("settings")
                .valueStream()
                .filter(setting -> setting.path("id").asText().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static ObjectNode record(String from) {
        ObjectNode record = Json.object();
        record.putObject("act")
                .put("kind", "постановление акимата")
                .put("number", "245")
                .put("date", "2025-11-18");
        return record.put("from", from);
    }

    private static void choose(ObjectNode record, String setting, String value) {
        record.withObject("settings")
                .putObject(setting)
                .put("value", value)
                .put("reason", "letter of the Agency");
    }

    private static ObjectNode annex(String aggregation, String step) {
        return Json.object()
                .put("status", "OFFICIAL")
                .put("aggregation", aggregation)
                .put("step", step);
    }

    private static ObjectNode item(ObjectNode form, String id) {
        ObjectNode item = form.withArray("items").addObject().put("id", id);
        item.putObject("text").put("kk", "Жұмыс сапасы").put("ru", "Качество работы");
        return item;
    }

    private static ObjectNode item2(ObjectNode form) {
        item(form, "a");
        item(form, "b");
        return form;
    }

    private Answer list(Map<String, String> who) {
        return list(who, "min-digital");
    }

    private Answer list(Map<String, String> who, String body) {
        return call("GET /bodies/{body}/employee-methodologies", who).path("body", body).send();
    }

    private Answer put(String methodology, ObjectNode body, Map<String, String> who) {
        return call("PUT /bodies/{body}/employee-methodologies/{methodology}", who)
                .path("body", "min-digital")
                .path("methodology", methodology)
                .body(body)
                .send();
    }

    private Answer form(String form, Map<String, String> who) {
        return call("GET /appraisal-forms/{form}", who).path("form", form).send();
    }

    private Answer version(String form, String version) {
        return call("GET /appraisal-forms/{form}", HR)
                .path("form", form)
                .query("version", version)
                .send();
    }

    private Answer putForm(String form, ObjectNode body, Map<String, String> who) {
        return call("PUT /appraisal-forms/{form}", who).path("form", form).body(body).send();
    }

    private Call call(String route, Map<String, String> who) {
        return Call.of(
                        route,
                        Call.to(
                                sandbox.runtime("ManageMethodologies", Clock.systemUTC()),
                                ManageMethodologies::new))
                .by(who);
    }

    private DynamoEmployeeMethodologies methodologies() {
        return new DynamoEmployeeMethodologies(table(), Clock.systemUTC());
    }

    private Table table() {
        return new Table(sandbox.dynamo(), sandbox.table("Records"));
    }

    private List<Map<String, AttributeValue>> audit(String about) {
        return sandbox.dynamo()
                .query(request ->
                        request.tableName(sandbox.table("Records"))
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Item.text("audit#" + about))))
                .items();
    }
}
