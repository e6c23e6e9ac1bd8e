package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of reports on one machine: a schedule, files sent to the store of files as their
/// permits say, told of through the queue, read, and turned into facts with their cells.
class DemoReportsTest {

    private static JsonNode bodies() {
        ObjectNode data = Json.object();
        ObjectNode body = data.putArray("bodies").addObject();
        body.put("id", "min-digital")
                .put("kind", "OMO")
                .put("headcount", 61)
                .put("reports", "KK")
                .putObject("leavers")
                .put("interviewed", 13)
                .put("paper", 1)
                .put("silent", 3)
                .put("exempt", 3);
        body.putObject("name").put("kk", "М").put("ru", "М").put("en", "M");
        return data;
    }

    @Test
    void theFilesOfABody_areReadByTheIntake_andTheirFactsStandWithTheirCells(@TempDir Path folder) {
        try (Host host = Host.start(new Settings(0, folder, true, false), line -> {});
                Client client = new Client(host.address())) {
            ObjectNode entry = (ObjectNode) bodies().path("bodies").path(0).deepCopy();
            entry.remove(List.of("id", "reports", "leavers"));
            client.send(Demo.AGENCY, "PUT", "/bodies/min-digital", entry).expect(200);
            var reports =
                    new DemoReports(client, line -> {}, bodies(), 2025, LocalDate.of(2099, 1, 15));

            reports.make();
            reports.make(); // a start that was interrupted goes on

            JsonNode facts =
                    client.send(Demo.AGENCY, "GET", "/facts/min-digital/2025", null)
                            .expect(200)
                            .body()
                            .path("facts");
            assertThat(facts.path("exit.dismissed").path("value").asInt()).isEqualTo(20);
            assertThat(facts.path("it.employees").path("value").asInt()).isEqualTo(61);
            assertThat(facts.path("competitions.held").path("value").asInt()).isEqualTo(14);
            assertThat(facts.path("headcount.monthly").path("value")).hasSize(12);
            JsonNode source = facts.path("it.trained").path("source");
            assertThat(source.path("kind").asText()).isEqualTo("report");
            assertThat(source.path("form").asText()).isEqualTo("appendix-8");
            assertThat(source.path("cells").asText()).isNotEmpty();
            JsonNode report =
                    client.send(
                                    Demo.hr("min-digital"),
                                    "GET",
                                    "/reports/" + source.path("report").asText(),
                                    null)
                            .expect(200)
                            .body();
            assertThat(report.path("excluded").path("official_use").asInt()).isEqualTo(1);
            assertThat(report.path("aids")).isNotEmpty();
            assertThat(
                            client.send(
                                            Demo.hr("min-digital"),
                                            "GET",
                                            "/reports?body=min-digital&year=2025",
                                            null)
                                    .expect(200)
                                    .body()
                                    .path("reports"))
                    .hasSize(5);

            byte[] empty = Forms.find("appendix-7").orElseThrow().template(Language.KK);
            JsonNode refused =
                    reports.upload(Demo.hr("min-digital"), "min-digital", "appendix-7", empty);
            assertThat(refused.path("state").asText()).isEqualTo("REJECTED");
            assertThat(refused.path("errors"))
                    .isNotEmpty()
                    .allSatisfy(error -> {
                        assertThat(error.path("sheet").asText()).isNotEmpty();
                        assertThat(error.path("code").asText()).isNotEmpty();
                        assertThat(error.path("message").asText()).isNotEmpty();
                    });
            assertThat(refused.path("penalty").path("kinds").path(0).asText())
                    .isIn("INCORRECT", "INCOMPLETE");
        }
    }
}
