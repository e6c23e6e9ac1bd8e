package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrockfordTest {

    @ParameterizedTest
    @CsvSource({
        "00010203040506070809, 000G-40R4-0M30-E209",
        "ffffffffffffffffffff, ZZZZ-ZZZZ-ZZZZ-ZZZZ",
        "00443214c74254b635cf, 0123-4567-89AB-CDEF",
        "0000000000,           0000-0000"
    })
    void bytesAreWrittenInGroupsOfFour(String hex, String text) {
        assertThat(Crockford.grouped(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123-4567-89AB-CDEF",
                "0123456789abcdef",
                "o123 4567 89ab cdef",
                "O1 23-45 67-89AB\tcdef",
                "0i23-4567-89ab-cdef",
                "0l23-4567-89ab-cdef"
            })
    void whatPeopleType_isReadAsWhatTheyMean(String typed) {
        assertThat(Crockford.canonical(typed, 16)).contains("0123456789ABCDEF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEF0", "0123-4567-89AB-CDEU"})
    void whatCannotBeACode_isNone(String typed) {
        assertThat(Crockford.canonical(typed, 16)).isEmpty();
    }
}
