package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.made;
import static kz.bagalau.worktime.Field.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.desk.Desk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A year of a body under monitoring (121 ¶6 to ¶17), as its authority, two officials and the body
/// live it: planned with a visit in every quarter, approved, sent in advance, visited, recorded,
/// answered; two visits besides, and no third.
class YearOfMonitoringTest {

    private static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2026, 2, 10),
                    LocalDate.of(2026, 5, 12),
                    LocalDate.of(2026, 8, 11),
                    LocalDate.of(2026, 11, 10)); // Tuesdays
    private static final LocalDate FIRST_BESIDES = LocalDate.of(2026, 3, 17);
    private static final LocalDate SECOND_BESIDES = LocalDate.of(2026, 9, 15);

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Field field = new Field(SANDBOX);

    @Test
    void aBodyIsPlanned_visitedInEachQuarter_recordedAndAnswered() throws IOException {
        String plan = planned();
        List<String> visits = new ArrayList<>();
        for (int quarter = 1; quarter <= DAYS.size(); quarter++) {
            LocalDate day = DAYS.get(quarter - 1);
            field.now = Field.at(day, "08:30");
            ObjectNode entry = field.planned(item(plan, quarter), field.ministry, day);
            Answer registered = field.post("/visits", field.monitor, entry);
            visits.add(made(registered));
            assertThat(registered.body().path("warnings")).as("sent in advance").isEmpty();
            JsonNode before = ok(field.get("/visit-plans/" + plan, field.agency));
            assertThat(before.at("/quarters/" + (quarter - 1) + "/met").asBoolean()).isFalse();

            Field.Act act = visited(visits.getLast(), day);
            answered(visits.getLast(), act, day, "quarter " + quarter);
        }
        JsonNode kept = ok(field.get("/visit-plans/" + plan, field.hr));
        assertThat(kept.path("items").findValuesAsText("state"))
                .containsExactly("DONE", "DONE", "DONE", "DONE");
        JsonNode quarters = ok(field.get("/visit-plans/" + plan, field.agency)).path("quarters");
        assertThat(quarters).hasSize(4).allMatch(quarter -> quarter.path("met").asBoolean());
        assertThat(quarters).allMatch(quarter -> quarter.path("held").asInt() == 1);

        unscheduledTwice_andNotAThirdTime();

        JsonNode results = ok(field.get("/monitoring-results", field.hr)).path("results");
        assertThat(results.findValuesAsText("state")).hasSize(6).containsOnly("ANSWERED");
        assertThat(ok(field.get("/visit-acts", field.hr)).path("acts").findValuesAsText("state"))
                .hasSize(6)
                .containsOnly("SIGNED");
        assertThat(
                        ok(field.call("GET", "/visits", field.monitor).query("year", "2026").send())
                                .path("visits"))
                .filteredOn(visit -> visit.path("body").asText().equals(field.ministry))
                .extracting(visit -> visit.path("state").asText())
                .hasSize(6)
                .containsOnly("DONE");
    }

    /// In December for the year to come.
    private String planned() {
        field.now = Field.at(LocalDate.of(2025, 12, 8), "10:00");
        String plan = field.drafted(field.agency, field.ministry, 1, 2, 4);
        ObjectNode approval = field.at(Desk.PLAN, plan).put("act", "№ 5");
        Answer empty = field.put("/visit-plans/" + plan + "/approve", field.agency, approval);
        assertThat(empty.text("code")).isEqualTo("QUARTER_EMPTY");
        ObjectNode whole = field.plan(field.ministry, 1, 2, 3, 4);
        whole.setAll(field.at(Desk.PLAN, plan));
        ok(field.put("/visit-plans/" + plan, field.agency, whole));
        assertThat(field.get("/visit-plans/" + plan, field.hr).status()).isEqualTo(404);
        approval.setAll(field.at(Desk.PLAN, plan));
        ok(field.put("/visit-plans/" + plan + "/approve", field.agency, approval));
        ok(
                field.post(
                        "/visit-plans/" + plan + "/send",
                        field.agency,
                        field.sending(plan, field.ministry)));
        assertThat(ok(field.get("/visit-plans/" + plan, field.hr)).path("items")).hasSize(4);
        return plan;
    }

    private String item(String plan, int quarter) {
        return ok(field.get("/visit-plans/" + plan, field.agency))
                .path("items")
                .valueStream()
                .filter(item -> item.path("quarter").asText().equals("2026-Q" + quarter))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /// An evening: an explanation, a photo, an act that both officials sign.
    private Field.Act visited(String visit, LocalDate day) {
        String path = "/visits/" + visit;
        field.now = Field.at(day, "21:00");
        ObjectNode start = field.at(Desk.VISIT, visit).put("cardsShown", true);
        ok(
                field.post(
                        path + "/start",
                        field.monitor,
                        start.put("at", Field.at(day, "19:00").toString())));
        made(
                field.post(
                        path + "/explanations",
                        field.monitor,
                        Json.object()
                                .put("person", "Дана Ахметова")
                                .put("requestedAt", Field.at(day, "19:30").toString())
                                .put("text", "a report is due")
                                .put("receivedAt", Field.at(day, "19:35").toString())));
        Answer evidence =
                field.post(
                        path + "/evidence",
                        field.monitor,
                        field.evidence().put("takenAt", Field.at(day, "19:41").toString()));
        assertThat(Field.send(evidence.body().path("upload"), Field.PHOTO)).isEqualTo(200);
        ObjectNode observed =
                field.act("e2", "19:40").put("observedAt", Field.at(day, "19:40").toString());
        observed.putArray("evidence").add(made(evidence));
        Answer drafted = field.post(path + "/acts", field.monitor, observed);
        Field.Act act = new Field.Act(visit, made(drafted), drafted.text("sha256"));
        assertThat(drafted.body().path("outsideMinutes").asInt()).isEqualTo(70);
        ObjectNode finish =
                field.at(Desk.VISIT, visit).put("at", Field.at(day, "20:30").toString());
        assertThat(field.post(path + "/finish", field.monitor, finish).text("code"))
                .isEqualTo("ACT_UNSIGNED");
        ok(field.post(act.path() + "/signatures", field.monitor, act.signature()));
        ok(field.post(act.path() + "/signatures", field.secondMonitor, act.signature()));
        finish.setAll(field.at(Desk.VISIT, visit));
        ok(field.post(path + "/finish", field.monitor, finish));
        return act;
    }

    /// The result is sent and answered; the papers are read as the body reads them.
    private void answered(String visit, Field.Act act, LocalDate day, String findings)
            throws IOException {
        ObjectNode content =
                field.result(field.ministry, visit)
                        .put("from", day.withDayOfMonth(1).toString())
                        .put("to", day.toString())
                        .put("findings", findings);
        String result = made(field.post("/monitoring-results", field.agency, content));
        String path = "/monitoring-results/" + result;
        assertThat(field.get(act.path(), field.hr).status()).as("not sent yet").isEqualTo(404);
        ok(field.post(path + "/send", field.agency, field.at(Desk.RESULT, result)));
        ok(
                field.put(
                        path + "/answer",
                        field.head,
                        field.at(Desk.RESULT, result).put("measures", "measures of " + findings)));

        assertThat(paper(path + ".pdf"))
                .contains(findings)
                .contains("measures of " + findings)
                .contains(shown(day));
        assertThat(workbook(path + ".xlsx")).contains(findings, "measures of " + findings);
        assertThat(paper(act.path() + ".pdf"))
                .contains("Person e2")
                .contains("19:40")
                .contains("18:30")
                .contains("70")
                .contains(shown(day));
    }

    private static String shown(LocalDate day) {
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private String paper(String path) throws IOException {
        byte[] pdf = field.call("GET", path, field.hr).query("lang", "ru").bytes();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String workbook(String path) throws IOException {
        byte[] xlsx = field.call("GET", path, field.hr).query("lang", "ru").bytes();
        StringBuilder text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    /// 121 ¶11: whoever sends it, and also where the year's plan has nothing to do with it.
    private void unscheduledTwice_andNotAThirdTime() throws IOException {
        for (LocalDate day : List.of(FIRST_BESIDES, SECOND_BESIDES)) {
            field.now = Field.at(day, "08:30");
            String visit =
                    made(
                            field.post(
                                    "/visits",
                                    field.monitor,
                                    field.unscheduled(field.ministry, day)));
            Field.Act act = visited(visit, day);
            answered(visit, act, day, "unscheduled " + day);
        }
        LocalDate third = LocalDate.of(2026, 12, 15);
        field.now = Field.at(third, "08:30");
        Answer refused =
                field.post("/visits", field.agency, field.unscheduled(field.ministry, third));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("UNSCHEDULED_LIMIT");

        LocalDate january = LocalDate.of(2027, 1, 12);
        made(field.post("/visits", field.monitor, field.unscheduled(field.ministry, january)));
    }
}
