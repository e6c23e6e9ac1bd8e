package kz.bagalau.forms.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Wording KAZAKH = new Wording(Language.KK);
    private static final Wording RUSSIAN = new Wording(Language.RU);
    private static final Wording ENGLISH = new Wording(Language.EN);

    @Test
    void fractionsHaveACommaInKazakhAndRussian_andAPointInEnglish() {
        assertThat(KAZAKH.points(new BigDecimal("-3.125"))).isEqualTo("−3,13");
        assertThat(RUSSIAN.plain(new BigDecimal("86.375"))).isEqualTo("86,375");
        assertThat(ENGLISH.points(new BigDecimal("8.5"))).isEqualTo("8.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5 × 18 / 24 = 3.75 − 1.5 (¶35) = 2.25 | 5 × 18 / 24 = 3,75 − 1,5 (п. 35) = 2,25
                    0.5 (¶40.2)                           | 0,5 (пп. 2 п. 40)
                    акт от 12.05.2025 № 1.2               | акт от 12.05.2025 № 1,2
                    = 2.25.                               | = 2,25.
                    → не более 30 (Appendix 13 row 1.1)   | → не более 30 (приложение 13, строка 1.1)
                    0.1; 0.25                             | 0,1; 0,25
                    """)
    void aWorkingKeepsDaysAndPlaces(String working, String told) {
        assertThat(RUSSIAN.line(working)).isEqualTo(told);
        assertThat(ENGLISH.line(working)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ¶69-1               | 69-1-тармақ            | п. 69-1
                    ¶40.1               | 40-тармақ 1-тармақша   | пп. 1 п. 40
                    Appendix 12 rule 7  | 12-қосымша, 7-қағида   | приложение 12, правило 7
                    Appendix 16 row 9   | 16-қосымша, 9-жол      | приложение 16, строка 9
                    Appendices 13 and 16| 13 және 16-қосымшалар  | приложения 13 и 16
                    Appendix 9          | 9-қосымша              | приложение 9
                    """)
    void placesOfTheActAreNamedInTheLanguage(String place, String kazakh, String russian) {
        assertThat(KAZAKH.places(place)).isEqualTo(kazakh);
        assertThat(RUSSIAN.places(place)).isEqualTo(russian);
        assertThat(ENGLISH.places(place)).isEqualTo(place);
    }
}
