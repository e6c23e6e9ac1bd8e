package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kz.bagalau.forms.report.AccessEvents;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.demo.Demo;
import kz.bagalau.local.demo.DemoPassages;
import kz.bagalau.local.demo.DemoReports;
import kz.bagalau.local.demo.FilledForm;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.start.Settings;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Schedule;
import kz.bagalau.rules.worktime.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole way of reports on one machine: a schedule, files sent to the store of files as their
/// permits say, told of through the queue, read, and turned into facts with their cells.
class DemoReportsTest {

    private static JsonNode bodies() {
        ObjectNode data = Json.object();
        ObjectNode body = data.putArray("bodies").addObject();
        body.put("id", "min-digital")
                .put("kind", "OMO")
                .put("headcount", 61)
                .put("leaning", 0.5)
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
            entry.remove(List.of("id", "leaning", "reports", "leavers"));
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
                    .hasSize(5 + 12);
            assertThat(facts.path("headcount.norm_average").path("value").asText()).isEqualTo("40");
            assertThatTheHoursAreThoseOfTheListings(client, facts);

            byte[] empty = Forms.find("appendix-7").orElseThrow().template(Language.KK);
            JsonNode refused =
                    reports.upload(
                            Demo.hr("min-digital"), "appendix-7", "2025", "empty.xlsx", empty);
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

    /// ¶40.1, ¶40.2: every month was sent, by workbook or by CSV, and what is listed of its days
    /// adds up to the fact.
    private static void assertThatTheHoursAreThoseOfTheListings(Client client, JsonNode facts) {
        JsonNode months = facts.path("hours.overtime_weekday").path("source").path("months");
        assertThat(months.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj("2025-%02d"::formatted).toList());
        Map<String, BigDecimal> listed = new TreeMap<>();
        Set<String> endings = new TreeSet<>();
        Set<String> warnings = new TreeSet<>();
        for (JsonNode month : months) {
            JsonNode report =
                    client.send(
                                    Demo.hr("min-digital"),
                                    "GET",
                                    "/reports/" + month.path("report").asText(),
                                    null)
                            .expect(200)
                            .body();
            String name = report.path("fileName").asText();
            endings.add(name.substring(name.lastIndexOf('.')));
            report.path("warnings").forEach(warning -> warnings.add(warning.path("code").asText()));
            JsonNode listing = report.path("aids");
            assertThat(listing.path("peopleOutsideScope").asInt()).isEqualTo(3);
            assertThat(listing.path("units")).hasSize(4);
            for (JsonNode person : listing.path("people")) {
                for (JsonNode day : person.path("days")) {
                    String kind = day.path("working").asBoolean() ? "weekday" : "weekend";
                    add(listed, kind, day.path("hours"));
                    add(listed, kind + "_authorised", day.path("authorised"));
                }
            }
        }
        assertThat(endings).containsExactly(".csv", ".xlsx");
        assertThat(warnings).contains("EXITS_MISSING", "ENTRIES_MISSING", "PASSAGES_REPEATED");
        assertThat(listed)
                .containsOnlyKeys("weekday", "weekday_authorised", "weekend", "weekend_authorised");
        listed.forEach((kind, hours) ->
                assertThat(
                                new BigDecimal(
                                        facts.path("hours.overtime_" + kind)
                                                .path("value")
                                                .asText()))
                        .as(kind)
                        .isPositive()
                        .isCloseTo(hours, within(new BigDecimal("0.01"))));
    }

    private static void add(Map<String, BigDecimal> sums, String kind, JsonNode hours) {
        if (!hours.isMissingNode()) {
            sums.merge(kind, new BigDecimal(hours.asText()), BigDecimal::add);
        }
    }

    /// Lists that differ in nothing but their type are read as the same hours.
    @ParameterizedTest
    @EnumSource(Language.class)
    void aMonthAsCsvSaysWhatItSaysAsAWorkbook(Language language, @TempDir Path folder)
            throws IOException {
        YearMonth month = YearMonth.of(2025, 3);
        FilledForm form =
                DemoPassages.of(
                        new DemoPassages.Place(
                                "b", Scope.AKIM, List.of("U \"1\"", "V; 2"), 20, 0.5),
                        month,
                        language);
        Path workbook = Files.write(folder.resolve("a.xlsx"), form.bytes());
        Path csv = Files.write(folder.resolve("a.csv"), form.csv());

        var days = WorkingCalendar.published().year(month.getYear());
        var one = AccessEvents.read(workbook, FileType.XLSX, month, days, new Schedule());
        var other = AccessEvents.read(csv, FileType.CSV, month, days, new Schedule());

        assertThat(one.reading().problems()).isEmpty();
        assertThat(other).usingRecursiveComparison().isEqualTo(one);
        assertThat(one.overtime().orElseThrow().total().weekday()).isPositive();
    }
}
