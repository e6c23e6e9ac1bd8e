package kz.bagalau.forms.report.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Жиыны",
                "Барлыгы, оның ішінде",
                "Орган бойынша жиыны",
                "ВСЕГО:",
                "и т о г о",
                "Подытог",
                "Министерство, итого**",
                "Общее количество",
                "В целом по органу",
                "Sub-total",
                "Grand total",
                "∑",
                "="
            })
    void totalsAreKnownInAnyPlaceOfAName(String text) {
        assertThat(RowWords.total(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Отдел итоговой аналитики",
                "Жалпы бөлім",
                "Общий отдел",
                "Жиынтық талдау басқармасы",
                "Totality",
                "А Б"
            })
    void othersAreNone(String text) {
        assertThat(RowWords.total(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Всего конкурсов, true",
        "Обеспечение всего комплекса мер, false",
        "* Итого, true",
        "Портал, false"
    })
    void textsOfListsAreTotalsByTheirFirstWordOnly(String text, boolean total) {
        assertThat(RowWords.beginsTotal(text)).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "Мемлекеттік органның басшысы _____, true",
        "Исполнитель: А. Ахметов, true",
        "The report is prepared in MS Excel, true",
        "Кадр департаменті, false"
    })
    void endsAreKnownByTheirBeginning(String text, boolean end) {
        assertThat(RowWords.end(text)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"'в том числе:', true", "Оның ішінде, true", "в том числе аппарат, false"})
    void linesBetweenATotalAndItsPartsStandAlone(String text, boolean parts) {
        assertThat(RowWords.parts(text)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "* Unit B, Unit B",
        "Unit B**, Unit B",
        "2¹, 2",
        "Unit B ²⁾, Unit B",
        "† 5 ‡, 5",
        "1), 1)",
        "*, ''"
    })
    void footnoteMarksAreTakenOff(String text, String plain) {
        assertThat(FootnoteMarks.stripped(text)).isEqualTo(plain);
        assertThat(FootnoteMarks.leads(text)).isEqualTo(text.matches("[*†].*"));
    }
}
