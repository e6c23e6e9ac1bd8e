package kz.bagalau.facts.http;

import static kz.bagalau.facts.http.Desk.AGENCY;
import static kz.bagalau.facts.http.Desk.COLLEAGUE;
import static kz.bagalau.facts.http.Desk.DIGITAL;
import static kz.bagalau.facts.http.Desk.HR;
import static kz.bagalau.facts.http.Desk.count;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.Fact;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditFactsTest {

    private static final String EKYZMET =
            "{\"facts\":{\"ekyzmet.files_complete\":58,\"ekyzmet.servants\":61},"
                    + "\"basis\":\"letter 4-15\",\"document\":\"doc-117\"}";

    @AutoClose private final Desk desk = new Desk();

    @BeforeEach
    void twoBodies() {
        desk.body("min-digital", BodyKind.OMO);
        desk.body("akimat", BodyKind.ZHAO);
    }

    @Test
    void whatIsEntered_standsWithWhoWhenAndWhy() {
        Desk.Answer answer = desk.put(AGENCY, "min-digital", EKYZMET);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode servants = desk.get(HR, "min-digital").fact("ekyzmet.servants");
        assertThat(servants).isEqualTo(answer.fact("ekyzmet.servants"));
        assertThat(servants.path("value").asInt()).isEqualTo(61);
        assertThat(servants.path("source").toString())
                .isEqualTo(
                        "{\"kind\":\"analyst\",\"by\":\"a1\",\"at\":\"2026-01-12T10:00:00+05:00\","
                                + "\"basis\":\"letter 4-15\",\"document\":\"doc-117\"}");
    }

    @Test
    void pointsByHand_standWithBasisAndDocument() {
        String json =
                "{\"manual\":{\"pm.gender\":{\"points\":\"4.5\",\"basis\":\"report, p. 3\","
                        + "\"document\":\"doc-118\"}}}";

        JsonNode points =
                desk.put(AGENCY, "min-digital", json).body().path("manual").path("pm.gender");

        assertThat(points.path("points").asText()).isEqualTo("4.5");
        assertThat(points.path("basis").asText()).isEqualTo("report, p. 3");
        assertThat(points.path("document").asText()).isEqualTo("doc-118");
        assertThat(points.path("source").path("by").asText()).isEqualTo("a1");
    }

    @Test
    void theSameAgain_storesNothing_andAnswersTheSame() {
        Desk.Answer first = desk.put(AGENCY, "min-digital", EKYZMET);
        List<String> stored = desk.stored();
        desk.later();

        Desk.Answer again = desk.put(AGENCY, "min-digital", EKYZMET);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(desk.stored()).isEqualTo(stored);
    }

    @Test
    void theSameAgain_withWhatWasSeenBefore_isNoConflictWithOneself() {
        String json =
                "{\"facts\":{\"ekyzmet.servants\":61},\"basis\":\"b\","
                        + "\"seen\":{\"ekyzmet.servants\":null}}";
        desk.put(AGENCY, "min-digital", json);
        desk.later();

        assertThat(desk.put(AGENCY, "min-digital", json).status()).isEqualTo(200);
        assertThat(desk.put(COLLEAGUE, "min-digital", json).status()).isEqualTo(409);
    }

    @Test
    void whatSomebodyElseHasChanged_isRefused_namedWithWhoAndWhen() {
        desk.put(AGENCY, "min-digital", EKYZMET);
        String seen = desk.version("min-digital", "ekyzmet.servants");
        desk.later();
        desk.put(
                COLLEAGUE,
                "min-digital",
                "{\"facts\":{\"ekyzmet.servants\":62},\"basis\":\"another letter\"}");
        List<String> stored = desk.stored();
        desk.later();

        Desk.Answer refused =
                desk.put(
                        AGENCY,
                        "min-digital",
                        """
                        {"facts":{"ekyzmet.servants":63,"strategy.content":"none"},"basis":"b",
                        "seen":{"ekyzmet.servants":"%s","strategy.content":null}}\
                        """
                                .formatted(seen));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asText()).isEqualTo("CHANGED");
        assertThat(refused.errors()).containsExactly("/seen/ekyzmet.servants FACT_CHANGED");
        assertThat(refused.body().at("/errors/0/message").asText())
                .isEqualTo("“ekyzmet.servants” was changed by a2, 2026-01-12T10:01:00+05:00.");
        assertThat(desk.stored()).isEqualTo(stored);
    }

    @Test
    void aClaimThatCameSince_isAChangeToo() {
        desk.publish("min-digital", "exit-interviews", count("exit.dismissed", 24));
        String seen = desk.version("min-digital", "exit.dismissed");
        desk.later();
        desk.publish("min-digital", "report:appendix-1", count("exit.dismissed", 25));

        Desk.Answer refused =
                desk.put(
                        AGENCY,
                        "min-digital",
                        "{\"facts\":{\"exit.dismissed\":24},\"basis\":\"b\","
                                + "\"seen\":{\"exit.dismissed\":\""
                                + seen
                                + "\"}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/errors/0/message").asText()).contains("h1");
    }

    @Test
    void twoSurveysOfOneYear_standSideBySide_untilTheAnalystDecides() {
        desk.publish("min-digital", "survey:yearly", answers(1, 2, 3, 294));
        desk.later();
        desk.publish("min-digital", "survey:trial", answers(12, 0, 0, 0));
        desk.later();
        desk.publish("min-digital", "report:other", answers(0, 0, 0, 7));

        JsonNode disputed = desk.get(AGENCY, "min-digital").fact("survey.q1");
        assertThat(disputed.path("disputed").asBoolean()).isTrue();
        assertThat(disputed.path("origin").asText())
                .as("the publisher's latest, before any other's")
                .isEqualTo("survey:trial");
        assertThat(disputed.path("others").findValuesAsText("origin"))
                .containsExactly("report:other", "survey:yearly");

        desk.later();
        JsonNode decided =
                desk.put(
                                AGENCY,
                                "min-digital",
                                "{\"adopts\":{\"survey.q1\":\"survey:yearly\"},"
                                        + "\"basis\":\"the other was a trial\"}")
                        .fact("survey.q1");
        assertThat(decided.path("value").path(3).asInt()).isEqualTo(294);
        assertThat(decided.has("disputed")).isFalse();
    }

    private static Fact answers(int... counts) {
        return new Fact(
                "survey.q1",
                new FactValue.Amounts(IntStream.of(counts).mapToObj(BigDecimal::valueOf).toList()),
                Json.object().put("kind", "survey").put("survey", "s"));
    }

    @Test
    void aReportThatDiffersFromTheRegister_standsBesideIt_untilTheAnalystDecides() {
        desk.publish("min-digital", "exit-interviews", count("exit.dismissed", 24));
        desk.later();
        desk.publish("min-digital", "report:appendix-1", count("exit.dismissed", 25));

        JsonNode disputed = desk.get(HR, "min-digital").fact("exit.dismissed");
        assertThat(disputed.path("value").asInt()).isEqualTo(24);
        assertThat(disputed.path("origin").asText()).isEqualTo("exit-interviews");
        assertThat(disputed.path("disputed").asBoolean()).isTrue();
        assertThat(disputed.at("/others/0/value").asInt()).isEqualTo(25);
        assertThat(disputed.at("/others/0/origin").asText()).isEqualTo("report:appendix-1");
        assertThat(disputed.at("/others/0/source/cell").asText()).isEqualTo("C14");

        desk.later();
        JsonNode decided =
                desk.put(
                                AGENCY,
                                "min-digital",
                                "{\"adopts\":{\"exit.dismissed\":\"report:appendix-1\"},"
                                        + "\"basis\":\"the order of dismissal was shown\"}")
                        .fact("exit.dismissed");
        assertThat(decided.path("value").asInt()).isEqualTo(25);
        assertThat(decided.path("disputed").isMissingNode()).isTrue();
        assertThat(decided.path("source").path("adopts").asText()).isEqualTo("report:appendix-1");
        assertThat(decided.path("source").path("basis").asText())
                .isEqualTo("the order of dismissal was shown");
        assertThat(decided.path("others")).hasSize(2);

        desk.later();
        desk.publish("min-digital", "report:appendix-1", count("exit.dismissed", 26));
        assertThat(desk.get(AGENCY, "min-digital").fact("exit.dismissed").has("disputed"))
                .as("a claim that the decision has not seen")
                .isTrue();
    }

    @Test
    void reportsThatSayTheSame_areNoDispute() {
        desk.publish("min-digital", "exit-interviews", count("exit.dismissed", 24));
        desk.publish("min-digital", "report:appendix-1", count("exit.dismissed", 24));

        JsonNode fact = desk.get(AGENCY, "min-digital").fact("exit.dismissed");

        assertThat(fact.has("disputed")).isFalse();
        assertThat(fact.path("others")).hasSize(1);
    }

    @Test
    void withdrawnEntries_giveWayToWhatWasClaimed_andStayInTheHistory() {
        desk.publish("min-digital", "exit-interviews", count("exit.dismissed", 24));
        desk.later();
        desk.put(AGENCY, "min-digital", "{\"facts\":{\"exit.dismissed\":20},\"basis\":\"b1\"}");
        desk.later();
        String withdraw =
                "{\"withdraw\":[\"exit.dismissed\"],\"basis\":\"entered for another body\"}";
        JsonNode back = desk.put(COLLEAGUE, "min-digital", withdraw).fact("exit.dismissed");

        assertThat(back.path("value").asInt()).isEqualTo(24);
        assertThat(back.path("origin").asText()).isEqualTo("exit-interviews");
        JsonNode history =
                desk.history(AGENCY, "min-digital", "exit.dismissed").body().path("history");
        assertThat(history.findValuesAsText("by")).contains("a2", "a1", "h1");
        assertThat(history.at("/0/withdrawn").asBoolean()).isTrue();
        assertThat(history.at("/0/basis").asText()).isEqualTo("entered for another body");
        assertThat(history.at("/1/value").asInt()).isEqualTo(20);
        assertThat(history.at("/1/basis").asText()).isEqualTo("b1");
        assertThat(history.at("/2/origin").asText()).isEqualTo("exit-interviews");
        List<String> stored = desk.stored();
        desk.later();
        assertThat(desk.put(COLLEAGUE, "min-digital", withdraw).status()).isEqualTo(200);
        assertThat(desk.stored()).isEqualTo(stored);
    }

    @Test
    void aPublicationThatComesTwice_isOneInTheHistory_andOneThatClaimsLessWithdraws() {
        desk.publish("min-digital", "report:appendix-7", count("staff.phd", 2));
        desk.later();
        desk.publish("min-digital", "report:appendix-7", count("staff.phd", 2));
        desk.later();
        desk.publish("min-digital", "report:appendix-7", count("staff.masters", 9));

        assertThat(desk.get(AGENCY, "min-digital").fact("staff.phd").isMissingNode()).isTrue();
        JsonNode history = desk.history(AGENCY, "min-digital", "staff.phd").body().path("history");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/withdrawn").asBoolean()).isTrue();
        assertThat(history.at("/1/value").asInt()).isEqualTo(2);
    }

    @Test
    void manyWhoEditAtOnce_eachKeepTheirHistory_andTheLastStands() {
        var failed = new AtomicInteger();

        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> {
                    var claims = Map.of("sub", "a" + i, "roles", "[bagalau:agency]");
                    var answer =
                            desk.put(
                                    claims,
                                    "min-digital",
                                    "{\"facts\":{\"ekyzmet.servants\":"
                                            + (60 + i)
                                            + "},\"basis\":\"b"
                                            + i
                                            + "\"}");
                    if (answer.status() != 200) {
                        failed.incrementAndGet();
                    }
                });

        assertThat(failed).hasValue(0);
        JsonNode history =
                desk.history(AGENCY, "min-digital", "ekyzmet.servants").body().path("history");
        assertThat(Set.copyOf(history.findValuesAsText("by")))
                .isEqualTo(
                        IntStream.range(0, 12).mapToObj(i -> "a" + i).collect(Collectors.toSet()));
    }

    @Test
    void ofManyWhoHaveSeenTheSame_oneIsStored() {
        long stored =
                IntStream.range(0, 12)
                        .parallel()
                        .filter(i ->
                                desk.put(
                                                        Map.of(
                                                                "sub",
                                                                "a" + i,
                                                                "roles",
                                                                "[bagalau:agency]"),
                                                        "min-digital",
                                                        "{\"facts\":{\"ekyzmet.servants\":"
                                                                + (60 + i)
                                                                + "},\"basis\":\"b\",\"seen\":"
                                                                + "{\"ekyzmet.servants\":null}}")
                                                .status()
                                        == 200)
                        .count();

        assertThat(stored).isEqualTo(1);
        assertThat(desk.history(AGENCY, "min-digital", "ekyzmet.servants").body().path("history"))
                .hasSize(1);
    }

    @Test
    void editsOfDifferentFactsAtOnce_areNotInEachOthersWay() {
        desk.put(AGENCY, "min-digital", EKYZMET);
        String seen = desk.version("min-digital", "ekyzmet.servants");
        desk.put(
                COLLEAGUE,
                "min-digital",
                "{\"facts\":{\"strategy.content\":\"none\"},\"basis\":\"b\"}");

        Desk.Answer answer =
                desk.put(
                        AGENCY,
                        "min-digital",
                        "{\"facts\":{\"ekyzmet.servants\":70},\"basis\":\"b\",\"seen\":"
                                + "{\"ekyzmet.servants\":\""
                                + seen
                                + "\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.fact("strategy.content").path("value").asText()).isEqualTo("none");
    }

    @Test
    void everythingThatIsWrong_isToldAtOnce_andNothingStored() {
        String json =
                """
                {"facts":{"headcount.monthly":[60,61,61],"exit.dismissed":-1,"staff.phds":1,
                "hours.overtime_weekday":"many","staff.phd":"1","training.late":1.5,
                "strategy.content":"good","strategy.execution_percent":"101",
                "survey.q1":[1,2,3],"ekyzmet.files_complete":62,"ekyzmet.servants":61,
                "it.indicators":1,"smart.health":"5"},
                "manual":{"pm.gender":{"points":"5.5","document":"../x"},
                "pm.training":{"points":"1","basis":"b","document":"d"},
                "pm.none":{"points":"1","basis":"b","document":"d"},
                "it.arch_portal":{"points":"-1","basis":"b","document":"d"},
                "pm.stability":{"points":"1","basis":"b"},"pm.net_turnover":3},
                "withdraw":["ekyzmet.servants","nothing"],"document":"no id","when":1}\
                """;

        var both = Map.of("sub", "x1", "roles", "[bagalau:agency bagalau:digital]");
        Desk.Answer refused = desk.put(both, "min-digital", json);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/facts/headcount.monthly FACT_LENGTH",
                        "/facts/exit.dismissed NEGATIVE",
                        "/facts/staff.phds UNKNOWN_FACT",
                        "/facts/hours.overtime_weekday FACT_TYPE",
                        "/facts/staff.phd FACT_TYPE",
                        "/facts/training.late NOT_WHOLE",
                        "/facts/strategy.content FACT_WORD",
                        "/facts/strategy.execution_percent FACT_TOO_LARGE",
                        "/facts/survey.q1 FACT_LENGTH",
                        "/facts/ekyzmet.files_complete GREATER_THAN",
                        "/facts/smart.health NOT_FOR_THIS_BODY",
                        "/manual/pm.gender/points ABOVE_MAXIMUM",
                        "/manual/pm.gender/basis REQUIRED",
                        "/manual/pm.gender/document NOT_A_DOCUMENT",
                        "/manual/pm.training NOT_BY_HAND",
                        "/manual/pm.none UNKNOWN_INDICATOR",
                        "/manual/it.arch_portal/points NEGATIVE",
                        "/manual/pm.stability/document REQUIRED",
                        "/manual/pm.net_turnover WRONG_TYPE",
                        "/withdraw/0 REPEATED",
                        "/withdraw/1 UNKNOWN_FACT",
                        "/document NOT_A_DOCUMENT",
                        "/basis REQUIRED",
                        "/when UNKNOWN_FIELD");
        assertThat(desk.stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "min-digital, smart.education, NOT_FOR_THIS_BODY",
        "akimat, it.indicators, NOT_FOR_THIS_BODY",
        "akimat, it.employees, ",
    })
    void aFactThatNoIndicatorOfTheBodysKindReads_isRefused(
            String body, String fact, @Nullable String code) {
        Desk.Answer answer =
                desk.put(DIGITAL, body, "{\"facts\":{\"" + fact + "\":1},\"basis\":\"b\"}");

        assertThat(answer.errors())
                .isEqualTo(code == null ? List.of() : List.of("/facts/" + fact + " " + code));
    }

    @Test
    void oneOfAPair_isCheckedAgainstTheOtherThatStands() {
        desk.put(AGENCY, "min-digital", EKYZMET);
        desk.publish("min-digital", "exit-interviews", count("exit.negative", 13));

        assertThat(
                        desk.put(
                                        AGENCY,
                                        "min-digital",
                                        """
                                        {"facts":{"ekyzmet.servants":57,"exit.interviewed":12},
                                        "basis":"b"}\
                                        """)
                                .errors())
                .containsExactlyInAnyOrder(
                        "/facts/ekyzmet.servants LESS_THAN", "/facts/exit.interviewed LESS_THAN");
        assertThat(
                        desk.put(
                                        AGENCY,
                                        "min-digital",
                                        "{\"facts\":{\"ekyzmet.files_complete\":62},"
                                                + "\"basis\":\"b\"}")
                                .errors())
                .containsExactly("/facts/ekyzmet.files_complete GREATER_THAN");
    }

    @Test
    void p69_2_sectorScores_areAtMost6900TogetherWithThoseThatStand() {
        desk.put(DIGITAL, "akimat", "{\"facts\":{\"smart.health\":\"6800\"},\"basis\":\"b\"}");

        assertThat(
                        desk.put(
                                        DIGITAL,
                                        "akimat",
                                        "{\"facts\":{\"smart.roads\":\"100.5\"},\"basis\":\"b\"}")
                                .errors())
                .containsExactly("/facts FACT_TOO_LARGE");
        assertThat(
                        desk.put(
                                        DIGITAL,
                                        "akimat",
                                        "{\"facts\":{\"smart.roads\":\"100\"},\"basis\":\"b\"}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void anAdoptedClaimMustBeThere_andFitWhatElseStands() {
        desk.publish("min-digital", "exit-interviews", count("exit.interviewed", 18));
        desk.publish("min-digital", "report:appendix-1", count("exit.dismissed", 16));

        assertThat(
                        desk.put(
                                        AGENCY,
                                        "min-digital",
                                        """
                                        {"facts":{"exit.interviewed":17},"basis":"b",
                                        "adopts":{"exit.dismissed":"survey",
                                        "exit.interviewed":"exit-interviews"}}\
                                        """)
                                .errors())
                .containsExactly(
                        "/adopts/exit.dismissed NOT_CLAIMED",
                        "/adopts/exit.interviewed CLAIMED_OTHERWISE",
                        "/facts/exit.interviewed GREATER_THAN");
        assertThat(
                        desk.put(
                                        AGENCY,
                                        "min-digital",
                                        "{\"adopts\":{\"exit.dismissed\":\"report:appendix-1\"},"
                                                + "\"basis\":\"b\"}")
                                .errors())
                .containsExactly("/adopts/exit.dismissed LESS_THAN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"facts\":[]}", "{\"facts\":{},\"facts\":{}}", "{\"seen\":1}"})
    void whatIsNoRequest_isRefused(String json) {
        assertThat(desk.put(AGENCY, "min-digital", json).status()).isEqualTo(400);
    }

    @Test
    void aYearBeforeTheMethodology_isRefused() {
        assertThat(desk.put(AGENCY, "min-digital", "2022", EKYZMET).status()).isEqualTo(400);
    }

    @Test
    void theCalendarsWorkingDays_areSeenAtOnce_withVersionAndHash() {
        JsonNode before = desk.get(HR, "min-digital").fact("hours.working_days");
        assertThat(before.path("value").asInt()).isEqualTo(246);
        assertThat(before.path("origin").asText()).isEqualTo("calendar");
        assertThat(before.path("source").path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(before.path("source").path("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(before.path("source").has("provisional")).isFalse();

        CalendarYear published = WorkingCalendar.published().find(2025).orElseThrow();
        calendars()
                .put(
                        new CalendarYear(
                                2025,
                                published.week(),
                                CalendarYear.Status.DRAFT,
                                "under correction",
                                published.days().subList(1, published.days().size())),
                        OptionalLong.empty(),
                        new Caller("a1", Set.of(Role.AGENCY), Optional.empty()));

        JsonNode after = desk.get(HR, "min-digital").fact("hours.working_days");
        assertThat(after.path("value").asInt()).isEqualTo(247);
        assertThat(after.path("source").path("version").asInt()).isEqualTo(1);
        assertThat(after.path("source").path("provisional").asBoolean()).isTrue();
        assertThat(after.path("source").path("sha256"))
                .isNotEqualTo(before.path("source").path("sha256"));
        assertThat(after.path("version")).isNotEqualTo(before.path("version"));
        assertThat(desk.history(AGENCY, "min-digital", "hours.working_days").body().path("history"))
                .hasSize(2);
    }

    @Test
    void theWorkingDaysOfADraftYear_areProvisional() {
        assertThat(
                        desk.get(HR, "min-digital", "2027")
                                .fact("hours.working_days")
                                .path("source")
                                .path("provisional")
                                .asBoolean())
                .isTrue();
    }

    private DynamoCalendars calendars() {
        return new DynamoCalendars(
                new Table(desk.sandbox.dynamo(), desk.sandbox.table("Records")),
                Clock.fixed(desk.now(), Runtime.ALMATY));
    }
}
