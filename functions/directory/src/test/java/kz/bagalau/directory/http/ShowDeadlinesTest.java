package kz.bagalau.directory.http;

import static kz.bagalau.directory.http.Callers.AGENCY;
import static kz.bagalau.directory.http.Callers.HR;
import static kz.bagalau.directory.http.Callers.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowDeadlinesTest {

    private static final Map<String, String> EMPLOYEE =
            Map.of("sub", "e1", "roles", "[bagalau:employee]");

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @Test
    void anybodySignedInReadsTheRules_eachWithItsCitation() {
        Answer answer = list(EMPLOYEE);

        assertThat(answer.body().path("rules")).hasSize(Deadline.values().length);
        JsonNode first = answer.body().path("rules").path(0);
        assertThat(first.path("rule").asText()).isEqualTo("kpi.set");
        assertThat(first.path("citation").asText()).endsWith("¶43");
        assertThat(first.path("wordings").path(1).path("repealed").asBoolean()).isTrue();
        assertThat(first.path("wordings").path(1).path("from").asText()).isEqualTo("2023-09-01");
    }

    @Test
    void aDeadlineIsCountedDayByDay() {
        JsonNode due = count("kpi.appeal", "2026-04-29").body(); // E73

        assertThat(due.path("due").asText()).isEqualTo("2026-05-18");
        assertThat(due.path("nominalDue").asText()).isEqualTo("2026-05-18");
        assertThat(due.path("safeDue").asText()).isEqualTo("2026-05-18");
        assertThat(due.path("provisional").asBoolean()).isFalse();
        assertThat(due.path("inForce").asBoolean()).isFalse(); // chapter 6 has lapsed
        assertThat(due.path("citation").asText()).endsWith("¶69");
        assertThat(due.path("conventions").path(0).path("code").asText()).isEqualTo("C1");
        assertThat(due.path("counted")).hasSize(10);
        assertThat(due.path("counted").path(0).asText()).isEqualTo("2026-04-30");
        assertThat(due.path("passedOver").path(0).path("date").asText()).isEqualTo("2026-05-01");
        assertThat(due.path("passedOver").path(0).path("kind").asText()).isEqualTo("HOLIDAY");
        assertThat(due.path("passedOver").path(1).has("kind")).isFalse(); // Saturday
    }

    @ParameterizedTest
    @CsvSource({
        "appraisal.quarter, 2025-03-31, 2025-04-20, 2025-04-18, false", // E01
        "appraisal.year, 2026-12-31, 2027-01-30, 2027-01-29, true", // E07
        "flexible.period, 2025-08-31, 2026-02-28, 2026-02-28, false", // W34
        "flexible.period, 2035-03-10, 2035-09-09, 2035-09-09, false", // W-28, no calendar
        "records.keep, 2026-01-20, 2029-01-20, 2029-01-20, true" // E103
    })
    void fixedDatesAndMonthsAreNotMoved(
            String rule, String from, String due, String safeDue, boolean provisional) {
        JsonNode found = count(rule, from).body();

        assertThat(found.path("due").asText()).isEqualTo(due);
        assertThat(found.path("safeDue").asText()).isEqualTo(safeDue);
        assertThat(found.path("provisional").asBoolean()).isEqualTo(provisional);
    }

    @Test
    void aYearThatTheAgencyEditsCountsFromThen() {
        assertThat(count("calibration.apply", "2026-12-28").body().path("due").asText())
                .isEqualTo("2027-01-06");
        edit(2027, "2027-01-06", "SWAP_OFF");

        JsonNode found = count("calibration.apply", "2026-12-28").body();

        assertThat(found.path("due").asText()).isEqualTo("2027-01-08");
        assertThat(found.path("provisional").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kpi.set, 2025-02-30, BAD_FORMAT",
        "kpi.set, yesterday, BAD_FORMAT",
        "kpi.set, +999999999-12-31, BAD_FORMAT",
        "appraisal.quarter, 2025-03-30, NOT_A_QUARTER_END",
        "appraisal.inform-dismissed, 2025-10-01, NOT_A_QUARTER_END",
        "appraisal.year, 2025-12-30, NOT_A_YEAR_END",
        "kpi.set, 2027-12-20, BEYOND_CALENDAR",
        "kpi.set, 2030-06-01, BEYOND_CALENDAR",
        "kpi.set, 0000-01-01, BEYOND_CALENDAR",
        "flexible.period, 9999-12-31, BEYOND_CALENDAR"
    })
    void whatCannotBeCountedIsToldByName(String rule, String from, String code) {
        Answer answer = count(rule, from);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly("from");
    }

    @Test
    void theDayToCountFromIsAskedFor() {
        Answer answer =
                Call.of(
                                "GET /deadlines/{rule}",
                                Call.to(
                                        sandbox.runtime("ShowDeadlines", Clock.systemUTC()),
                                        ShowDeadlines::new))
                        .by(HR)
                        .path("rule", "kpi.set")
                        .send();

        assertThat(answer.codes()).containsExactly("REQUIRED");
    }

    @Test
    void aRuleThatIsNoneIsNotThere() {
        assertThat(count("kpi.never", "2025-05-05").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void refusalsAreToldInTheCallersLanguage(String language) {
        Answer answer =
                Call.of(
                                "GET /deadlines/{rule}",
                                Call.to(
                                        sandbox.runtime("ShowDeadlines", Clock.systemUTC()),
                                        ShowDeadlines::new))
                        .by(HR)
                        .path("rule", "kpi.set")
                        .query("from", "2029-01-01")
                        .in(language)
                        .send();

        assertThat(answer.body().path("errors").path(0).path("message").asText()).contains("2029");
    }

    @Test
    void withoutClaimsNothingIsTold() {
        assertThat(list(NOBODY).status()).isEqualTo(401);
        assertThat(
                        Call.of(
                                        "GET /deadlines/{rule}",
                                        Call.to(
                                                sandbox.runtime("ShowDeadlines", Clock.systemUTC()),
                                                ShowDeadlines::new))
                                .by(NOBODY)
                                .path("rule", "kpi.set")
                                .query("from", "2025-05-05")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    private void edit(int year, String date, String kind) {
        var runtime = sandbox.runtime("ManageCalendar", Clock.systemUTC());
        var calendar =
                (ObjectNode)
                        Call.of("GET /calendar/{year}", Call.to(runtime, ManageCalendar::new))
                                .by(AGENCY)
                                .path("year", Integer.toString(year))
                                .send()
                                .body();
        calendar.put("status", "CONFIRMED").remove("workingDays");
        ObjectNode day = ((ArrayNode) calendar.path("days")).addObject();
        day.put("date", date).put("kind", kind).put("basis", "an act");
        day.putObject("name").put("kk", "атауы").put("ru", "название").put("en", "name");
        var answer =
                Call.of("PUT /calendar/{year}", Call.to(runtime, ManageCalendar::new))
                        .by(AGENCY)
                        .path("year", Integer.toString(year))
                        .body(calendar)
                        .send();
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer list(Map<String, String> claims) {
        return Call.of(
                        "GET /deadlines",
                        Call.to(
                                sandbox.runtime("ShowDeadlines", Clock.systemUTC()),
                                ShowDeadlines::new))
                .by(claims)
                .send();
    }

    private Answer count(String rule, String from) {
        return Call.of(
                        "GET /deadlines/{rule}",
                        Call.to(
                                sandbox.runtime("ShowDeadlines", Clock.systemUTC()),
                                ShowDeadlines::new))
                .by(EMPLOYEE)
                .path("rule", rule)
                .query("from", from)
                .send();
    }
}
