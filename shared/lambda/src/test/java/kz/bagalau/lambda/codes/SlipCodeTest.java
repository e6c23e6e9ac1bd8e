package kz.bagalau.lambda.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlipCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Shared with the tests of the pages, which read codes by the same rules.
    private static final JsonNode VECTORS = vectors();

    static Stream<Arguments> typed() {
        List<Arguments> typed = new ArrayList<>();
        for (JsonNode code : VECTORS.path("codes")) {
            for (JsonNode text : code.path("typed")) {
                typed.add(Arguments.of(text.asText(), code.path("code").asText()));
            }
        }
        return typed.stream();
    }

    @ParameterizedTest
    @MethodSource("typed")
    void whatPeopleType_isReadAsWhatTheyMean(String typed, String code) {
        assertThat(SlipCode.of(typed)).isEqualTo(new SlipCode.Read(new SlipCode(code)));
    }

    static Stream<String> mistyped() {
        return texts("mistyped");
    }

    @ParameterizedTest
    @MethodSource("mistyped")
    void aTypingMistake_isFoundByTheCheckCharacter(String typed) {
        assertThat(SlipCode.of(typed)).isEqualTo(new SlipCode.Mistyped());
    }

    static Stream<String> notCodes() {
        return texts("notCodes");
    }

    @ParameterizedTest
    @MethodSource("notCodes")
    void whatCannotBeACode_isNone(String typed) {
        assertThat(SlipCode.of(typed)).isEqualTo(new SlipCode.NotACode());
    }

    static Stream<String> codes() {
        Random seeded = new Random(11);
        return Stream.concat(
                Stream.of("0000-0000-0000-0000-0", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-M"),
                Stream.generate(
                                () -> {
                                    byte[] bytes = new byte[10];
                                    seeded.nextBytes(bytes);
                                    return SlipCode.of(bytes).text();
                                })
                        .limit(50));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everySingleWrongCharacter_isFound(String code) {
        for (int at = 0; at < code.length(); at++) {
            for (char other : ALPHABET.toCharArray()) {
                if (code.charAt(at) != '-' && code.charAt(at) != other) {
                    StringBuilder wrong = new StringBuilder(code);
                    wrong.setCharAt(at, other);
                    assertThat(SlipCode.of(wrong.toString()))
                            .as("%s for %s", wrong, code)
                            .isEqualTo(new SlipCode.Mistyped());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everySwapOfTwoCharacters_isFound(String code) {
        String plain = code.replace("-", "");
        for (int first = 0; first < plain.length(); first++) {
            for (int second = first + 1; second < plain.length(); second++) {
                if (plain.charAt(first) != plain.charAt(second)) {
                    StringBuilder swapped = new StringBuilder(plain);
                    swapped.setCharAt(first, plain.charAt(second));
                    swapped.setCharAt(second, plain.charAt(first));
                    assertThat(SlipCode.of(swapped.toString()))
                            .as("%s for %s", swapped, plain)
                            .isEqualTo(new SlipCode.Mistyped());
                }
            }
        }
    }

    @Test
    void aCodeTypedAsPeopleType_hasTheHashThatWasKept() {
        SlipCode code = SlipCode.random();

        assertThat(SlipCode.of(" " + code.text().toLowerCase(Locale.ROOT)))
                .isEqualTo(new SlipCode.Read(code));
        assertThat(code.text()).matches("(\\w{4}-){4}\\w");
        assertThat(code.hash())
                .isEqualTo(Sha256.base64(code.text().replace("-", "").substring(0, 16)));
    }

    @Test
    void twoCodes_areNotTheSame() {
        assertThat(Stream.generate(SlipCode::random).limit(1000).distinct()).hasSize(1000);
    }

    @Test
    void aCodeIsMadeOfNothingButItsTextAsShown() {
        assertThatThrownBy(() -> new SlipCode("0000-0000-0000-0000-1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlipCode("00000000000000000"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<String> texts(String kind) {
        return VECTORS.path(kind).valueStream().map(JsonNode::asText);
    }

    private static JsonNode vectors() {
        try (var stream = SlipCodeTest.class.getResourceAsStream("slip-codes.json")) {
            return Json.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
