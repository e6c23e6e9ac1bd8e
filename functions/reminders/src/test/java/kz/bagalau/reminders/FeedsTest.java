package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.BODY;
import static kz.bagalau.reminders.Stage.EMPLOYEE;
import static kz.bagalau.reminders.Stage.HR;
import static kz.bagalau.reminders.Stage.MONDAY;
import static kz.bagalau.reminders.Stage.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Party;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.sandbox.HttpAnswer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {

    @AutoClose private final Stage stage = new Stage();

    @Test
    void aFeedShowsDaysAndCounts_andNoNameOrDocument() {
        for (int i = 0; i < 3; i++) {
            stage.document("k-" + i, Party.person("hr-1"), MONDAY);
        }
        stage.document("k-3", Party.office(Role.HR, BODY), MONDAY);
        stage.document("k-4", Party.office(Role.HR, BODY), MONDAY.plusDays(1));
        stage.document("k-5", Party.person("emp-1"), MONDAY);
        JsonNode feed = made(HR);

        HttpAnswer answer = feed(feed.path("user").asText(), feed.path("password").asText());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).isEqualTo("text/calendar; charset=utf-8");
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n"))
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "UID:20260413-" + feed.path("id").asText() + "@bagalau",
                        "DTSTAMP:20260413T030000Z",
                        "DTSTART;VALUE=DATE:20260413",
                        "SUMMARY:Tasks due: 4",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART;VALUE=DATE:20260414",
                        "SUMMARY:Tasks due: 1",
                        "END:VEVENT",
                        "END:VCALENDAR");
        assertThat(text).doesNotContain("k-0", "kpi", "hr-1", "emp-1", BODY);
    }

    @Test
    void aTermThatMovedWithTheCalendar_isCountedOnItsNewDay() {
        stage.counted("k-1", Party.person("emp-1"), MONDAY.minusDays(4)); // Monday
        stage.dayOff(MONDAY);

        assertThat(text(made(Stage.EMPLOYEE)))
                .contains("DTSTART;VALUE=DATE:20260414")
                .doesNotContain("DTSTART;VALUE=DATE:20260413");
    }

    /// No. 245, ¶3: of who is absent, on the days of the order, in the body, and never in the own
    /// case.
    @Test
    void p3_theFeedOfASubstituteCountsTheTasksOfWhoIsAbsent() {
        stage.staff(
                List.of("chief", "deputy", "worker"),
                Map.of("chief", new Span(MONDAY, Optional.of(MONDAY.plusDays(4)))),
                new Substitution(
                        "s-1",
                        new Substitution.Absent("chief"),
                        "deputy",
                        new Span(MONDAY.minusDays(7), Optional.of(MONDAY.plusDays(2))),
                        new Order("12", MONDAY.minusDays(8), Optional.empty())));
        stage.about("k-1", Party.person("chief"), "worker");
        stage.about("k-2", Party.person("chief"), "worker");
        stage.about("k-3", Party.person("chief"), "deputy");
        stage.document(Stage.OTHER, "k-4", Party.person("chief"), MONDAY);
        stage.document("k-5", Party.person("deputy"), MONDAY);
        JsonNode deputy = made(caller("deputy", BODY, Role.EMPLOYEE));
        JsonNode stranger = made(caller("deputy", Stage.OTHER, Role.EMPLOYEE));
        JsonNode chief = made(caller("chief", BODY, Role.ASSESSOR));

        for (int day = -1; day <= 3; day++) {
            stage.day(MONDAY.plusDays(day));
            boolean acts = day >= 0 && day <= 2;
            assertThat(text(deputy).contains("SUMMARY:Tasks due: 2\r\n"))
                    .as("%d", day)
                    .isEqualTo(acts);
            assertThat(text(stranger)).doesNotContain("SUMMARY:Tasks due: 2\r\n");
            assertThat(text(chief)).contains("SUMMARY:Tasks due: 3\r\n");
        }
    }

    @Test
    void theUidOfADayStays_whateverTheCount() {
        stage.document("k-1", Party.person("emp-1"), MONDAY);
        JsonNode feed = made(EMPLOYEE);
        String before = text(feed);
        stage.document("k-2", Party.person("emp-1"), MONDAY);

        assertThat(uids(text(feed))).isEqualTo(uids(before)).hasSize(1);
    }

    @Test
    void theAddressIsThatOfThePages_andThePasswordIsShownOnce() {
        JsonNode feed = made(EMPLOYEE);

        assertThat(feed.path("url").asText()).endsWith("/feeds/tasks.ics").startsWith("https://");
        assertThat(feed.path("user").asText()).isEqualTo(feed.path("id").asText());
        String password = feed.path("password").asText();
        assertThat(Base64.getUrlDecoder().decode(password)).hasSize(16);
        assertThat(made(EMPLOYEE).path("password").asText()).isNotEqualTo(password);
        assertThat(stage.table.dynamo().scan(all -> all.tableName(stage.table.name())).items())
                .isNotEmpty()
                .noneMatch(item -> item.toString().contains(password));
    }

    /// Whatever is wrong, nothing shows whether the user exists.
    @Test
    void anUnknownUserAndAWrongPasswordAreAnsweredAlike() {
        JsonNode feed = made(EMPLOYEE);
        String user = feed.path("user").asText();
        String password = feed.path("password").asText();
        HttpAnswer nobody = call().raw();

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.headers().get("www-authenticate")).startsWith("Basic realm=");
        for (String login :
                List.of(
                        basic(user, "wrong"),
                        basic(user, ""),
                        basic(user, password + "x"),
                        basic(user.toUpperCase(Locale.ROOT), password),
                        basic("0f8fad5b-d9cb-469f-a165-70867728950e", password),
                        basic("", password),
                        basic("a".repeat(100), password),
                        basic("a#b", password),
                        "Basic",
                        "Basic ???",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("nocolon".getBytes(StandardCharsets.UTF_8)),
                        "Bearer " + password,
                        "x".repeat(5_000))) {
            HttpAnswer answer = call().header("authorization", login).raw();
            assertThat(answer.status()).as(login).isEqualTo(401);
            assertThat(answer.body()).as(login).isEqualTo(nobody.body());
            assertThat(answer.headers()).as(login).isEqualTo(nobody.headers());
        }
        assertThat(feed(user, password).status()).isEqualTo(200);
        assertThat(
                        call().header(
                                        "authorization",
                                        basic(user, password).replace("Basic", "basic"))
                                .raw()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void onlyItsOwnerDeletesAFeed_andThenItIsGone() {
        JsonNode feed = made(EMPLOYEE);
        for (Caller other : List.of(HR, caller("emp-2", BODY, Role.EMPLOYEE), Stage.AGENCY)) {
            assertThat(delete(other, feed.path("id").asText()).status()).isEqualTo(404);
        }
        assertThat(feed(feed.path("user").asText(), feed.path("password").asText()).status())
                .isEqualTo(200);

        assertThat(delete(EMPLOYEE, feed.path("id").asText()).status()).isEqualTo(200);

        assertThat(feed(feed.path("user").asText(), feed.path("password").asText()).status())
                .isEqualTo(401);
        assertThat(delete(EMPLOYEE, feed.path("id").asText()).status()).isEqualTo(404);
        assertThat(delete(EMPLOYEE, "no such#feed").status()).isEqualTo(404);
    }

    /// The first answer was lost on its way.
    @Test
    void theSameRequestAgainGivesTheSameFeedAnotherPassword() {
        JsonNode first = make(EMPLOYEE, "key-1").body();
        Answer again = make(EMPLOYEE, "key-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id")).isEqualTo(first.path("id"));
        assertThat(again.body().path("password")).isNotEqualTo(first.path("password"));
        String user = first.path("user").asText();
        assertThat(feed(user, first.path("password").asText()).status()).isEqualTo(401);
        assertThat(feed(user, again.body().path("password").asText()).status()).isEqualTo(200);

        delete(EMPLOYEE, user);
        assertThat(make(EMPLOYEE, "key-1").status()).isEqualTo(404);
        // another's key of the same name is another key
        assertThat(make(HR, "key-1").body().path("id")).isNotEqualTo(first.path("id"));
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_theSameRequestAgainGivesOneFeed(Moment moment) {
        for (int request = 1; request <= 2; request++) {
            String key = moment + "-" + request;
            stage.call("POST /feeds")
                    .by(EMPLOYEE)
                    .header("idempotency-key", key)
                    .sendDying(request, moment);
            JsonNode feed = make(EMPLOYEE, key).body();
            assertThat(feed(feed.path("user").asText(), feed.path("password").asText()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFeedEndsAtItsTime() {
        JsonNode feed = made(EMPLOYEE);
        assertThat(feed.path("until").asText()).startsWith("2027-05-18");

        stage.day(MONDAY.plusDays(400));

        assertThat(feed(feed.path("user").asText(), feed.path("password").asText()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void aFeedSpeaksTheLanguageInWhichItWasMade(String language) {
        stage.document("k-1", Party.person("emp-1"), MONDAY);
        JsonNode feed = stage.call("POST /feeds").by(EMPLOYEE).in(language).send().body();

        String text = text(feed);

        assertThat(text)
                .contains(
                        switch (language) {
                            case "kk" -> "SUMMARY:Тапсырмалар мерзімі: 1";
                            case "ru" -> "SUMMARY:Сроки по задачам: 1";
                            default -> "SUMMARY:Tasks due: 1";
                        });
    }

    @Test
    void anEmptyObjectIsNoBody() {
        var event = stage.call("POST /feeds").by(EMPLOYEE).event().put("body", "{}");

        assertThat(stage.answer("ManageFeeds", event).status()).isEqualTo(201);
    }

    @Test
    void nothingIsAskedForWhenAFeedIsMade() {
        Answer answer =
                stage.call("POST /feeds").by(EMPLOYEE).body("{\"parties\":[\"hr:x\"]}").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/parties");
    }

    private static List<String> uids(String text) {
        return text.lines().filter(line -> line.startsWith("UID:")).toList();
    }

    private JsonNode made(Caller caller) {
        Answer answer = stage.call("POST /feeds").by(caller).send();
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private Answer make(Caller caller, String key) {
        return stage.call("POST /feeds").by(caller).header("idempotency-key", key).send();
    }

    private Answer delete(Caller caller, String id) {
        return stage.call("DELETE /feeds/{id}").by(caller).path("id", id).send();
    }

    private String text(JsonNode feed) {
        return new String(
                feed(feed.path("user").asText(), feed.path("password").asText()).bytes(),
                StandardCharsets.UTF_8);
    }

    private HttpAnswer feed(String user, String password) {
        return call().header("authorization", basic(user, password)).raw();
    }

    private Call call() {
        return stage.call("GET /feeds/tasks.ics");
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
