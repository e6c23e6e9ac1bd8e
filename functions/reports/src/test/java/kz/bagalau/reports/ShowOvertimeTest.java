package kz.bagalau.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.arrangements.dynamo.DynamoTimesReadings;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.WorkTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two months of a body: in each of three units one person, who stays 20 minutes on each of two
/// days. The holder of pass 3 is the employee e3 under an act of flexible time.
class ShowOvertimeTest {

    private static final Stage STAGE = Stage.deployed();
    private static final Caller TERRITORIAL = authority(Role.TERRITORIAL, "almaty");
    private static final Caller MONITOR = authority(Role.MONITOR, "almaty");

    @BeforeAll
    static void aYear() {
        STAGE.body("min-digital", BodyKind.OMO, null);
        STAGE.body("akimat", BodyKind.ZHAO, null, "almaty");
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        var items = schedule.putArray("items");
        for (int month = 1; month <= 12; month++) {
            items.addObject()
                    .put("form", "access-events")
                    .put("period", YearMonth.of(2025, month).toString())
                    .put("due", "2026-01-15");
        }
        assertThat(STAGE.put(schedule).status()).isEqualTo(200);
        STAGE.act("a1", act("2025-02-01", "2025-03-31"));
        send("2025-02", "2025-02-03", "2025-02-04");
        send("2025-03", "2025-03-03", "2025-03-04");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void totalsAreOfExactTimes_notOfRoundedLines() { // §12, 13
        JsonNode shown = overtime(Stage.HR, "2025-02", "2025-04").body();

        JsonNode february = shown.path("months").path(0);
        assertThat(february.path("units").findValuesAsText("weekday"))
                .containsExactly("0.666667", "0.666667", "0.666667");
        assertThat(february.path("total").path("weekday").asText()).isEqualTo("2");
        assertThat(shown.path("units").findValuesAsText("weekday"))
                .containsExactly("1.333333", "1.333333", "1.333333");
        assertThat(shown.path("total").path("weekday").asText()).isEqualTo("4");
        assertThat(shown.path("missing").toString()).isEqualTo("[\"2025-04\"]");
        assertThat(shown.path("sendAgain")).isEmpty();
        assertThat(shown.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void thePeopleWhoStay_areHeldAgainstTheirOwnTimes_overAllMonths() {
        JsonNode people = people(Stage.HR, "4").body().path("people");

        assertThat(people.findValuesAsText("person")).containsExactly("1", "2", "3");
        assertThat(people.path(2).toString())
                .isEqualTo(
                        """
                        {"person":"3","employee":"e3","unit":"U3","days":4,"hours":"1.333333","daysOff":0,\
                        "hoursOff":"0","schedule":[{"from":"2025-02-01","to":"2025-03-31","start":"11:00",\
                        "end":"20:30","act":"7"}]}\
                        """);
        assertThat(people(Stage.HR, "5").body().path("people")).isEmpty();
    }

    @Test
    void everyReadingOfPeople_isInTheTrail_andShownToThem() {
        var readings =
                new DynamoTimesReadings(
                        new Table(STAGE.sandbox.dynamo(), STAGE.sandbox.table("Records")));
        int before = readings.last("min-digital", "e3", 100).size();
        int trail = trail();

        people(Stage.AGENCY, "1");
        deviations(Stage.HR);
        // without anybody's times
        overtime(Stage.AGENCY, "2025-02", "2025-03");

        assertThat(readings.last("min-digital", "e3", 100)).hasSize(before + 2);
        assertThat(readings.last("min-digital", "e3", 100))
                .extracting(TimesReadings.Reading::by)
                .contains(Stage.HR.subject(), Stage.AGENCY.subject());
        assertThat(trail()).isEqualTo(trail + 2);
    }

    @Test
    void aReportThatListsPeople_leavesAReadingToo() {
        String report =
                overtime(Stage.HR, "2025-02", "2025-02")
                        .body()
                        .path("months")
                        .path(0)
                        .path("report")
                        .asText();
        int trail = trail();

        assertThat(STAGE.show(report).body().path("aids").has("people")).isTrue();
        assertThat(trail()).isEqualTo(trail + 1);
        JsonNode digital =
                STAGE.request("RequestUpload", "GET /reports/{report}")
                        .by(Stage.DIGITAL)
                        .path("report", report)
                        .send()
                        .body();
        assertThat(digital.path("aids").has("people")).isFalse();
        assertThat(digital.path("aids").path("units")).hasSize(3);
        assertThat(trail()).isEqualTo(trail + 1);
    }

    @Test
    void p20_deviationsAreForTheOwnPersonnelService() {
        assertThat(deviations(Stage.HR).body().path("deviations").toString())
                .isEqualTo(
                        """
                        [{"employee":"e3","date":"2025-02-03","kind":"LATE","minutes":25,"act":"7"},\
                        {"employee":"e3","date":"2025-02-04","kind":"LATE","minutes":25,"act":"7"}]\
                        """);
        assertThat(deviations(Stage.AGENCY).status()).isEqualTo(403);
        assertThat(deviations(TERRITORIAL).status()).isEqualTo(403);
        assertThat(deviations(Stage.hr("akimat")).status()).isEqualTo(403);
    }

    @Test
    void aSubdivisionReadsOfTheBodiesThatItReceives_andOfNoOther() {
        for (Caller caller : List.of(TERRITORIAL, MONITOR)) {
            assertThat(read(caller, "akimat").status()).isEqualTo(200);
            assertThat(read(caller, "min-digital").status()).isEqualTo(404);
        }
        assertThat(read(authority(Role.TERRITORIAL, "astana"), "akimat").status()).isEqualTo(404);
        assertThat(read(Stage.AGENCY, "akimat").status()).isEqualTo(200);
        assertThat(read(Stage.AGENCY, "nobody").status()).isEqualTo(404);
        assertThat(read(Stage.HR, "akimat").status()).isEqualTo(403);
        assertThat(read(Stage.DIGITAL, "akimat").status()).isEqualTo(403);
        assertThat(
                        STAGE.request("ReviewReport", "GET /overtime")
                                .query("body", "akimat")
                                .query("from", "2025-02")
                                .query("to", "2025-03")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02, 2025-01, OUT_OF_RANGE",
        "2025-01, 2027-01, OUT_OF_RANGE",
        "2025-1, 2025-02, BAD_FORMAT",
        "2025-13, 2025-12, BAD_FORMAT",
        "' ', 2025-12, BAD_FORMAT"
    })
    void aRangeThatIsNone_isRefused(String from, String to, String code) {
        Answer answer = overtime(Stage.HR, from, to);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).contains(code);
    }

    /// Whoever may not read of a body learns nothing of the rest.
    @Test
    void whoIsRefused_isRefusedForBadInputToo() {
        assertThat(
                        STAGE.request("ReviewReport", "GET /overtime")
                                .by(Stage.HR)
                                .query("body", "akimat")
                                .query("from", "January")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", " ", "1000"})
    void aNumberOfDaysThatIsNone_isRefused(String days) {
        assertThat(people(Stage.HR, days).status()).isEqualTo(400);
    }

    private static PersonalTimes act(String from, String to) {
        return new PersonalTimes(
                "e3",
                LocalDate.parse(from),
                LocalDate.parse(to),
                new WorkTime(LocalTime.of(11, 0), LocalTime.of(20, 30)),
                "7");
    }

    private static void send(String month, String... days) {
        StringBuilder csv =
                new StringBuilder(
                        """
                        person;unit;scope;employee
                        1;U1;CENTRAL;
                        2;U2;CENTRAL;
                        3;U3;CENTRAL;e3
                        person or unit;start;end;valid from
                        U1;09:00;18:30;2025-01-01
                        U2;09:00;18:30;2025-01-01
                        U3;09:00;18:30;2025-01-01
                        person;direction;time
                        """);
        for (String day : days) {
            for (int person = 1; person <= 3; person++) {
                boolean flexible = person == 3;
                csv.append(person)
                        .append(";in;")
                        .append(day)
                        .append(flexible ? " 11:25\n" : " 08:50\n")
                        .append(person)
                        .append(";out;")
                        .append(day)
                        .append(flexible ? " 21:20\n" : " 19:20\n");
            }
        }
        String id =
                STAGE.send(
                        Upload.of("min-digital", "access-events")
                                .period(month)
                                .name("passages.csv")
                                .content(csv.toString().getBytes(UTF_8)));
        assertThat(STAGE.show(id).text("state")).isEqualTo("ACCEPTED");
    }

    private static Answer overtime(Caller by, String from, String to) {
        return STAGE.request("ReviewReport", "GET /overtime")
                .by(by)
                .query("body", "min-digital")
                .query("from", from)
                .query("to", to)
                .send();
    }

    private static Answer read(Caller by, String body) {
        return STAGE.request("ReviewReport", "GET /overtime/people")
                .by(by)
                .query("body", body)
                .query("from", "2025-02")
                .query("to", "2025-03")
                .send();
    }

    private static Answer people(Caller by, String days) {
        return STAGE.request("ReviewReport", "GET /overtime/people")
                .by(by)
                .query("body", "min-digital")
                .query("from", "2025-02")
                .query("to", "2025-03")
                .query("minDays", days)
                .send();
    }

    private static Answer deviations(Caller by) {
        return STAGE.request("ReviewReport", "GET /overtime/deviations")
                .by(by)
                .query("body", "min-digital")
                .query("month", "2025-02")
                .send();
    }

    private static int trail() {
        return (int)
                STAGE.records().stream()
                        .filter(item -> item.toString().contains("audit#overtime#min-digital"))
                        .count();
    }

    private static Caller authority(Role role, String territory) {
        return new Caller("unit-1", Set.of(role), Optional.empty(), Optional.of(territory));
    }
}
