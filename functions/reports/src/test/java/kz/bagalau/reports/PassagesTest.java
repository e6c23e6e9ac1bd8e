package kz.bagalau.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.contract.Answer;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.BodyKind;
import kz.bagalau.rules.operational.FactValue;
import kz.bagalau.sandbox.Crash;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The passages of a year, sent month by month (¶40.1).
class PassagesTest {

    private static final String MARKER = "door-of-the-minister";

    @AutoClose private final Stage stage = Stage.deployed();

    @BeforeEach
    void aScheduleAndABody() {
        stage.body("min-digital", BodyKind.OMO, null);
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        var items = schedule.putArray("items");
        for (int month = 1; month <= 12; month++) {
            items.addObject()
                    .put("form", "access-events")
                    .put("period", YearMonth.of(2025, month).toString())
                    .put("due", "2026-01-15");
        }
        assertThat(stage.put(schedule).status()).isEqualTo(200);
    }

    @Test
    void p40_1_twelveMonthsMakeTheHoursOfTheYear_roundedOnce() {
        for (int month = 1; month <= 11; month++) {
            send(month, "19:20");
        }
        assertThat(hours("hours.overtime_weekday")).isEmpty();

        send(12, "19:20");

        // twelve times twenty minutes are four hours, not 12 × 0.333333
        assertThat(hours("hours.overtime_weekday").orElseThrow()).isEqualByComparingTo("4");
        assertThat(hours("hours.overtime_weekend").orElseThrow()).isEqualByComparingTo("0");
        JsonNode months =
                fact("hours.overtime_weekday").orElseThrow().claim().source().path("months");
        assertThat(months.size()).isEqualTo(12);
        assertThat(months.path("2025-03").path("hours").asText()).isEqualTo("0.333333");
        assertThat(months.path("2025-03").path("report").asText()).isNotEmpty();
    }

    @Test
    void aCorrectedMonthChangesTheYear() {
        for (int month = 1; month <= 12; month++) {
            send(month, "20:00");
        }
        stage.at(stage.now().plusSeconds(60));
        send(5, "18:00");

        assertThat(hours("hours.overtime_weekday").orElseThrow()).isEqualByComparingTo("11");
    }

    @Test
    void aBodyCanCheckItsHoursByUnitAndDay() {
        JsonNode aids = stage.show(send(6, "20:30")).body().path("aids");

        assertThat(aids.path("units").path(0).path("unit").asText()).isEqualTo("Law");
        assertThat(aids.path("units").path(0).path("hours.overtime_weekday").asText())
                .isEqualTo("1.5");
        assertThat(aids.path("people").path(0).toString())
                .isEqualTo(
                        """
                        {"unit":"Law","person":"17","days":[{"date":"2025-06-02","working":true,"hours":"1.5"}]}\
                        """);
    }

    @Test
    void noPassageIsKeptAfterItsHoursAreCounted_norWhereTheFileIsRefused() {
        send(6, "20:30");
        stage.send(upload(7, "person;unit;scope\n17;Law;CENTRAL\n" + MARKER + "\n"));

        assertThat(stored()).isEmpty();
        assertThat(
                        stage.sandbox
                                .dynamo()
                                .scan(scan -> scan.tableName(stage.sandbox.table("Records")))
                                .items()
                                .toString())
                .doesNotContain(MARKER)
                .doesNotContain("20:30");
    }

    @Test
    void deletingIsMadeUpForWhereTheIntakeDiedBeforeIt() {
        for (int number = 1; ; number++) {
            Upload upload = upload(6, passages(6, "20:30") + " ".repeat(number));
            Answer asked = stage.ask(upload);
            Stage.put(asked.body().path("upload"), upload.content());
            boolean ran =
                    stage.toldDying(stage.key(asked), number, Crash.Moment.BEFORE).isPresent();
            assertThat(stage.told(stage.key(asked))).isTrue();

            assertThat(stored()).isEmpty();
            assertThat(stage.show(asked.text("id")).text("state")).isEqualTo("ACCEPTED");
            if (ran) {
                return;
            }
            stage.at(stage.now().plusSeconds(60));
        }
    }

    @Test
    void whatIsWrongIsToldAtItsCell() {
        String id =
                stage.send(
                        upload(
                                6,
                                "person;unit;scope\n17;Law;CENTRAL\nperson;time\n18;2025-06-02 09:00\n"));

        Answer shown = stage.show(id);
        assertThat(shown.text("state")).isEqualTo("REJECTED");
        assertThat(shown.codes()).contains("UNKNOWN_PERSON");
        assertThat(shown.body().path("errors").findValuesAsText("cell")).contains("A4");
    }

    private String send(int month, String exit) {
        return stage.send(upload(month, passages(month, exit)));
    }

    private static Upload upload(int month, String csv) {
        return Upload.of("min-digital", "access-events")
                .period(YearMonth.of(2025, month).toString())
                .name("passages.csv")
                .content(csv.getBytes(UTF_8));
    }

    /// One person on the month's first Monday that is a working day.
    private static String passages(int month, String exit) {
        String day = "2025-%02d-%02d".formatted(month, firstWorkingMonday(month));
        return """
        person;unit;scope
        17;Law;CENTRAL
        person or unit;start;end;valid from
        Law;09:00;18:30;2025-01-01
        person;door;direction;time
        17;%3$s;in;%1$s 08:50
        17;%3$s;out;%1$s %2$s
        """
                .formatted(day, exit, MARKER);
    }

    private static int firstWorkingMonday(int month) {
        var calendar = WorkingCalendar.published();
        return YearMonth.of(2025, month)
                .atDay(1)
                .datesUntil(YearMonth.of(2025, month).atEndOfMonth())
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .filter(calendar::isWorking)
                .findFirst()
                .orElseThrow()
                .getDayOfMonth();
    }

    private Optional<StandingFact> fact(String name) {
        return Optional.ofNullable(stage.facts("min-digital").facts().get(name));
    }

    private Optional<BigDecimal> hours(String name) {
        return fact(name).map(found -> ((FactValue.Amount) found.value()).value());
    }

    private List<String> stored() {
        List<String> keys = new ArrayList<>();
        stage.sandbox
                .s3()
                .listObjectsV2Paginator(request -> request.bucket(stage.sandbox.bucket("Uploads")))
                .contents()
                .forEach(object -> keys.add(object.key()));
        return keys;
    }
}
