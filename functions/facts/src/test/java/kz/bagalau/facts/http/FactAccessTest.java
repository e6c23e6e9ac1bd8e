package kz.bagalau.facts.http;

import static kz.bagalau.facts.http.Desk.AGENCY;
import static kz.bagalau.facts.http.Desk.DIGITAL;
import static kz.bagalau.facts.http.Desk.HR;
import static kz.bagalau.facts.http.Desk.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who reads and who writes which facts, and what nobody but the Agency learns.
class FactAccessTest {

    private static final String PM = "{\"facts\":{\"ekyzmet.servants\":61},\"basis\":\"b\"}";
    private static final String IT = "{\"facts\":{\"it.employees\":61},\"basis\":\"b\"}";

    @AutoClose private final Desk desk = new Desk();

    @BeforeEach
    void twoBodies() {
        desk.body("min-digital", BodyKind.OMO);
        desk.body("akimat", BodyKind.ZHAO);
    }

    @Test
    void withoutClaims_nothingIsReadOrWritten() {
        assertThat(desk.put(NOBODY, "min-digital", PM).status()).isEqualTo(401);
        assertThat(desk.get(NOBODY, "min-digital").status()).isEqualTo(401);
        assertThat(desk.history(NOBODY, "min-digital", "ekyzmet.servants").status()).isEqualTo(401);
        assertThat(desk.matrix(NOBODY, Map.of("year", "2025")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency], , 200, 403",
        "[bagalau:digital], , 403, 200",
        "[bagalau:agency bagalau:digital], , 200, 200",
        "[bagalau:hr], min-digital, 403, 403",
        "[bagalau:hr], akimat, 403, 403",
        "[bagalau:head bagalau:commission], min-digital, 403, 403",
        "[bagalau:territorial bagalau:service], , 403, 403",
    })
    void theAgencyWritesPersonnel_theInformatizationBodyInformationTechnology(
            String roles, @Nullable String body, int pm, int it) {
        Map<String, String> claims = claims(roles, body);

        assertThat(desk.put(claims, "min-digital", PM).status()).isEqualTo(pm);
        assertThat(desk.put(claims, "min-digital", IT).status()).isEqualTo(it);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"facts\":{\"it.employees\":61,\"ekyzmet.servants\":61},\"basis\":\"b\"}",
                "{\"manual\":{\"pm.gender\":{\"points\":\"4\",\"basis\":\"b\",\"document\":\"d\"}}}",
                "{\"adopts\":{\"exit.dismissed\":\"report:appendix-1\"},\"basis\":\"b\"}",
                "{\"withdraw\":[\"ekyzmet.servants\"],\"basis\":\"b\"}",
                "{\"facts\":{\"it.employees\":61},\"basis\":\"b\",\"seen\":{\"exit.negative\":\"0\"}}",
                "{\"facts\":{\"information.pm\":[\"1\"]},\"basis\":\"b\"}",
            })
    void whereAnythingNamedIsNotTheInformatizationBodys_allIsRefused_andNothingStored(String json) {
        assertThat(desk.put(DIGITAL, "min-digital", json).status()).isEqualTo(403);
        assertThat(desk.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"facts\":{\"smart.health\":\"1\"},\"basis\":\"b\"}",
                "{\"facts\":{\"information.it\":[\"1\"]},\"basis\":\"b\"}",
                "{\"manual\":{\"it.arch_portal\":{\"points\":\"4\",\"basis\":\"b\",\"document\":\"d\"}}}",
            })
    void theAgencyWritesNothingOfInformationTechnology(String json) {
        assertThat(desk.put(AGENCY, "akimat", json).status()).isEqualTo(403);
    }

    @Test
    void everyFactAndIndicatorIsSomebodysToEnter() {
        assertThat(Vocabulary.all())
                .allSatisfy(fact ->
                        assertThat(EntryRights.role(fact.name())).as(fact.name()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency], , 200, 200, 200",
        "[bagalau:digital], , 200, 200, 200",
        "[bagalau:hr], min-digital, 200, 403, 403",
        "[bagalau:hr], akimat, 403, 403, 403",
        "[bagalau:hr], , 403, 403, 403",
        "[bagalau:employee], min-digital, 403, 403, 403",
    })
    void aBodysPersonnelServiceReadsItsOwnFactsOnly(
            String roles, @Nullable String body, int facts, int history, int matrix) {
        Map<String, String> claims = claims(roles, body);

        assertThat(desk.get(claims, "min-digital").status()).isEqualTo(facts);
        assertThat(desk.history(claims, "min-digital", "ekyzmet.servants").status())
                .isEqualTo(history);
        assertThat(desk.matrix(claims, Map.of("year", "2025")).status()).isEqualTo(matrix);
    }

    @Test
    void aBodyThatIsNotInTheDirectory_isNotFound() {
        assertThat(desk.get(AGENCY, "elsewhere").status()).isEqualTo(404);
        assertThat(desk.put(AGENCY, "elsewhere", PM).status()).isEqualTo(404);
        assertThat(desk.put(AGENCY, "min-digital", "25", PM).status()).isEqualTo(404);
    }

    @Test
    void p35_whoChoseANegativeReason_isTheAgencysOnly_inEveryAnswer() {
        desk.publish(
                "min-digital",
                "exit-interviews",
                Desk.count("exit.dismissed", 24),
                Desk.count("exit.interviewed", 18),
                Desk.count("exit.negative", 13));
        desk.later();
        String json =
                "{\"facts\":{\"exit.negative\":11,\"exit.dismissed\":23},"
                        + "\"basis\":\"eleven of them\",\"document\":\"doc-neg\"}";
        assertThat(desk.put(AGENCY, "min-digital", json).status()).isEqualTo(200);

        assertThat(desk.get(AGENCY, "min-digital").fact("exit.negative").path("value").asInt())
                .isEqualTo(11);
        for (Map<String, String> reader : List.of(DIGITAL, HR)) {
            Desk.Answer told = desk.get(reader, "min-digital");
            assertThat(told.fact("exit.dismissed").path("value").asInt()).isEqualTo(23);
            assertThat(told.body().toString()).doesNotContain("negative", "eleven", "doc-neg");
        }
        assertThat(desk.history(DIGITAL, "min-digital", "exit.negative").status()).isEqualTo(404);
        assertThat(desk.history(AGENCY, "min-digital", "exit.negative").body().path("history"))
                .hasSize(2);
        assertThat(desk.history(DIGITAL, "min-digital", "exit.dismissed").body().toString())
                .contains("23", "24")
                .doesNotContain("eleven", "doc-neg");
        assertThat(desk.matrix(DIGITAL, Map.of("year", "2025")).body().toString())
                .contains("exit.dismissed")
                .doesNotContain("negative", "eleven", "doc-neg");
    }

    private static Map<String, String> claims(String roles, @Nullable String body) {
        Map<String, String> claims = new HashMap<>(Map.of("sub", "x1", "roles", roles));
        if (body != null) {
            claims.put("body", body);
        }
        return claims;
    }
}
