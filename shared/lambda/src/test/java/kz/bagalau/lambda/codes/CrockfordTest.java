package kz.bagalau.lambda.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
