package kz.bagalau.directory.http;

import static kz.bagalau.directory.http.Callers.AGENCY;
import static kz.bagalau.directory.http.Callers.ANALYST;
import static kz.bagalau.directory.http.Callers.HR;
import static kz.bagalau.directory.http.Callers.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ManageCalendarTest {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @ParameterizedTest
    @CsvSource({
        "2024, DRAFT, 249",
        "2025, CONFIRMED, 246",
        "2026, CONFIRMED, 247",
        "2027, DRAFT, 247"
    })
    void anybodySignedInReadsTheYearsThatComeWithTheProgram(
            int year, String status, int workingDays) {
        JsonNode found = get(year, HR).body();

        assertThat(found.path("year").asInt()).isEqualTo(year);
        assertThat(found.path("status").asText()).isEqualTo(status);
        assertThat(found.path("workingDays").asInt()).isEqualTo(workingDays);
        assertThat(found.path("version").asInt()).isZero();
        assertThat(found.path("days")).hasSizeGreaterThan(15);
    }

    @Test
    void aDayIsToldWithItsKindNameAndBasis() {
        JsonNode day =
                get(2025, HR)
                        .body()
                        .path("days")
                        .valueStream()
                        .filter(found -> found.path("date").asText().equals("2025-09-01"))
                        .findAny()
                        .orElseThrow();

        assertThat(day.path("kind").asText()).isEqualTo("SUBSTITUTE");
        assertThat(day.path("substitutesFor").asText()).isEqualTo("2025-08-30");
        assertThat(day.path("name").path("kk").asText()).startsWith("Конституция күні");
        assertThat(day.path("basis").asText()).contains("No. 267, art. 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031", "2023", "1999", "20255", "last"})
    void aYearThatNobodyHasEnteredIsNotThere(String year) {
        assertThat(
                        Call.of(
                                        "GET /calendar/{year}",
                                        Call.to(
                                                sandbox.runtime("ManageCalendar", clock()),
                                                ManageCalendar::new))
                                .by(HR)
                                .path("year", year)
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void theAgencyConfirmsADraftByPuttingBackWhatItRead() {
        ObjectNode draft = read(2027).put("status", "CONFIRMED");

        Answer answer = put(2027, draft, AGENCY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("version").asInt()).isEqualTo(1);
        assertThat(answer.body().path("days")).isEqualTo(draft.path("days"));
        assertThat(get(2027, HR).body()).isEqualTo(answer.body());
    }

    @Test
    void theAgencyEntersAYearThatNoRuleKnows() {
        assertThat(put(2028, entry(newYear(2028)), AGENCY).status()).isEqualTo(200);

        assertThat(get(2028, HR).body().path("status").asText()).isEqualTo("DRAFT");
    }

    @Test
    void anEditedConfirmedYearKeepsItsHistory() {
        ObjectNode first = read(2026);
        with(first, "2026-08-31", "SWAP_OFF").put("version", 0).remove("workingDays");
        put(2026, first, AGENCY);
        ObjectNode second = first.deepCopy().put("basis", "another act").put("version", 1);
        put(2026, second, ANALYST);

        assertThat(get(2026, HR).body().path("version").asInt()).isEqualTo(2);
        assertThat(get(2026, HR).body().path("workingDays").asInt()).isEqualTo(246);
        assertThat(version(2026, "0").body().path("workingDays").asInt()).isEqualTo(247);
        assertThat(version(2026, "1").body().path("basis")).isEqualTo(first.path("basis"));
        assertThat(version(2026, "2").body().path("basis").asText()).isEqualTo("another act");
        assertThat(version(2026, "3").status()).isEqualTo(404);
        assertThat(version(2026, "first").status()).isEqualTo(404);
    }

    @Test
    void eachEditIsInTheAuditTrailWithWhoAndWhat() {
        put(2028, entry(newYear(2028)), AGENCY);
        put(2028, entry(newYear(2028)).put("status", "CONFIRMED"), ANALYST);

        assertThat(audit(2028))
                .extracting(item -> Item.text(item, "who"))
                .containsExactly("a1", "a2");
        assertThat(audit(2028))
                .extracting(item -> Json.read(Item.text(item, "details")).path("status").asText())
                .containsExactly("DRAFT", "CONFIRMED");
    }

    @Test
    void theSameAgainChangesNothing_whoeverSendsIt_andWhateverVersionItSays() {
        put(2028, entry(newYear(2028)).put("version", 0), AGENCY);

        Answer again = put(2028, entry(newYear(2028)).put("version", 0), ANALYST);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").asInt()).isEqualTo(1);
        assertThat(audit(2028)).hasSize(1);
    }

    @Test
    void anEditOfAnOlderEditionIsRefused_andNothingStored() {
        put(2028, entry(newYear(2028)).put("version", 0), AGENCY);

        Answer late =
                put(
                        2028,
                        entry(newYear(2028)).put("status", "CONFIRMED").put("version", 0),
                        ANALYST);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asText()).isEqualTo("CALENDAR_CHANGED");
        assertThat(late.body().path("detail").asText()).contains("version 1");
        assertThat(get(2028, HR).body().path("status").asText()).isEqualTo("DRAFT");
    }

    @Test
    void ofEditsAtTheSameMomentEachIsKeptAsAnEditionOrRefused() throws Exception {
        List<Callable<Answer>> edits =
                IntStream.range(0, 8)
                        .<Callable<Answer>>mapToObj(i ->
                                () ->
                                        put(
                                                2028,
                                                entry(newYear(2028)).put("basis", "act " + i),
                                                AGENCY))
                        .toList();
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(edits).stream().map(future -> future.resultNow()).toList();
        }

        long kept = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).extracting(Answer::status).containsOnly(200, 409).contains(200);
        assertThat(get(2028, HR).body().path("version").asLong()).isEqualTo(kept);
        assertThat(audit(2028)).hasSize((int) kept);
        for (Answer answer : answers) {
            if (answer.status() == 200) {
                assertThat(version(2028, answer.body().path("version").asText()).body())
                        .isEqualTo(answer.body());
            }
        }
    }

    @Test
    void allErrorsAreToldAtOnce_andNothingIsStored() {
        ObjectNode wrong = entry();
        ArrayNode days = (ArrayNode) wrong.path("days");
        days.add(day("2027-12-31", "HOLIDAY"));
        days.add(day("2028-01-01", "SWAP_OFF")); // Saturday
        days.add(day("2028-01-03", "SWAP_WORK")); // Monday
        days.add(day("2028-01-03", "HOLIDAY"));
        days.add(day("32 January", "HOLIDAY"));
        days.add(day("2028-01-05", "SUBSTITUTE").put("substitutesFor", "2028-01-03"));
        days.add(Json.object().put("date", "2028-01-06").put("kind", "FEAST"));
        days.add(7);
        wrong.put("status", "FINAL").put("year", 2027).put("version", -1).put("note", "?");

        Answer answer = put(2028, wrong, AGENCY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/year",
                        "/status",
                        "/version",
                        "/days/7",
                        "/days/4/date",
                        "/days/6/kind",
                        "/days/6/name",
                        "/days/6/basis",
                        "/days/0/date",
                        "/days/1/date",
                        "/days/2/date",
                        "/days/3/date",
                        "/days/5/date",
                        "/note");
        assertThat(answer.codes())
                .contains(
                        "OUTSIDE_YEAR",
                        "ALREADY_OFF",
                        "ALREADY_WORKING",
                        "DAY_TWICE",
                        "NOTHING_TO_SUBSTITUTE",
                        "BAD_FORMAT");
        assertThat(get(2028, HR).status()).isEqualTo(404);
    }

    @Test
    void aCountThatIsNotOursIsAnError() {
        ObjectNode year = read(2027);
        assertThat(put(2027, year.deepCopy().put("workingDays", 248), AGENCY).codes())
                .containsExactly("WORKING_DAYS_DIFFER");
        assertThat(put(2027, year.put("status", "CONFIRMED"), AGENCY).status()).isEqualTo(200);
    }

    @Test
    void aYearWithoutDaysIsNone() {
        assertThat(put(2028, entry(), AGENCY).codes()).containsExactly("TOO_FEW");
        assertThat(put(2028, Json.object().put("status", "DRAFT"), AGENCY).codes())
                .containsExactly("TOO_FEW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[bagalau:hr]", "[bagalau:digital bagalau:employee]", "[]", "agency2"})
    void nobodyButTheAgencyEditsAYear(String roles) {
        assertThat(put(2028, entry(newYear(2028)), Map.of("sub", "x", "roles", roles)).status())
                .isEqualTo(403);
        assertThat(get(2028, HR).status()).isEqualTo(404);
    }

    @Test
    void withoutClaimsNothingIsToldOrEntered() {
        assertThat(get(2025, NOBODY).status()).isEqualTo(401);
        assertThat(put(2028, entry(newYear(2028)), NOBODY).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"kk, орнына", "ru, заменять", "en, in place of"})
    void errorsAreToldInTheCallersLanguage(String language, String word) {
        ObjectNode wrong =
                entry(day("2028-01-05", "SUBSTITUTE").put("substitutesFor", "2028-01-03"));

        var answer =
                Call.of(
                                "PUT /calendar/{year}",
                                Call.to(
                                        sandbox.runtime("ManageCalendar", clock()),
                                        ManageCalendar::new))
                        .by(AGENCY)
                        .path("year", "2028")
                        .body(wrong)
                        .in(language)
                        .send();

        assertThat(answer.body().path("errors").path(0).path("message").asText()).contains(word);
    }

    private static ObjectNode[] newYear(int year) {
        return new ObjectNode[] {day(year + "-01-01", "HOLIDAY"), day(year + "-01-07", "DAY_OFF")};
    }

    private static ObjectNode entry(ObjectNode... days) {
        ObjectNode entry = Json.object().put("status", "DRAFT");
        entry.putArray("days").addAll(List.of(days));
        return entry;
    }

    private static ObjectNode day(String date, String kind) {
        ObjectNode day = Json.object().put("date", date).put("kind", kind).put("basis", "an act");
        day.putObject("name").put("kk", "атауы").put("ru", "название").put("en", "name");
        return day;
    }

    private static ObjectNode with(ObjectNode year, String date, String kind) {
        ((ArrayNode) year.path("days")).add(day(date, kind));
        return year;
    }

    private ObjectNode read(int year) {
        return (ObjectNode) get(year, HR).body();
    }

    private Answer get(int year, Map<String, String> claims) {
        return Call.of(
                        "GET /calendar/{year}",
                        Call.to(sandbox.runtime("ManageCalendar", clock()), ManageCalendar::new))
                .by(claims)
                .path("year", Integer.toString(year))
                .send();
    }

    private Answer version(int year, String version) {
        return Call.of(
                        "GET /calendar/{year}",
                        Call.to(sandbox.runtime("ManageCalendar", clock()), ManageCalendar::new))
                .by(HR)
                .path("year", Integer.toString(year))
                .query("version", version)
                .send();
    }

    private Answer put(int year, JsonNode body, Map<String, String> claims) {
        return Call.of(
                        "PUT /calendar/{year}",
                        Call.to(sandbox.runtime("ManageCalendar", clock()), ManageCalendar::new))
                .by(claims)
                .path("year", Integer.toString(year))
                .body(body)
                .send();
    }

    private List<Map<String, AttributeValue>> audit(int year) {
        return sandbox.dynamo()
                .query(request ->
                        request.tableName(sandbox.table("Records"))
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Item.text("audit#calendar#" + year))))
                .items();
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }
}
