package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void whatIsRight_isHandedOver() {
        Input input =
                input(
                        """
                        {"text":" some words ","number":7,"id":"min-digital","colour":"BLUE",
                         "at":"2025-11-03T09:00:00+05:00","people":["a","b"],
                         "bytes":"AAEC","child":{"inner":1},"list":[{"x":1},{"x":2}]}
                        """);

        String text = input.text("text", 10);
        int number = input.integer("number", 1, 7);
        String id = input.id("id");
        Colour colour = input.oneOf("colour", Colour.class, Colour.RED);
        Instant at = input.instant("at");
        Set<String> people = input.texts("people", 1, 2, 1);
        byte[] bytes = input.bytes("bytes", 3);
        int inner = input.object("child").integer("inner", 0, 1);
        List<Integer> list =
                input.objects("list", 2).stream().map(each -> each.integer("x", 0, 9)).toList();

        assertThat(input.finish(() -> "made")).isEqualTo(new Input.Accepted<>("made"));
        assertThat(text).isEqualTo("some words");
        assertThat(number).isEqualTo(7);
        assertThat(id).isEqualTo("min-digital");
        assertThat(colour).isEqualTo(Colour.BLUE);
        assertThat(at).isEqualTo("2025-11-03T04:00:00Z");
        assertThat(people).containsExactly("a", "b");
        assertThat(bytes).containsExactly(0, 1, 2);
        assertThat(inner).isEqualTo(1);
        assertThat(list).containsExactly(1, 2);
    }

    @Test
    void allErrorsAreNamedAtOnce_eachWithItsPointer() {
        assertThat(
                        errors(
                                """
                                {"number":8,"id":"Min Digital","colour":"GREEN","at":"yesterday",
                                 "people":["a",5,"a","bb"],"bytes":"AAE","child":{"more":1},
                                 "list":[{"x":1},2],"a/b~c":1}
                                """,
                                input -> {
                                    input.text("text", 10);
                                    input.integer("number", 1, 7);
                                    input.id("id");
                                    input.oneOf("colour", Colour.class, Colour.RED);
                                    input.instant("at");
                                    input.texts("people", 1, 9, 1);
                                    input.bytes("bytes", 3);
                                    input.object("child").integer("inner", 0, 1);
                                    input.objects("list", 2)
                                            .forEach(each -> each.integer("x", 0, 9));
                                }))
                .containsExactlyInAnyOrder(
                        "/text REQUIRED",
                        "/number OUT_OF_RANGE",
                        "/id BAD_FORMAT",
                        "/colour NOT_ALLOWED",
                        "/at BAD_FORMAT",
                        "/people/1 WRONG_TYPE",
                        "/people/2 REPEATED",
                        "/people/3 TOO_LONG",
                        "/bytes BAD_FORMAT",
                        "/child/inner REQUIRED",
                        "/child/more UNKNOWN_FIELD",
                        "/list/1 WRONG_TYPE",
                        "/a~1b~0c UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../a.jpg",
                "C:\\\\a.jpg",
                "a\\r\\nX: y.jpg",
                "\\tb.jpg",
                "exe.\u202Egpj.jpg",
                "a\u2066b.jpg"
            })
    void aFilesName_isOneLineWithoutDirectories(String name) {
        assertThat(
                        errors(
                                "{\"fileName\":\"a" + name + "\"}",
                                input -> input.fileName("fileName", 100)))
                .containsExactly("/fileName BAD_CHARACTER");
        assertThat(
                        errors(
                                "{\"fileName\":\"Есеп (1), 2-тоқсан – «ә».xlsx\"}",
                                input -> input.fileName("fileName", 100)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0026-03-09, OUT_OF_RANGE",
        "1899-12-31, OUT_OF_RANGE",
        "1900-01-01, ''",
        "2100-12-31, ''",
        "2101-01-01, OUT_OF_RANGE",
        "9999-12-31, OUT_OF_RANGE",
        "2025-02-29, BAD_FORMAT"
    })
    void aDayOfAnotherCentury_isASlip(String day, String error) {
        List<String> expected =
                error.isEmpty() ? List.of() : List.of("/on " + error, "/at " + error);

        assertThat(
                        errors(
                                "{\"on\":\"" + day + "\",\"at\":\"" + day + "T12:00:00+05:00\"}",
                                input -> {
                                    input.date("on");
                                    input.instant("at");
                                }))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | NOT_AN_OBJECT",
                "{                        | NOT_JSON",
                "{\"a\":1} {\"a\":1}      | NOT_JSON",
                "{\"a\":1}]               | NOT_JSON",
                "{\"a\":NaN}              | NOT_JSON",
                "{\"a\":01}               | NOT_JSON",
                "{'a':1}                  | NOT_JSON",
                "[1]                      | NOT_AN_OBJECT",
                "\"a\"                    | NOT_AN_OBJECT",
                "null                     | NOT_AN_OBJECT",
                "{\"a\":1,\"a\":1}        | DUPLICATE_FIELD",
                "{\"b\":{\"a\":1,\"a\":2}} | DUPLICATE_FIELD"
            })
    void aBodyThatIsNotOneObject_isRefusedAsAWhole(String body, String code) {
        assertThat(errors(body, input -> input.integer("a", 0, 9))).containsExactly(" " + code);
    }

    @Test
    void aBodyNestedTooDeeply_isRefused_andOneAsDeepAsAllowedIsRead() {
        String twelve = "{\"a\":".repeat(12) + "1" + "}".repeat(12);
        String thirteen = "{\"a\":".repeat(13) + "1" + "}".repeat(13);
        String bomb = "{\"a\":" + "[".repeat(100_000);

        assertThat(errors(twelve, input -> input.raw("a"))).isEmpty();
        assertThat(errors(thirteen, input -> input.raw("a"))).containsExactly(" TOO_DEEP");
        assertThat(errors(bomb, 1_000_000, input -> input.raw("a"))).containsExactly(" TOO_DEEP");
    }

    @Test
    void aNumberOrANameOutOfAllProportion_isRefused() {
        assertThat(errors("{\"a\":1" + "0".repeat(50) + "}", input -> input.raw("a")))
                .containsExactly(" TOO_DEEP");
        assertThat(errors("{\"" + "a".repeat(60_000) + "\":1}", 100_000, input -> {}))
                .containsExactly(" TOO_DEEP");
    }

    @Test
    void aBodyOverTheLimit_isTooLarge_countedInBytes() {
        String fits = "{\"a\":\"" + "б".repeat(46) + "\"}"; // 100 bytes

        assertThat(errors(fits, 100, input -> input.text("a", 99))).isEmpty();
        assertThat(errors(fits, 99, input -> input.text("a", 99))).containsExactly(" TOO_LONG");
        assertThat(input(fits, 99).finish(() -> "made"))
                .isInstanceOfSatisfying(
                        Input.Rejected.class,
                        no -> assertThat(no.problem().code().status()).isEqualTo(413));
    }

    @Test
    void aBodyInBase64_isReadLikeAnyOther() {
        String encoded =
                Base64.getEncoder()
                        .encodeToString("{\"a\":\"қазақша\"}".getBytes(StandardCharsets.UTF_8));
        Request request =
                Calls.request(Json.object().put("body", encoded).put("isBase64Encoded", true));

        assertThat(request.input(100).text("a", 7)).isEqualTo("қазақша");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e0", "\"1\"", "true", "[1]", "{}"})
    void whatIsNoInteger_isNoInteger(String value) {
        assertThat(errors("{\"a\":" + value + "}", input -> input.integer("a", 0, 9)))
                .first()
                .isEqualTo("/a WRONG_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10", "2147483648", "4294967301", "99999999999999999999"})
    void anIntegerOutsideTheLimits_isRefused(String value) {
        assertThat(errors("{\"a\":" + value + "}", input -> input.integer("a", 0, 9)))
                .containsExactly("/a OUT_OF_RANGE");
    }

    @Test
    void aFieldWithAnErrorIsWrong_andTheDayThatStandsForNoneIsNot() {
        Input input = input("{\"a\":\"1970-01-01\",\"b\":\"x\",\"c\":{\"a\":\"x\"}}", 100);
        Input child = input.object("c");
        for (Input each : List.of(input, child)) {
            each.date("a");
        }
        input.date("b");

        assertThat(input.isWrong("a")).isFalse();
        assertThat(input.isWrong("b")).isTrue();
        assertThat(child.isWrong("a")).isTrue();
        assertThat(child.isWrong("b")).isFalse();
    }

    @Test
    void whoIsNamedIsOneLineWithoutTheSignThatPartsKeys() {
        String people = "{\"a\":\"emp-1\",\"b\":\"a#b\",\"c\":[\"Сәуле\",\"a\\tb\",\"a\\nb\"]}";

        assertThat(
                        errors(
                                people,
                                input -> {
                                    input.person("a", 9);
                                    input.person("b", 9);
                                    input.people("c", 1, 3, 9);
                                }))
                .containsExactly("/b BAD_FORMAT", "/c/1 BAD_FORMAT", "/c/2 BAD_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void anEmptyValue_isMissing(String value) {
        assertThat(errors("{\"a\":" + value + "}", input -> input.text("a", 9)))
                .containsExactly("/a REQUIRED");
    }

    @Test
    void aTextIsMeasuredInCharacters_notInCodeUnits() {
        assertThat(errors("{\"a\":\"🙂🙂🙂\"}", input -> input.text("a", 3))).isEmpty();
        assertThat(errors("{\"a\":\"🙂🙂🙂\"}", input -> input.text("a", 2)))
                .containsExactly("/a TOO_LONG");
    }

    @Test
    void optionalFields_mayBeAbsentOrNull_butNotWrong() {
        Consumer<Input> form =
                input -> {
                    input.optionalText("text", 3);
                    input.optionalId("id");
                    input.optionalTexts("texts", 2, 3);
                    input.optionalObject("child");
                    input.integer("number", 1, 5, 2);
                };

        assertThat(errors("{}", form)).isEmpty();
        assertThat(errors("{\"text\":null,\"id\":null,\"number\":null}", form)).isEmpty();
        assertThat(errors("{\"text\":1,\"id\":\"A\",\"texts\":{},\"child\":[],\"number\":0}", form))
                .containsExactly(
                        "/text WRONG_TYPE",
                        "/id BAD_FORMAT",
                        "/texts WRONG_TYPE",
                        "/child WRONG_TYPE",
                        "/number OUT_OF_RANGE");
    }

    @Test
    void tooManyElements_areNotRead() {
        String many = "{\"a\":[\"x\"" + ",\"x\"".repeat(10) + "]}";

        assertThat(errors(many, input -> input.texts("a", 1, 10, 1)))
                .containsExactly("/a TOO_MANY");
        assertThat(errors("{\"a\":[]}", input -> input.texts("a", 1, 10, 1)))
                .containsExactly("/a TOO_FEW");
        assertThat(errors("{\"a\":[{},{}]}", input -> input.objects("a", 1)))
                .containsExactly("/a TOO_MANY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAEC", "AA EC", "AAECAw==AA", "+/+/", "не base64"})
    void bytesAreBase64urlOfTheLengthWanted(String text) {
        assertThat(errors("{\"a\":\"" + text + "\"}", input -> input.bytes("a", 4))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"x\\ud800\"}              | /a BAD_CHARACTER",
                "{\"a\":\"\\udc00\\ud800\"}         | /a BAD_CHARACTER",
                "{\"a\":\"x\\u0000\"}              | /a BAD_CHARACTER",
                "{\"a\":{\"b\":[\"\",\"\\uffff\"]}}  | /a/b/1 BAD_CHARACTER",
                "{\"a/\\ud800\":1}                | ' BAD_CHARACTER'"
            })
    void aTextThatNoStoreTakes_isRefusedAtItsField(String body, String error) {
        assertThat(errors(body, input -> input.raw("a"))).contains(error);
    }

    @Test
    void whatFormsAPair_isATextLikeAnyOther() {
        assertThat(errors("{\"a\":\"\\ud83d\\udc4d\"}", input -> input.text("a", 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", " \\u00a0\\ufeff ", "\\u3164"})
    void aTextThatShowsNothing_isMissing(String text) {
        assertThat(errors("{\"a\":\"" + text + "\"}", input -> input.text("a", 10)))
                .containsExactly("/a REQUIRED");
        assertThat(errors("{\"a\":[\"" + text + "\"]}", input -> input.texts("a", 0, 9, 9)))
                .containsExactly("/a/0 WRONG_TYPE");
    }

    private static Input input(String body) {
        return input(body, 10_000);
    }

    private static Input input(String body, int maxBytes) {
        return Calls.request(Json.object().put("body", body)).input(maxBytes);
    }

    private static List<String> errors(String body, Consumer<Input> form) {
        return errors(body, 10_000, form);
    }

    private static List<String> errors(String body, int maxBytes, Consumer<Input> form) {
        Input input = input(body, maxBytes);
        form.accept(input);
        return switch (input.finish(() -> "made")) {
            case Input.Accepted<String> made -> List.of();
            case Input.Rejected<String>(var problem) ->
                    problem.errors().stream()
                            .map(error -> error.pointer() + " " + error.code().name())
                            .toList();
        };
    }
}
