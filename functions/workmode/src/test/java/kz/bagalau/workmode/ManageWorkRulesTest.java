package kz.bagalau.workmode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ManageWorkRulesTest {

    private static final String BODY = "min-digital";
    private static final String MASLIKHAT = "maslikhat-abai";
    private static final Caller AGENCY = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    private static final Caller HR = of("h1", Role.HR);
    private static final Caller HEAD = of("d1", Role.HEAD);
    private static final Caller EMPLOYEE = of("e1", Role.EMPLOYEE);

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @BeforeEach
    void enterBodies() {
        enter(BODY, StateBody.Category.CENTRAL);
        enter(MASLIKHAT, StateBody.Category.MASLIKHAT_APPARATUS);
    }

    // Settings

    @Test
    void theDefaultsStand_eachDescribedInThreeLanguages() {
        JsonNode settings = send(EMPLOYEE, "GET /worktime-settings", Map.of(), null).body();

        assertThat(settings.path("version").asInt()).isZero();
        assertThat(settings.has("reason")).isFalse();
        assertThat(settings.path("values").path("reportDueDay").isNull()).isTrue();
        assertThat(settings.path("values").path("month_end").asText()).isEqualTo("DAY_BEFORE");
        assertThat(settings.path("values").path("systematicMin").asInt()).isEqualTo(2);
        assertThat(settings.path("values").path("presenceAtBreak").asBoolean()).isFalse();
        assertThat(settings.path("settings")).hasSameSizeAs(settings.path("values"));
    }

    @Test
    void theAgencyChooses_andWhatItDoesNotNameStaysAsItIs() {
        put("{'values':{'month_end':'SAME_DAY','reportDueDay':10},'reason':'letter 5'}");

        Answer second =
                put(
                        "{'values':{'systematicMin':3,'reportDueDay':null},'reason':'letter 6',"
                                + "'version':1}");

        assertThat(second.status()).isEqualTo(200);
        JsonNode standing = send(HR, "GET /worktime-settings", Map.of(), null).body();
        assertThat(standing).isEqualTo(second.body());
        assertThat(standing.path("values").path("month_end").asText()).isEqualTo("SAME_DAY");
        assertThat(standing.path("values").path("systematicMin").asInt()).isEqualTo(3);
        assertThat(standing.path("values").path("reportDueDay").isNull()).isTrue();
        assertThat(standing.path("reason").asText()).isEqualTo("letter 6");
        assertThat(standing.path("version").asInt()).isEqualTo(2);
        assertThat(audit("worktime#settings#editions"))
                .extracting(entry -> Item.text(entry, "who"))
                .containsExactly("a1", "a1");
    }

    @Test
    void everyWrongValueIsNamed_andNothingIsStored() {
        Answer refused =
                put(
                        "{'values':{'month_end':'NEVER','systematicMin':0,'reportDueDay':29,"
                                + "'presenceAtBreak':'no','colour':'red'}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/reason",
                        "/values/month_end",
                        "/values/systematicMin",
                        "/values/reportDueDay",
                        "/values/presenceAtBreak",
                        "/values/colour");
        assertThat(
                        send(HR, "GET /worktime-settings", Map.of(), null)
                                .body()
                                .path("version")
                                .asInt())
                .isZero();
    }

    @Test
    void whoHasNotSeenWhatStandsIsShownIt_andTheSameAgainChangesNothing() {
        String first = "{'values':{'month_end':'SAME_DAY'},'reason':'letter 5'}";
        put(first);

        Answer unseen = put("{'values':{'systematicMin':3},'reason':'letter 6'}");

        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text("code")).isEqualTo("CHANGED");
        assertThat(unseen.body().path("current").path("version").asInt()).isEqualTo(1);
        assertThat(put(first).body().path("version").asInt()).isEqualTo(1);
        assertThat(audit("worktime#settings#editions")).hasSize(1);
    }

    @Test
    void ofTwoAtOnceOneIsStored() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> both =
                    IntStream.of(3, 4)
                            .<Callable<Answer>>mapToObj(least ->
                                    () ->
                                            put(
                                                    "{'values':{'systematicMin':"
                                                            + least
                                                            + "},'reason':'letter'}"))
                            .toList();
            List<Integer> statuses =
                    pool.invokeAll(both).stream()
                            .map(future -> future.resultNow().status())
                            .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(audit("worktime#settings#editions")).hasSize(1);
    }

    // Norms

    @ParameterizedTest
    @CsvSource({
        "2026-07-10, IN_FORCE, 2023-06-10",
        "2026-07-11, TEXT_NOT_LOADED, 2026-07-11",
    })
    void p8_theWordingOfADay(String on, String state, String since) {
        JsonNode norm = norm(on);

        assertThat(norm.path("state").asText()).isEqualTo(state);
        assertThat(norm.path("since").asText()).isEqualTo(since);
        assertThat(norm.has("text")).isFalse();
        assertThat(norm.has("meanwhile")).isEqualTo(state.equals("TEXT_NOT_LOADED"));
    }

    @Test
    void p8_theAgencyLoadsAWording_whichHoldsFromItsDayUntilTheNext() {
        load("2026-07-11", "first");
        load("2026-10-01", "second");
        load("2023-06-10", "old");

        assertThat(norm("2026-07-10").path("text").path("ru").asText()).isEqualTo("old");
        assertThat(norm("2026-07-11").path("text").path("ru").asText()).isEqualTo("first");
        assertThat(norm("2026-09-30").path("text").path("ru").asText()).isEqualTo("first");
        assertThat(norm("2026-10-01").path("text").path("ru").asText()).isEqualTo("second");
        assertThat(norm("2026-07-11").path("state").asText()).isEqualTo("IN_FORCE");
    }

    @Test
    void p8_theOldWordingIsNotTakenForTheNewOne() {
        load("2023-06-10", "old");

        assertThat(norm("2026-07-11").path("state").asText()).isEqualTo("TEXT_NOT_LOADED");
    }

    @Test
    void withoutADayTheWordingsOfTodayAreShown() {
        // The clock stands on 10 July 2026, 23:00 in London: it is the 11th in Almaty
        JsonNode norms = send(EMPLOYEE, "GET /norms/{act}", Map.of("act", "120"), null).body();

        assertThat(norms.path("on").asText()).isEqualTo("2026-07-11");
        assertThat(norms.path("norms"))
                .extracting(norm -> norm.path("paragraph").asText())
                .containsExactly("3-5", "8", "15-2", "22");
    }

    @ParameterizedTest
    @CsvSource({
        "120, 16, 2026-07-11, 404",
        "245, 8, 2026-07-11, 404",
        "120, 8, 2026-02-30, 404",
        "120, 8, soon, 404",
        "120, 8, 2023-06-09, 400"
    })
    void aWordingOfWhatIsNoParagraphOfTheOrderIsRefused(
            String act, String paragraph, String from, int status) {
        assertThat(load(act, paragraph, from, "text").status()).isEqualTo(status);
    }

    // Work rules

    @Test
    void rulesHoldFromTheirDay_forTheBodyAndForUnitsOfTheirOwn() {
        putRules("2026-01-05", rules("09:00", "18:30"));
        putRules("2026-06-01", rules("08:00", "17:00").put("to", "2026-08-31"));
        putRules("2026-01-05", rules("20:00", "08:00").put("unit", "guards"));

        assertThat(starts("2026-01-04")).isEmpty();
        assertThat(starts("2026-02-10")).containsExactlyInAnyOrder("09:00", "20:00");
        assertThat(starts("2026-08-31")).containsExactlyInAnyOrder("08:00", "20:00");
        assertThat(starts("2026-09-01")).containsExactly("20:00");
        assertThat(
                        send(EMPLOYEE, "GET /bodies/{body}/work-rules", Map.of("body", BODY), null)
                                .body()
                                .path("rules"))
                .hasSize(3);
    }

    @Test
    void anEndAtMidnightIsShownAsItIsMeant() { // W-29
        Answer stored = putRules("2026-01-05", rules("15:00", "24:00"));

        assertThat(stored.body().path("end").asText()).isEqualTo("24:00");
        assertThat(putRules("2026-01-05", rules("15:00", "00:00")).body()).isEqualTo(stored.body());
    }

    @Test
    void everyMistakeInRulesIsNamed() {
        ObjectNode wrong =
                Json.object()
                        .put("start", "24:00")
                        .put("end", "9:00")
                        .put("breakFrom", "13:00")
                        .put("to", "2026-01-04")
                        .put("act", " ");
        wrong.putArray("weekdays").add("FREITAG");

        Answer refused = putRules("2026-01-05", wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/start", "/end", "/breakTo", "/to", "/act", "/weekdays");
        assertThat(
                        putRules(
                                        "2026-01-05",
                                        rules("09:00", "18:30")
                                                .put("breakFrom", "18:00")
                                                .put("breakTo", "19:00"))
                                .codes())
                .containsExactly("BREAK_OUTSIDE");
        assertThat(starts("2026-02-10")).isEmpty();
    }

    @Test
    void rulesDoNotEndBeforeTheyBegin_alsoInAnotherCentury() {
        Answer refused = putRules("2026-01-05", rules("09:00", "18:30").put("to", "1966-01-04"));

        assertThat(refused.codes()).containsExactly("TO_BEFORE_FROM");
    }

    @Test
    void changedRulesAreAnotherEdition_andWhoHasNotSeenThemIsShownThem() {
        putRules("2026-01-05", rules("09:00", "18:30"));

        Answer unseen = putRules("2026-01-05", rules("08:00", "17:00"));
        Answer seen = putRules("2026-01-05", rules("08:00", "17:00").put("version", 1));

        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.body().path("current").path("start").asText()).isEqualTo("09:00");
        assertThat(seen.body().path("version").asInt()).isEqualTo(2);
        assertThat(audit("work-rules#" + BODY + "#body#2026-01-05#editions")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "AGENCY, , min-digital, 200",
        "AGENCY, , maslikhat-abai, 200",
        "MONITOR, , min-digital, 200",
        "MONITOR, abai, min-digital, 404", // of the subdivision, which receives no ministry's
        // report
        "MONITOR, abai, maslikhat-abai, 200",
        "TERRITORIAL, abai, maslikhat-abai, 200",
        "TERRITORIAL, almaty, maslikhat-abai, 404",
        "TERRITORIAL, abai, min-digital, 404",
        "TERRITORIAL, , maslikhat-abai, 404",
        "DIGITAL, , min-digital, 403",
        "SERVICE, , min-digital, 403"
    })
    void anAuthorityReadsTheRulesOfTheBodiesWhoseReportsItReceives(
            Role role, String territory, String body, int status) {
        var caller =
                new Caller("x1", Set.of(role), Optional.empty(), Optional.ofNullable(territory));

        assertThat(
                        send(caller, "GET /bodies/{body}/work-rules", Map.of("body", body), null)
                                .status())
                .isEqualTo(status);
    }

    @Test
    void aBodyReadsItsOwnRulesOnly_andABodyThatIsNotThereHasNone() {
        for (Caller own : List.of(HR, HEAD, EMPLOYEE)) {
            assertThat(
                            send(own, "GET /bodies/{body}/work-rules", Map.of("body", BODY), null)
                                    .status())
                    .isEqualTo(200);
            assertThat(
                            send(
                                            own,
                                            "GET /bodies/{body}/work-rules",
                                            Map.of("body", MASLIKHAT),
                                            null)
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(
                        send(
                                        AGENCY,
                                        "GET /bodies/{body}/work-rules",
                                        Map.of("body", "nobody"),
                                        null)
                                .status())
                .isEqualTo(404);
        assertThat(
                        send(
                                        AGENCY,
                                        "PUT /bodies/{body}/hr-system",
                                        Map.of("body", "nobody"),
                                        "{'departmental':true,'basis':'order 2'}")
                                .status())
                .isEqualTo(404);
    }

    // The personnel system

    @Test
    void p15_ourPageIsNoPersonnelSystemUntilTheAgencySaysSo() {
        Map<String, String> body = Map.of("body", BODY);
        JsonNode before = send(HR, "GET /bodies/{body}/hr-system", body, null).body();

        Answer stored =
                send(
                        AGENCY,
                        "PUT /bodies/{body}/hr-system",
                        body,
                        "{'departmental':true,'basis':'order 2'}");

        assertThat(before.path("departmental").asBoolean()).isFalse();
        assertThat(before.path("version").asInt()).isZero();
        assertThat(stored.body().path("departmental").asBoolean()).isTrue();
        assertThat(send(HEAD, "GET /bodies/{body}/hr-system", body, null).body())
                .isEqualTo(stored.body());
        assertThat(
                        send(AGENCY, "PUT /bodies/{body}/hr-system", body, "{'departmental':'yes'}")
                                .pointers())
                .containsExactlyInAnyOrder("/departmental", "/basis");
    }

    private Answer put(String json) {
        return send(AGENCY, "PUT /worktime-settings", Map.of(), json);
    }

    private JsonNode norm(String on) {
        return Call.of("GET /norms/{act}", way())
                .by(EMPLOYEE)
                .path("act", "120")
                .query("on", on)
                .send()
                .body()
                .path("norms")
                .get(1);
    }

    private void load(String from, String text) {
        assertThat(load("120", "8", from, text).status()).isEqualTo(200);
    }

    private Answer load(String act, String paragraph, String from, String text) {
        return send(
                AGENCY,
                "PUT /norms/{act}/{paragraph}/{from}",
                Map.of("act", act, "paragraph", paragraph, "from", from),
                "{'text':{'kk':'" + text + "','ru':'" + text + "'},'source':'adilet'}");
    }

    private static ObjectNode rules(String start, String end) {
        ObjectNode rules = Json.object().put("start", start).put("end", end).put("act", "order 1");
        rules.putArray("weekdays").add("FRIDAY").add("MONDAY");
        return rules;
    }

    private Answer putRules(String from, ObjectNode rules) {
        return send(
                HR,
                "PUT /bodies/{body}/work-rules/{from}",
                Map.of("body", BODY, "from", from),
                Json.write(rules));
    }

    private List<String> starts(String on) {
        return Call.of("GET /bodies/{body}/work-rules", way())
                .by(EMPLOYEE)
                .path("body", BODY)
                .query("on", on)
                .send()
                .body()
                .path("rules")
                .valueStream()
                .map(rules -> rules.path("start").asText())
                .toList();
    }

    /// @param json with ' for "; null for what reads no body
    private Answer send(
            Caller caller, String route, Map<String, String> path, @Nullable String json) {
        Call call = Call.of(route, way()).by(caller);
        path.forEach(call::path);
        return (json == null ? call : call.body(json.replace('\'', '"'))).send();
    }

    private Call.Way way() {
        return Call.to(sandbox.runtime("ManageWorkRules", clock()), ManageWorkRules::new);
    }

    private List<Map<String, AttributeValue>> audit(String of) {
        return sandbox.dynamo()
                .query(request ->
                        request.tableName(sandbox.table("Records"))
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text("audit#" + of))))
                .items();
    }

    private void enter(String id, StateBody.Category category) {
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock())
                .put(
                        new StateBody(
                                id,
                                new LocalText(id, id, id),
                                BodyKind.OTHER,
                                Optional.of(category),
                                Optional.of("abai"),
                                Optional.empty(),
                                100),
                        Optional.empty(),
                        AGENCY);
        Bureau.people(
                new Table(sandbox.dynamo(), sandbox.table("Records")), clock(), id, List.of());
    }

    private static Caller of(String subject, Role role) {
        return new Caller(subject, Set.of(role), Optional.of(BODY));
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-07-10T22:00:00Z"), ZoneOffset.UTC);
    }
}
