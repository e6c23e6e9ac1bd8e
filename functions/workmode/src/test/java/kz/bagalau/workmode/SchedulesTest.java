package kz.bagalau.workmode;

import static kz.bagalau.workmode.Bureau.json;
import static kz.bagalau.workmode.Bureau.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Bureau bureau =
            new Bureau(
                    SANDBOX,
                    List.of(
                            new Absence(
                                    Absence.Kind.SICK,
                                    LocalDate.of(2026, 12, 9),
                                    LocalDate.of(2026, 12, 9))));

    @Test
    void everyDayHasItsReasons_fromAllActsInForce() {
        bureau.flexibleAct("e1");
        bureau.remoteAct("e1");

        Answer answer = ok(schedule(bureau.employee, "e1", "2026-12-05", "2026-12-09"));

        assertThat(days(answer))
                .containsExactly(
                        "2026-12-05 OFF  - WEEK:rules 1",
                        "2026-12-06 OFF  - WEEK:rules 1",
                        "2026-12-07 REMOTE 10:00 19:00 RULES:rules 1 FLEXIBLE:12 REMOTE:14",
                        "2026-12-08 REMOTE 10:00 19:00 RULES:rules 1 FLEXIBLE:12 REMOTE:14",
                        "2026-12-09 ABSENT 10:00 19:00 RULES:rules 1 FLEXIBLE:12 REMOTE:14"
                                + " ABSENCE:SICK");
        // W-14: nobody is looked for
        assertThat(answer.body().at("/days/2/passagesExpected").asBoolean()).isFalse();
    }

    @Test
    void afterTheLastDayTheRulesReturnByThemselves() {
        String act = bureau.flexibleAct("e1");
        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/end",
                        bureau.head,
                        json(
                                "{'employee':'e1','lastDay':'2026-12-07','document':'x','version':1}")));

        assertThat(days(ok(schedule(bureau.hr, "e1", "2026-12-07", "2026-12-08"))))
                .containsExactly(
                        "2026-12-07 SITE 10:00 19:00 RULES:rules 1 FLEXIBLE:12",
                        "2026-12-08 SITE 09:00 18:30 RULES:rules 1");
    }

    @Test
    void forOneselfThePersonnelServiceTheHeadAndWhoControls_andNobodyElse() {
        for (Caller reader : List.of(bureau.employee, bureau.hr, bureau.head, bureau.unitHead)) {
            ok(schedule(reader, "e1", "2026-12-07", "2026-12-08"));
        }
        for (Caller stranger : List.of(bureau.colleague, bureau.caller("e3", Role.EMPLOYEE))) {
            assertThat(schedule(stranger, "e1", "2026-12-07", "2026-12-08").status())
                    .isEqualTo(404);
        }
        for (Caller outside :
                List.of(
                        bureau.otherHr,
                        bureau.otherHead,
                        bureau.otherEmployee,
                        bureau.service,
                        bureau.agency)) {
            assertThat(schedule(outside, "e1", "2026-12-07", "2026-12-08").status()).isEqualTo(403);
        }
        assertThat(schedule(bureau.hr, "nobody", "2026-12-07", "2026-12-08").status())
                .isEqualTo(404);
    }

    /// 121 ¶14: an act of presence is held against the person's own working time.
    @Test
    void anOfficialOfAVisitThatIsUnderWay_andNobodyElse() {
        Caller official = new Caller("m1", Set.of(Role.MONITOR), Optional.empty());
        Caller idle = new Caller("m2", Set.of(Role.MONITOR), Optional.empty());
        Caller ofAnotherAuthority =
                new Caller("m1", Set.of(Role.MONITOR), Optional.empty(), Optional.of("astana"));
        bureau.flexibleAct("e1");
        assertThat(schedule(official, "e1", "2026-12-09", "2026-12-09").status()).isEqualTo(404);
        bureau.visit("v1", "REGISTERED", "m1");
        bureau.visit("v2", "DONE", "m1");
        assertThat(schedule(official, "e1", "2026-12-09", "2026-12-09").status()).isEqualTo(404);

        bureau.visit("v3", "IN_PROGRESS", "m1");

        assertThat(days(ok(schedule(official, "e1", "2026-12-09", "2026-12-09"))))
                .containsExactly(
                        "2026-12-09 ABSENT 10:00 19:00 RULES:rules 1 FLEXIBLE:12 ABSENCE:");
        for (Caller other : List.of(idle, ofAnotherAuthority)) {
            assertThat(schedule(other, "e1", "2026-12-09", "2026-12-09").status()).isEqualTo(404);
        }
        assertThat(schedule(official, "nobody", "2026-12-09", "2026-12-09").status())
                .isEqualTo(404);
        assertThat(readings(ok(schedule(bureau.employee, "e1", "2026-12-07", "2026-12-07"))))
                .containsExactly("m1 2026-12-09 2026-12-09");
        for (String body : List.of("a".repeat(300), "a%23b", "%D0%90")) {
            assertThat(
                            bureau.call(
                                            "GET",
                                            "/bodies/" + body + "/employees/e1/schedule",
                                            official)
                                    .query("from", "2026-12-09")
                                    .query("to", "2026-12-09")
                                    .send()
                                    .status())
                    .as(body)
                    .isEqualTo(404);
        }
        for (String route : List.of("workplaces", "employees/e1/time-records")) {
            assertThat(
                            bureau.get(
                                            "/bodies/{own}/" + route,
                                            official,
                                            "from",
                                            "2026-12-01",
                                            "to",
                                            "2026-12-31")
                                    .status())
                    .as(route)
                    .isEqualTo(403);
        }
    }

    @Test
    void whoControlsDoesNotSeeWhySomebodyIsAway() {
        assertThat(days(ok(schedule(bureau.unitHead, "e1", "2026-12-09", "2026-12-09"))))
                .containsExactly("2026-12-09 ABSENT 09:00 18:30 RULES:rules 1 ABSENCE:");
        assertThat(days(ok(schedule(bureau.hr, "e1", "2026-12-09", "2026-12-09"))))
                .containsExactly("2026-12-09 ABSENT 09:00 18:30 RULES:rules 1 ABSENCE:SICK");
    }

    @Test
    void whoReadsAnothersTimesIsShownToThatPerson() {
        ok(schedule(bureau.unitHead, "e1", "2026-12-07", "2026-12-08"));
        bureau.now = Instant.parse("2026-11-30T05:00:00Z");
        ok(workplaces(bureau.hr, "2026-12-07"));
        bureau.now = Instant.parse("2026-11-30T06:00:00Z");
        ok(
                bureau.get(
                        "/bodies/{own}/employees/e1/time-records",
                        bureau.head,
                        "from",
                        "2026-12-01",
                        "to",
                        "2026-12-31"));

        Answer own = ok(schedule(bureau.employee, "e1", "2026-12-07", "2026-12-07"));

        assertThat(readings(own))
                .containsExactly(
                        "d1 2026-12-01 2026-12-31",
                        "h1 2026-12-07 2026-12-07",
                        "boss 2026-12-07 2026-12-08");
        assertThat(schedule(bureau.hr, "e1", "2026-12-07", "2026-12-07").body().has("readings"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-07, 2026-12-06, OUT_OF_RANGE",
        "2026-01-01, 2027-01-02, OUT_OF_RANGE",
        "7.12.2026, 2026-12-08, BAD_FORMAT",
        "2026-12-07, '', BAD_FORMAT",
        "1931-01-01, 1931-01-02, UNKNOWN_YEAR"
    })
    void aPeriodThatCannotBeShownIsRefused(String from, String to, String code) {
        assertThat(schedule(bureau.hr, "e1", from, to).codes()).containsExactly(code);
    }

    @Test
    void workplaces_ofTheWholeBodyOrOfThoseWhomOneControls() {
        bureau.remoteAct("e2");

        JsonNode all = ok(workplaces(bureau.hr, "2026-12-09")).body();
        assertThat(all.path("people")).hasSize(15);
        assertThat(all.path("counts").toString())
                .isEqualTo("{\"SITE\":13,\"REMOTE\":1,\"EITHER\":0,\"OFF\":0,\"ABSENT\":1}");
        assertThat(ok(workplaces(bureau.unitHead, "2026-12-09")).body().path("people")).hasSize(14);
        assertThat(ok(workplaces(bureau.colleague, "2026-12-09")).body().path("people")).isEmpty();
        assertThat(workplaces(bureau.otherHr, "2026-12-09").status()).isEqualTo(403);
    }

    @Test
    void w58_aRemoteDayOfElevenHoursIsAWarning_aDayAtTheSiteIsNone() {
        bureau.now = Instant.parse("2026-12-08T15:00:00Z");
        bureau.remoteAct("e1");

        Answer remote = ok(record(bureau.employee, "e1", "2026-12-08", "SELF", "21:00", 0));
        Answer site = ok(record(bureau.colleague, "e2", "2026-12-08", "SELF", "21:00", 0));

        assertThat(remote.text("hours")).isEqualTo("11:00");
        assertThat(remote.body().at("/warnings/0/code").asText()).isEqualTo("DAILY_LIMIT");
        JsonNode text = remote.body().at("/warnings/0/text");
        for (String language : List.of("kk", "ru", "en")) {
            assertThat(text.path(language).asText()).as(language).contains("660", "480");
        }
        assertThat(text.path("en").asText()).isNotEqualTo(text.path("ru").asText());
        assertThat(remote.body().at("/warnings/0/details").toString())
                .isEqualTo("[\"660\",\"480\"]");
        assertThat(site.body().path("warnings")).isEmpty();
    }

    @Test
    void eachRecordsOnlyWhatTheyCanKnow() {
        assertThat(record(bureau.employee, "e1", "2026-11-27", "ACS", "18:00", 0).codes())
                .containsExactly("NOT_ALLOWED");
        assertThat(record(bureau.unitHead, "e1", "2026-11-27", "SELF", "18:00", 0).codes())
                .containsExactly("NOT_ALLOWED");
        assertThat(record(bureau.hr, "e1", "2026-11-27", "MANAGER", "18:00", 0).codes())
                .containsExactly("NOT_ALLOWED");
        assertThat(record(bureau.colleague, "e1", "2026-11-27", "SELF", "18:00", 0).status())
                .isEqualTo(404);
        assertThat(record(bureau.otherHr, "e1", "2026-11-27", "ACS", "18:00", 0).status())
                .isEqualTo(403);
        assertThat(record(bureau.employee, "e1", "2026-12-01", "SELF", "18:00", 0).codes())
                .containsExactly("IN_FUTURE");

        ok(record(bureau.unitHead, "e1", "2026-11-27", "MANAGER", "18:00", 0));
        ok(record(bureau.hr, "e1", "2026-11-27", "ACS", "18:10", 1));
    }

    @Test
    void aRecordThatStandsIsChangedByItsVersionOnly() {
        Answer first = ok(record(bureau.employee, "e1", "2026-11-27", "SELF", "18:00", 0));

        assertThat(record(bureau.employee, "e1", "2026-11-27", "SELF", "18:00", 0).body())
                .isEqualTo(first.body());
        Answer changed = record(bureau.employee, "e1", "2026-11-27", "SELF", "19:00", 0);
        assertThat(changed.text("code")).isEqualTo("CHANGED");
        assertThat(changed.body().at("/current/to").asText()).isEqualTo("18:00");
        assertThat(
                        ok(record(bureau.employee, "e1", "2026-11-27", "SELF", "19:00", 1))
                                .body()
                                .path("version")
                                .asInt())
                .isEqualTo(2);
    }

    private Answer record(
            Caller by, String person, String day, String source, String to, int version) {
        String seen = version == 0 ? "" : ",'version':" + version;
        return bureau.put(
                "/bodies/{own}/employees/" + person + "/time-records/" + day,
                by,
                json(
                        "{'from':'09:00','to':'%s','breakMinutes':60,'source':'%s'%s}"
                                .formatted(to, source, seen)));
    }

    private Answer schedule(Caller by, String person, String from, String to) {
        return bureau.get(
                "/bodies/{own}/employees/" + person + "/schedule", by, "from", from, "to", to);
    }

    private Answer workplaces(Caller by, String on) {
        return bureau.get("/bodies/{own}/workplaces", by, "on", on);
    }

    private static List<String> readings(Answer schedule) {
        return schedule.body()
                .path("readings")
                .valueStream()
                .map(reading ->
                        reading.path("by").asText()
                                + " "
                                + reading.path("from").asText()
                                + " "
                                + reading.path("to").asText())
                .toList();
    }

    private static List<String> days(Answer schedule) {
        return schedule.body()
                .path("days")
                .valueStream()
                .map(day -> {
                    StringBuilder line =
                            new StringBuilder(day.path("date").asText())
                                    .append(" ")
                                    .append(day.path("place").asText())
                                    .append(" ")
                                    .append(day.path("start").asText())
                                    .append(" ")
                                    .append(
                                            Optional.of(day.path("end").asText())
                                                    .filter(e -> !e.isEmpty())
                                                    .orElse("-"));
                    day.path("because")
                            .forEach(why ->
                                    line.append(" ")
                                            .append(why.path("kind").asText())
                                            .append(":")
                                            .append(why.path("act").asText()));
                    return line.toString();
                })
                .toList();
    }
}
