package kz.bagalau.facts.http;

import static kz.bagalau.facts.http.Desk.AGENCY;
import static kz.bagalau.facts.http.Desk.DIGITAL;
import static kz.bagalau.facts.http.Desk.count;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.facts.Fact;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of what is claimed or entered is lost or doubled: wherever a process dies, and in
/// whatever order claims and entries come.
class FactsLedgerTest {

    private static final String TWO =
            "{\"facts\":{\"ekyzmet.files_complete\":58,\"ekyzmet.servants\":61},"
                    + "\"manual\":{\"pm.gender\":{\"points\":\"4\",\"basis\":\"b\","
                    + "\"document\":\"d\"}},\"basis\":\"letter\","
                    + "\"seen\":{\"ekyzmet.servants\":null}}";

    @AutoClose private final Desk desk = new Desk();

    @BeforeEach
    void bodies() {
        desk.body("min-digital", BodyKind.OMO);
    }

    @ParameterizedTest
    @EnumSource
    void whereverAnEditDies_itIsStoredWholeOrNotAtAll_andSentAgainItIsStoredOnce(Moment moment) {
        Crash crash = new Crash();
        for (int number = 1; ; number++) {
            String body = "body-" + moment.name().toLowerCase(Locale.ROOT) + number;
            desk.body(body, BodyKind.OMO);
            boolean lived =
                    crash.at(number, moment, () -> desk.put(AGENCY, body, "2025", TWO, crash))
                            .isPresent();

            JsonNode left = desk.get(AGENCY, body).body();
            assertThat(left.path("facts").has("ekyzmet.servants"))
                    .as("request " + number)
                    .isEqualTo(left.path("facts").has("ekyzmet.files_complete"))
                    .isEqualTo(left.path("manual").has("pm.gender"));
            desk.later();
            assertThat(desk.put(AGENCY, body, "2025", TWO).status()).isEqualTo(200);
            assertThat(desk.history(AGENCY, body, "ekyzmet.servants").body().path("history"))
                    .hasSize(1);
            if (lived) {
                assertThat(number).as("requests of an edit").isGreaterThan(3);
                return;
            }
        }
    }

    /// Against a model that keeps every claim in a list and looks for what holds in it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void inWhateverOrderClaimsAndEntriesCome_whatStandsIsWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        String[] origins = {"exit-interviews", "report:appendix-1"};
        Map<String, Long> claims = new TreeMap<>();
        Map<String, Long> seen = new HashMap<>();
        Long entered = null;
        List<Long> everSaid = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            desk.later();
            long value = 20 + random.nextInt(3);
            String origin = origins[random.nextInt(2)];
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (!Long.valueOf(value).equals(claims.put(origin, value))) {
                        everSaid.add(value);
                    }
                    desk.publish("min-digital", origin, count("exit.dismissed", value));
                }
                case 2 -> {
                    claims.remove(origin);
                    desk.publish("min-digital", origin, new Fact[0]);
                }
                case 3 -> {
                    String json =
                            "{\"facts\":{\"exit.dismissed\":"
                                    + value
                                    + "},\"basis\":\"step "
                                    + step
                                    + "\"}";
                    assertThat(desk.put(AGENCY, "min-digital", json).status()).isEqualTo(200);
                    entered = value;
                    seen = new HashMap<>(claims);
                    everSaid.add(value);
                }
                default -> {
                    String json = "{\"withdraw\":[\"exit.dismissed\"],\"basis\":\"b\"}";
                    assertThat(desk.put(AGENCY, "min-digital", json).status()).isEqualTo(200);
                    entered = null;
                }
            }
            Long publisher = claims.get("exit-interviews");
            Long report = claims.get("report:appendix-1");
            Long holds = entered != null ? entered : publisher != null ? publisher : report;
            JsonNode stands = desk.get(AGENCY, "min-digital").fact("exit.dismissed");
            assertThat(stands.isMissingNode()).as("step " + step).isEqualTo(holds == null);
            if (holds != null) {
                assertThat(stands.path("value").asLong()).as("step " + step).isEqualTo(holds);
                boolean disputed = false;
                for (var claim : claims.entrySet()) {
                    boolean decided =
                            entered != null && claim.getValue().equals(seen.get(claim.getKey()));
                    disputed |= !claim.getValue().equals(holds) && !decided;
                }
                assertThat(stands.path("disputed").asBoolean())
                        .as("step " + step)
                        .isEqualTo(disputed);
            }
        }
        List<Long> told = new ArrayList<>();
        desk.history(AGENCY, "min-digital", "exit.dismissed")
                .body()
                .path("history")
                .forEach(past -> {
                    if (past.has("value")) {
                        told.addFirst(past.path("value").asLong());
                    }
                });
        assertThat(told).isEqualTo(everSaid);
    }

    @Test
    void theMatrix_hasTheScoredBodiesPageByPage_withWhatIsMissing() {
        desk.body("akimat", BodyKind.ZHAO);
        desk.body("committee", BodyKind.OMO, "min-digital");
        desk.body("museum", BodyKind.OTHER);
        desk.put(DIGITAL, "min-digital", "{\"facts\":{\"it.employees\":61},\"basis\":\"b\"}");

        JsonNode first = desk.matrix(DIGITAL, Map.of("year", "2025", "limit", "1")).body();
        assertThat(first.path("bodies").findValuesAsText("body")).containsExactly("akimat");
        assertThat(first.at("/bodies/0/kind").asText()).isEqualTo("ZHAO");
        JsonNode second =
                desk.matrix(AGENCY, Map.of("year", "2025", "after", first.path("next").asText()))
                        .body();
        assertThat(second.path("bodies").findValuesAsText("body")).containsExactly("min-digital");
        assertThat(second.has("next")).isFalse();
        assertThat(second.at("/bodies/0/facts").has("it.employees")).isTrue();
        assertThat(second.at("/bodies/0/missing").toString())
                .contains("\"it.trained\"", "\"pm.gender\"", "\"exit.negative\"")
                .doesNotContain("\"it.employees\"", "smart.", "\"exit.exempt\"");
        assertThat(first.at("/bodies/0/missing").toString())
                .contains("smart.health")
                .doesNotContain("exit.negative");
    }

    @Test
    void theMatrix_asksForAYear() {
        assertThat(desk.matrix(AGENCY, Map.of("limit", "0")).errors())
                .containsExactly("year BAD_FORMAT", "limit OUT_OF_RANGE");
    }
}
