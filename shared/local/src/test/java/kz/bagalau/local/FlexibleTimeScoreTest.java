package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.demo.DemoReports;
import kz.bagalau.local.demo.DemoStaff;
import kz.bagalau.local.demo.FilledForm;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A flexible act on its way through the whole system: it moves the end of one person's working day
/// [120 ¶17(3)], and with it the hours of ¶40.1 and the points of the body [57/46 ¶40].
class FlexibleTimeScoreTest {

    private static final int YEAR = 2025;
    private static final YearMonth MONTH = YearMonth.of(YEAR, 2);
    private static final String BODY = "akimat-region";
    private static final String EMPLOYEE = "akimat-law-03";
    private static final String CARD = "100401";
    private static final BigDecimal SERVANTS = BigDecimal.TEN;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());
    private static final Person HR = person("hr-1", "hr");
    private static final Person HEAD = person("head-1", "head");
    private static final Person EQYZMET =
            new Person("e-qyzmet", List.of("service"), Optional.empty(), Optional.empty());

    @TempDir Path data;

    private static Person person(String subject, String role) {
        return new Person(subject, List.of(role), Optional.of(BODY), Optional.empty());
    }

    @Test
    void anActChangesTheOvertimeOfItsDays_inTheFactsAndTheScore() throws Exception {
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                Client client = new Client(host.address())) {
            prepare(client);
            for (int month = 1; month <= 12; month++) {
                send(client, YearMonth.of(YEAR, month), month + ".xlsx");
            }
            // 19:00 to midnight, and until 01:15 on the next working day
            assertThat(hours(client)).isEqualByComparingTo("6.25");
            assertThat(points(client)).isEqualByComparingTo(points("6.25"));
            assertThat(overtime(client).path("sendAgain")).isEmpty();

            act(client);
            JsonNode shown = overtime(client);
            assertThat(shown.path("sendAgain"))
                    .extracting(JsonNode::asText)
                    .containsExactly(MONTH.toString());
            assertThat(shown.path("provisional").asBoolean()).isTrue();
            assertThat(hours(client)).isEqualByComparingTo("6.25");

            send(client, MONTH, "again.xlsx");
            // the act's end is 20:30: from 21:00 on
            assertThat(hours(client)).isEqualByComparingTo("4.25");
            assertThat(points(client)).isEqualByComparingTo(points("4.25"));
            assertThat(overtime(client).path("sendAgain")).isEmpty();
            assertThat(overtime(client).path("provisional").asBoolean()).isFalse();
        }
    }

    private static void prepare(Client client) {
        ObjectNode body = Json.object().put("kind", "ZHAO").put("headcount", 118);
        body.putObject("name").put("kk", "Аппарат").put("ru", "Аппарат").put("en", "Office");
        client.send(AGENCY, "PUT", "/bodies/" + BODY, body).expect(200);
        new DemoStaff(client, LocalDate.of(YEAR, 12, 31)).make();
        ObjectNode rules = hours("09:00", "18:30").put("act", "Order No. 3");
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .forEach(rules.putArray("weekdays")::add);
        client.send(HR, "PUT", "/bodies/" + BODY + "/work-rules/2024-01-01", rules).expect(200);
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        ArrayNode items = schedule.putArray("items");
        for (int month = 1; month <= 12; month++) {
            items.addObject()
                    .put("form", "access-events")
                    .put("period", YearMonth.of(YEAR, month).toString())
                    .put("due", "2026-01-12");
        }
        client.send(AGENCY, "PUT", "/assessment-schedules/" + YEAR, schedule).expect(200);
        ObjectNode entry = Json.object().put("basis", "Average of the apparatus");
        ObjectNode facts = entry.putObject("facts");
        facts.put("headcount.norm_average", SERVANTS.toPlainString());
        for (int question = 1; question <= 4; question++) {
            ArrayNode chosen = facts.putArray("survey.q" + question);
            List.of(0, 0, 0, 10).forEach(chosen::add);
        }
        client.send(AGENCY, "PUT", "/facts/" + BODY + "/" + YEAR, entry).expect(200);
    }

    private static ObjectNode hours(String start, String end) {
        return Json.object()
                .put("start", start)
                .put("end", end)
                .put("breakFrom", "13:00")
                .put("breakTo", "14:30");
    }

    /// One ordinary day a month, and in February a day on which somebody leaves after midnight.
    private static void send(Client client, YearMonth month, String fileName) {
        FilledForm form =
                new FilledForm(Forms.find("access-events").orElseThrow(), Language.RU)
                        .row(
                                "persons",
                                Map.of(
                                        "person",
                                        CARD,
                                        "unit",
                                        "Law",
                                        "scope",
                                        "AKIM",
                                        "employee",
                                        EMPLOYEE));
        LocalDate day = month.atDay(10);
        while (!WorkingCalendar.published().isWorking(day)) {
            day = day.plusDays(1);
        }
        LocalDateTime left =
                month.equals(MONTH) ? day.plusDays(1).atTime(1, 15) : day.atTime(18, 20);
        passage(form, "in", day.atTime(10, 55));
        passage(form, "out", left);
        byte[] file = form.bytes();
        JsonNode report =
                new DemoReports(client, line -> {}, Json.object(), YEAR, LocalDate.of(2026, 1, 12))
                        .upload(HR, "access-events", month.toString(), fileName, file);
        assertThat(report.path("state").asText()).as("%s", report).isEqualTo("ACCEPTED");
    }

    private static void passage(FilledForm form, String direction, LocalDateTime time) {
        form.row(
                "passages",
                Map.of("person", CARD, "door", "Main", "direction", direction, "time", time));
    }

    /// Applied for in January, and entered long after its days.
    private static void act(Client client) {
        ObjectNode application =
                Json.object()
                        .put("body", BODY)
                        .put("employee", EMPLOYEE)
                        .put("channel", "EQYZMET")
                        .put("submittedAt", "2025-01-20T05:00:00Z")
                        .put("reasons", "Evening course")
                        .put("from", "2025-02-03")
                        .put("to", "2025-07-02");
        application.set("mode", hours("11:00", "20:30"));
        String id =
                client.send(EQYZMET, "POST", "/flexible-applications", application)
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
        String path = "/flexible-applications/" + id;
        JsonNode stands = client.send(HR, "GET", path, null).expect(200).body();
        if (stands.path("state").asText().equals("SUBMITTED")) {
            ObjectNode receipt =
                    Json.object()
                            .put("version", stands.path("version").asInt())
                            .put("receivedAt", "2025-01-20T05:00:00Z");
            stands = client.send(HR, "PUT", path + "/receipt", receipt).expect(200).body();
        }
        ObjectNode decision =
                Json.object()
                        .put("version", stands.path("version").asInt())
                        .put("decision", "APPROVE");
        client.send(HEAD, "PUT", path + "/decision", decision).expect(200);
        ObjectNode act =
                Json.object()
                        .put("ground", "The employee's application")
                        .put("number", "41-j")
                        .put("signedOn", "2025-01-22")
                        .put("from", "2025-02-03")
                        .put("to", "2025-07-02");
        act.putArray("applications").add(id);
        act.putArray("employees").add(hours("11:00", "20:30").put("employee", EMPLOYEE));
        client.send(HEAD, "POST", "/flexible-acts", act).expect(201);
    }

    private static JsonNode overtime(Client client) {
        return client.send(
                        HR,
                        "GET",
                        "/overtime?body=%s&from=%s&to=%s".formatted(BODY, MONTH, MONTH),
                        null)
                .expect(200)
                .body();
    }

    private static BigDecimal hours(Client client) {
        JsonNode facts =
                client.send(AGENCY, "GET", "/facts/" + BODY + "/" + YEAR, null)
                        .expect(200)
                        .body()
                        .path("facts");
        return fact(facts, "hours.overtime_weekday");
    }

    private static BigDecimal fact(JsonNode facts, String name) {
        return new BigDecimal(facts.path(name).path("value").asText());
    }

    private static BigDecimal points(Client client) throws InterruptedException {
        ObjectNode order = Json.object().put("year", YEAR).put("kind", "PRELIMINARY");
        String run = client.make(AGENCY, "/runs", order).expect(202).body().path("id").asText();
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode shown = Json.object();
        while (System.nanoTime() < end && !shown.path("state").asText().equals("DONE")) {
            Thread.sleep(Duration.ofMillis(100));
            shown = client.send(AGENCY, "GET", "/runs/" + run, null).body();
        }
        JsonNode score =
                client.send(AGENCY, "GET", "/runs/" + run + "/scores/" + BODY, null)
                        .expect(200)
                        .body();
        List<JsonNode> indicators = new ArrayList<>();
        score.path("directions")
                .forEach(direction -> direction.path("indicators").forEach(indicators::add));
        return indicators.stream()
                .filter(indicator -> indicator.path("id").asText().equals("pm.labour_norm"))
                .map(indicator -> new BigDecimal(indicator.path("points").asText("-1")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(score.toString()));
    }

    /// N = N1 + N2 with N1 = 5 · (1 − 8m / (n·b)), b = (d − 21) · 8, and everybody of one mind in
    /// the survey: N2 = 5.
    private static BigDecimal points(String overtime) {
        int days = 0;
        for (LocalDate day = LocalDate.of(YEAR, 1, 1);
                day.getYear() == YEAR;
                day = day.plusDays(1)) {
            days += WorkingCalendar.published().isWorking(day) ? 1 : 0;
        }
        BigDecimal norm = BigDecimal.valueOf((days - 21) * 8L).multiply(SERVANTS);
        return BigDecimal.TEN.subtract(
                new BigDecimal(overtime)
                        .multiply(BigDecimal.valueOf(40))
                        .divide(norm, 6, RoundingMode.HALF_UP));
    }
}
