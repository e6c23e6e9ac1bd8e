package kz.bagalau.survey.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.EnrolledShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private static final PublicKey ONE = key(1);
    private static final PublicKey OTHER = key(3);

    /// Computed apart, with Python's hashlib, from the documentation. The page is held to the same
    /// file.
    static Stream<JsonNode> vectors() {
        try (InputStream in =
                FingerprintTest.class.getResourceAsStream("fingerprint-vectors.json")) {
            return Json.read(
                            new String(
                                    Objects.requireNonNull(in).readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aSurveyAsItIsShown_hasTheFingerprintThatOtherCodeComputes(JsonNode vector) {
        JsonNode survey = vector.path("survey");
        List<Constituency> parts = new ArrayList<>();
        survey.path("groups")
                .properties()
                .forEach(entry -> {
                    String body = entry.getKey();
                    parts.add(
                            part(
                                    body,
                                    entry.getValue().asText(),
                                    survey.path("headcount").path(body).asInt(),
                                    PublicKey.decoded(
                                            survey.path("keys").path(body).path("n").asText()),
                                    PublicKey.decoded(
                                            survey.path("slipKeys")
                                                    .path(body)
                                                    .path("n")
                                                    .asText())));
                });
        String id = survey.path("id").asText();
        int group = survey.path("minimumGroup").asInt();
        int texts = survey.path("minimumTexts").asInt();
        EnrolledShare share = EnrolledShare.decoded(survey.path("enrolledShare").asText());

        assertThat(Fingerprint.canonical(id, group, texts, share, parts))
                .isEqualTo(vector.path("canonical").asText());
        assertThat(Fingerprint.of(id, group, texts, share, parts))
                .isEqualTo(vector.path("fingerprint").asText());
    }

    @Test
    void everyKeyAndEverySetting_isInTheFingerprint() {
        Constituency plain = part("a", "a", 61, ONE, OTHER);
        EnrolledShare share = EnrolledShare.DEFAULT;

        assertThat(
                        List.of(
                                Fingerprint.of("s", 5, 10, share, List.of(plain)),
                                Fingerprint.of("t", 5, 10, share, List.of(plain)),
                                Fingerprint.of("s", 6, 10, share, List.of(plain)),
                                Fingerprint.of("s", 5, 11, share, List.of(plain)),
                                Fingerprint.of(
                                        "s",
                                        5,
                                        10,
                                        EnrolledShare.asked("0.5").orElseThrow(),
                                        List.of(plain)),
                                Fingerprint.of(
                                        "s", 5, 10, share, List.of(part("a", "a", 61, OTHER, ONE))),
                                Fingerprint.of(
                                        "s", 5, 10, share, List.of(part("a", "b", 61, ONE, OTHER))),
                                Fingerprint.of(
                                        "s",
                                        5,
                                        10,
                                        share,
                                        List.of(part("a", "a", 60, ONE, OTHER)))))
                .doesNotHaveDuplicates();
    }

    private static Constituency part(
            String body, String group, int headcount, PublicKey login, PublicKey slip) {
        return new Constituency(
                body,
                new LocalText(body, body, body),
                headcount,
                group,
                login,
                Optional.of(slip),
                Constituency.Enrolment.NONE);
    }

    private static PublicKey key(int below) {
        return new PublicKey(BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.valueOf(below)));
    }
}
