package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | KK",
                "ru | RU",
                "ru-RU,ru;q=0.9,en-US;q=0.8 | RU",
                "de,en;q=0.7,kk;q=0.8 | KK",
                "fr | KK",
                "en;q=0, ru;q=0.1 | RU",
                "en;q=nonsense | KK",
                "KK-Cyrl | KK"
            })
    void theBestOfOurLanguagesIsChosen_kazakhOtherwise(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }
}
