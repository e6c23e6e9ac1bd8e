package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0",
                "\u200B\u200D",
                "\uFEFF",
                "\u2060",
                "\u3164",
                "\u2800"
            })
    void whatShowsNothing_isBlank(String text) {
        assertThat(Characters.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u200Bа", "—", "0", "ә", "👍"})
    void whatShowsSomething_isNot(String text) {
        assertThat(Characters.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF})
    void whatNoDocumentTakes_isFound(int point) {
        assertThat(Characters.unstorable("a" + (char) point + "b")).hasValue(point);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\r\nc", "👍", "қазақша", "\uFFFD", "\u0085"})
    void everythingElse_canBeStored(String text) {
        assertThat(Characters.unstorable(text)).isEmpty();
    }
}
