package kz.bagalau.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Crash;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.WorkTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        {"unit":"Law","person":"17","schedule":[{"from":"2025-06-01","to":"2025-06-30","start":"09:00",\
                        "end":"18:30"}],"days":[{"date":"2025-06-02","working":true,"hours":"1.5"}]}\
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

    /// Friday 14 March 2025 is made a day off by an act when March has long been reported.
    @Test
    void
            p40_1_aMonthCountedByACalendarThatWasCorrected_isToldToItsBodyAndProvisional_untilItIsSentAgain() {
        for (int month = 1; month <= 12; month++) {
            if (month != 3) {
                send(month, "20:00");
            }
        }
        Upload march = upload(3, passages("2025-03-14", "20:00"));
        String before = stage.send(march);
        assertThat(source().has("provisional")).isFalse();
        assertThat(warnings(3)).isEmpty();
        assertThat(hours("hours.overtime_weekend").orElseThrow()).isEqualByComparingTo("0");

        stage.calendar(withDayOff(CalendarYear.Status.CONFIRMED, LocalDate.of(2025, 3, 14)));

        assertThat(source().path("provisional").asBoolean()).isTrue();
        assertThat(source().path("sendAgain").asText()).isEqualTo("2025-03");
        assertThat(source().path("months").path("2025-03").path("calendar").path("version").asInt())
                .isZero();
        assertThat(warnings(3))
                .containsExactly(
                        "SEND_AGAIN После подсчёта этих часов исправлен производственный календарь."
                                + " Изменились дни: 2025-03-14. Отправьте месяц снова; до этого его"
                                + " часы предварительные.");
        assertThat(warnings(2)).isEmpty();
        JsonNode shown = stage.show(before).body();
        assertThat(shown.path("warnings").findValuesAsText("code")).containsExactly("SEND_AGAIN");
        assertThat(march(before).path("provisional").asBoolean()).isTrue();
        // the calendar was corrected, not the body's information: nothing of ¶24
        assertThat(shown.path("penalty").path("kinds")).isEmpty();

        stage.at(stage.now().plusSeconds(60));
        String after = stage.send(march);

        assertThat(source().has("provisional")).isFalse();
        assertThat(source().has("sendAgain")).isFalse();
        assertThat(warnings(3)).isEmpty();
        assertThat(stage.show(after).body().path("warnings")).isEmpty();
        assertThat(stage.show(before).body().path("warnings")).isEmpty();
        assertThat(hours("hours.overtime_weekday").orElseThrow()).isEqualByComparingTo("11");
        // from 08:50 to 20:00
        assertThat(hours("hours.overtime_weekend").orElseThrow()).isEqualByComparingTo("11.166667");
    }

    @Test
    void p40_1_hoursCountedByADraft_areProvisionalUntilItIsConfirmed() {
        stage.calendar(withDayOff(CalendarYear.Status.DRAFT, LocalDate.of(2025, 3, 14)));
        String march = "";
        for (int month = 1; month <= 12; month++) {
            String sent = send(month, "20:00");
            march = month == 3 ? sent : march;
        }
        assertThat(source().path("provisional").asBoolean()).isTrue();
        assertThat(source().has("sendAgain")).isFalse();
        assertThat(march(march).path("provisional").asBoolean()).isTrue();
        assertThat(warnings(3)).isEmpty();

        stage.calendar(withDayOff(CalendarYear.Status.CONFIRMED, LocalDate.of(2025, 3, 14)));

        assertThat(source().has("provisional")).isFalse();
        assertThat(march(march).has("provisional")).isFalse();
    }

    /// From Friday 31 December 2027; no calendar of 2028 comes with the program.
    @Test
    void p40_2_theLastNightOfTheLastYearThatIsKnown_isCounted() {
        ObjectNode schedule = Json.object().put("basis", "Order No. 400");
        schedule.putArray("items")
                .addObject()
                .put("form", "access-events")
                .put("period", "2027-12")
                .put("due", "2028-01-15");
        stage.put(2027, schedule);
        String evening = passages("2027-12-31", "20:00");

        Upload december =
                upload(12, evening.replace("2027-12-31 20:00", "2028-01-01 01:30"))
                        .period("2027-12");
        Answer shown = stage.show(stage.send(december));

        assertThat(shown.text("state")).isEqualTo("ACCEPTED");
        assertThat(shown.body().path("facts").path("hours.overtime_weekend").path("value").asText())
                .isEqualTo("1.5");
    }

    /// No calendar of 2028 comes with the program.
    @Test
    void p40_1_aMonthOfAYearWithoutCalendar_isToldSo_andIsNoFaultOfItsBody() {
        ObjectNode schedule = Json.object().put("basis", "Order No. 400");
        schedule.putArray("items")
                .addObject()
                .put("form", "access-events")
                .put("period", "2028-02")
                .put("due", "2028-03-10");
        stage.put(2028, schedule);
        stage.at("2028-03-01");
        Upload february = upload(2, passages("2028-02-01", "20:00")).period("2028-02"); // a Tuesday

        String before = stage.send(february);

        Answer shown = stage.show(before);
        assertThat(shown.text("state")).isEqualTo("FAILED");
        assertThat(shown.codes()).containsExactly("NO_CALENDAR");
        assertThat(shown.body().path("penalty").path("kinds")).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(stage.obligations(2028, "min-digital", Stage.HR).body().path("obligations"))
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.path("state").asText()).isEqualTo("FAILED"));

        stage.calendar(
                new CalendarYear(
                        2028,
                        WorkWeek.FIVE_DAYS,
                        CalendarYear.Status.CONFIRMED,
                        "Order No. 2",
                        List.of()));

        assertThat(stage.show(stage.send(february)).text("state")).isEqualTo("ACCEPTED");
    }

    /// The directory knows the holder of pass 17 as e1, who works from 11:00 to 20:30 until 10
    /// March.
    @Test
    void p17_3_anActOfFlexibleTimeMovesTheOvertimeOfItsDays() {
        stage.act("a1", act("e1", "2025-03-01", "2025-03-10"));

        String id =
                stage.send(
                        upload(
                                3,
                                passages("2025-03-05", "21:30", "2025-03-11", "20:30")
                                        .replace("person;unit;scope", "person;unit;scope;employee")
                                        .replace("CENTRAL", "CENTRAL;e1")));

        JsonNode aids = stage.show(id).body().path("aids");
        assertThat(stage.show(id).body().path("warnings")).isEmpty();
        // from 21:00 by the act, from 19:00 by the rules
        assertThat(aids.at("/people/0/days").findValuesAsText("hours"))
                .containsExactly("0.5", "1.5");
        assertThat(aids.at("/people/0/employee").asText()).isEqualTo("e1");
        assertThat(aids.at("/people/0/schedule").toString())
                .isEqualTo(
                        """
                        [{"from":"2025-03-01","to":"2025-03-10","start":"11:00","end":"20:30","act":"7"},\
                        {"from":"2025-03-11","to":"2025-03-31","start":"09:00","end":"18:30"}]\
                        """);
    }

    /// Without the column, nobody knows that pass 17 is the employee e1.
    @Test
    void anActOfSomebodyWhomNoRowNames_isPointedOut() {
        stage.act("a1", act("e1", "2025-03-01", "2025-03-10"));

        Answer shown = stage.show(stage.send(upload(3, passages("2025-03-05", "21:30"))));

        assertThat(shown.text("state")).isEqualTo("ACCEPTED");
        assertThat(shown.body().path("warnings").findValuesAsText("code"))
                .containsExactly("ACT_OF_NOBODY");
        assertThat(shown.body().path("warnings").findValuesAsText("message").getFirst())
                .contains("e1");
    }

    /// What the personnel service accounts for (No. 120, ¶20).
    @Test
    void p20_deviationsFromFlexibleTime_areKeptAsMinutes_forTheOwnPersonnelServiceOnly() {
        stage.act("a1", act("17", "2025-03-01", "2025-03-31"));

        String id =
                stage.send(upload(3, passages("2025-03-05", "20:30").replace("08:50", "11:25")));

        assertThat(
                        stage.request("RequestUpload", "GET /reports/{report}")
                                .by(Stage.HR)
                                .path("report", id)
                                .send()
                                .body()
                                .at("/aids/deviations")
                                .toString())
                .isEqualTo(
                        """
                        [{"employee":"17","date":"2025-03-05","kind":"LATE","minutes":25,"act":"7"}]\
                        """);
        assertThat(stage.show(id).body().path("aids").has("deviations")).isFalse();
    }

    /// An act is entered when March and all other months have long been reported.
    @Test
    void p40_1_aMonthCountedByOtherTimes_isToSendAgain_andNoOther() { // §12, 9
        for (int month = 1; month <= 12; month++) {
            send(month, "20:00");
        }
        assertThat(source().has("provisional")).isFalse();

        stage.act("a1", act("17", "2025-03-03", "2025-03-31"));

        assertThat(source().path("provisional").asBoolean()).isTrue();
        assertThat(source().path("sendAgain").asText()).isEqualTo("2025-03");
        assertThat(warnings(3)).singleElement().asString().startsWith("TIMES_CHANGED ");
        assertThat(warnings(2)).isEmpty();
        assertThat(warnings(4)).isEmpty();
        assertThat(stage.facts("min-digital").provisional()).isTrue();

        stage.at(stage.now().plusSeconds(60));
        String after = send(3, "20:00");

        assertThat(source().has("provisional")).isFalse();
        assertThat(warnings(3)).isEmpty();
        assertThat(march(after).has("provisional")).isFalse();
        // eleven months; in March it was still working time
        assertThat(hours("hours.overtime_weekday").orElseThrow()).isEqualByComparingTo("11");

        stage.act("a1");

        assertThat(source().path("sendAgain").asText()).isEqualTo("2025-03");
        assertThat(march(after).path("provisional").asBoolean()).isTrue();
    }

    /// Read before the act was entered, and decided on after it.
    @Test
    void anActThatIsEnteredWhileAFileIsRead_isNotLost() {
        for (int month = 1; month <= 12; month++) {
            if (month != 3) {
                send(month, "20:00");
            }
        }
        for (int number = 1; ; number++) {
            Upload march = upload(3, passages(3, "20:00") + " ".repeat(number));
            Answer asked = stage.ask(march);
            Stage.put(asked.body().path("upload"), march.content());
            boolean ran =
                    stage.toldDying(stage.key(asked), number, Crash.Moment.BEFORE).isPresent();
            stage.act("a1", act("17", "2025-03-03", "2025-03-31"));
            assertThat(stage.told(stage.key(asked))).isTrue();

            boolean counted =
                    hours("hours.overtime_weekday").orElseThrow().compareTo(new BigDecimal("11"))
                            == 0;
            assertThat(counted || source().path("provisional").asBoolean())
                    .as("killed before request %d", number)
                    .isTrue();
            if (ran) {
                return;
            }
            stage.act("a1");
            stage.at(stage.now().plusSeconds(60));
        }
    }

    @ParameterizedTest
    @CsvSource({"09:50, true", "07:50, true", "08:20, false", "10:50, false"})
    void aFileWhoseClockIsAnHourOffThoseOfTheMonthsAround_isPointedOut( // §12, 6
            String entry, boolean off) {
        send(5, "20:00");
        send(7, "20:00");

        Answer shown =
                stage.show(stage.send(upload(6, passages(6, "20:00").replace("08:50", entry))));

        assertThat(shown.text("state")).isEqualTo("ACCEPTED");
        assertThat(shown.body().path("warnings").findValuesAsText("code").contains("HOUR_OFF"))
                .isEqualTo(off);
    }

    private static PersonalTimes act(String employee, String from, String to) {
        return new PersonalTimes(
                employee,
                LocalDate.parse(from),
                LocalDate.parse(to),
                new WorkTime(LocalTime.of(11, 0), LocalTime.of(20, 30)),
                "7");
    }

    private static CalendarYear withDayOff(CalendarYear.Status status, LocalDate day) {
        CalendarYear year = WorkingCalendar.published().year(2025);
        List<SpecialDay> days = new ArrayList<>(year.days());
        days.add(
                new SpecialDay(
                        day,
                        DayKind.SWAP_OFF,
                        new LocalText("ауысу", "перенос", "swap"),
                        "Order No. 1"));
        return new CalendarYear(2025, year.week(), status, "Order No. 1", days);
    }

    /// Where the hours of the year come from.
    private JsonNode source() {
        return fact("hours.overtime_weekend").orElseThrow().claim().source();
    }

    /// Where the hours of a month come from, as its own report shows it.
    private JsonNode march(String report) {
        return stage.show(report)
                .body()
                .path("facts")
                .path("hours.overtime_weekday")
                .path("source");
    }

    /// What the body is told about its obligation of a month, in Russian.
    private List<String> warnings(int month) {
        List<String> told = new ArrayList<>();
        stage.request("ManageSchedule", "GET /obligations")
                .by(Stage.HR)
                .in("ru")
                .query("body", "min-digital")
                .query("year", "2025")
                .send()
                .body()
                .path("obligations")
                .path(month - 1)
                .path("warnings")
                .forEach(note ->
                        told.add(note.path("code").asText() + " " + note.path("message").asText()));
        return told;
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
        return passages("2025-%02d-%02d".formatted(month, firstWorkingMonday(month)), exit);
    }

    private static String passages(String day, String exit) {
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

    /// The same person on two days.
    private static String passages(String day, String exit, String other, String otherExit) {
        return passages(day, exit)
                + """
                17;%3$s;in;%1$s 08:50
                17;%3$s;out;%1$s %2$s
                """
                        .formatted(other, otherExit, MARKER);
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
