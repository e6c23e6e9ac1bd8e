package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.row.RowNotRead;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the forms beside Appendix 1: no row with figures or marks vanishes or counts twice
/// without a problem that names it.
final class RowsOfListsTest {

    private static Filled specialists(Object[]... rows) {
        Filled filled = FormReadingTest.appendix8(Language.EN);
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < 3; column++) {
                filled.under("A8.3-" + (column + 1), i + 1, rows[i][column]);
            }
        }
        return filled;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Итого по органу",
                "Орган бойынша барлығы",
                "Total",
                "∑",
                "Цифрландыру бөлімі, барлығы"
            })
    void appendix8_totalsInAnyWordsAreNotAddedToTheirUnits(String words) {
        Filled filled =
                specialists(
                        new Object[] {"1", 3, 2},
                        new Object[] {"2", 2, 1},
                        new Object[] {words, 5, 3});
        assertThat(FormReadingTest.facts(filled.read("appendix-8", FormReadingTest.OMO)))
                .containsEntry("it.unit_staff", "5")
                .containsEntry("it.unit_educated", "3");
        filled.under("A8.3-2", 3, 6);
        assertThat(FormReadingTest.problems(filled.read("appendix-8", FormReadingTest.OMO)))
                .containsExactly("TOTAL_DIFFERS " + filled.address("A8.3-2", 3));
    }

    @ParameterizedTest
    @CsvSource({"'', 5, 3", "По органу, 5, 3", "3, 5, 3", "По органу, 6, 3"})
    void appendix8_totalsInOtherWordsAreRefusedByName(String no, int staff, int educated) {
        Filled filled =
                specialists(
                        new Object[] {"1", 3, 2},
                        new Object[] {"2", 2, 1},
                        new Object[] {no, staff, educated});
        assertThat(filled.read("appendix-8", FormReadingTest.OMO).problems())
                .extracting(FormProblem::name)
                .containsExactly("ROW_NOT_READ");
    }

    @Test
    void appendix8_aSystemThatBeginsLikeATotalOrASignatureIsOne() {
        Filled filled = FormReadingTest.appendix8(Language.EN);
        List<String> names =
                List.of("Total Commander", "Исполнитель: тапсырмалар жүйесі", "* Портал 2");
        for (int i = 0; i < names.size(); i++) {
            filled.under("A8.7-1", i + 1, Integer.toString(i + 1))
                    .under("A8.7-2", i + 1, names.get(i))
                    .under("A8.7-3", i + 1, "Министрлік")
                    .under("A8.7-6", i + 1, "-");
            filled.under("A8.1-2", i + 3, names.get(i))
                    .under("A8.1-3", i + 3, 95)
                    .under("A8.1-4", i + 3, 10)
                    .under("A8.1-5", i + 3, "жазбалар");
        }
        Reading reading = filled.read("appendix-8", FormReadingTest.OMO);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.aids().get("unused.listed")).isEqualByComparingTo("3");
        assertThat(reading.aids().get("systems.listed")).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "С видеофиксацией: конкурс № 4",
                "Бейне тіркеумен өткен конкурс",
                "Руководитель государственного органа, конкурс № 4",
                "* Конкурс № 4",
                "Барлығы бір конкурс"
            })
    void appendix2_aMarkedCompetitionIsCountedWhateverItBeginsWith(String name) {
        Filled filled = FormReadingTest.appendix2(Language.RU);
        filled.under("A2-2", 4, name).under("A2-3", 4, "+").under("A2-5", 4, "+");
        assertThat(FormReadingTest.facts(filled.read("appendix-2", FormReadingTest.OMO)))
                .isEqualTo(
                        Map.of(
                                "competitions.held",
                                "5",
                                "competitions.observed",
                                "3",
                                "competitions.recorded",
                                "4"));
    }

    @Test
    void appendix2_aTotalCountsMarks() {
        Filled filled = FormReadingTest.appendix2(Language.RU);
        filled.under("A2-2", 110, "Барлығы");
        List<Integer> counts = List.of(2, 2, 3, 1);
        IntStream.range(0, 4).forEach(i -> filled.under("A2-" + (i + 3), 110, counts.get(i)));
        assertThat(FormReadingTest.facts(filled.read("appendix-2", FormReadingTest.OMO)))
                .containsEntry("competitions.held", "4");
        filled.under("A2-3", 110, 3);
        assertThat(FormReadingTest.problems(filled.read("appendix-2", FormReadingTest.OMO)))
                .containsExactly("TOTAL_DIFFERS " + filled.address("A2-3", 110));
    }

    @Test
    void appendix2_countsOfMarksInOtherWordsAreRefusedByName() {
        Filled filled = Filled.template("appendix-2", Language.RU);
        filled.under("A2-2", 2, "Конкурс").under("A2-3", 2, "+").under("A2-5", 2, "+");
        filled.under("A2-2", 3, "По органу").under("A2-3", 3, 1).under("A2-5", 3, 1);
        assertThat(FormReadingTest.problems(filled.read("appendix-2", FormReadingTest.OMO)))
                .containsExactly("ROW_NOT_READ " + filled.address("A2-2", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Итого по органу", "Барлығы, оның ішінде"})
    void appendix7_totalsOfAveragesMayBeRounded(String words) {
        Filled filled = FormReadingTest.appendix7(Language.KK);
        filled.under("A7-2", 4, words).under("A7-z", 4, "120,51").under("A7-f", 4, 5);
        assertThat(FormReadingTest.facts(filled.read("appendix-7", FormReadingTest.OMO)))
                .containsEntry("staff.nazarbayev", "5");
        filled.under("A7-z", 4, "120,52");
        assertThat(FormReadingTest.problems(filled.read("appendix-7", FormReadingTest.OMO)))
                .containsExactly("TOTAL_DIFFERS " + filled.address("A7-z", 4));
    }

    @Test
    void appendix7_aTotalInOtherWordsIsRefusedByName() {
        Filled filled = FormReadingTest.appendix7(Language.KK);
        String[] codes = {"f", "a", "b", "c", "d", "e", "g", "h", "i", "j"};
        int[] sums = {5, 2, 0, 3, 4, 6, 4, 1, 1, 30};
        filled.under("A7-2", 4, "Министрлік").under("A7-z", 4, "120,5");
        for (int i = 0; i < codes.length; i++) {
            filled.under("A7-" + codes[i], 4, sums[i]);
        }
        assertThat(FormReadingTest.problems(filled.read("appendix-7", FormReadingTest.OMO)))
                .containsExactly("ROW_NOT_READ " + filled.address("A7-2", 4));
    }

    @Test
    void hrStatistics_aTotalOfInternshipsIsNotAddedToThem() {
        Filled filled = FormReadingTest.statistics(Language.EN);
        filled.under("HR3-1", 2, 2).under("HR3-2", 2, 1);
        filled.under("HR3-1", 3, 8).under("HR3-2", 3, 4);
        assertThat(FormReadingTest.problems(filled.read("hr-statistics", FormReadingTest.OMO)))
                .containsExactly("ROW_NOT_READ " + filled.address("HR3-1", 3));
    }

    @Test
    void hrStatistics_aTotalOfTheMonthsIsNoMonth() {
        Filled filled = FormReadingTest.statistics(Language.EN);
        filled.under("HR1-1", 13, "Total").under("HR1-2", 13, 1446).under("HR1-3", 13, 1201);
        assertThat(FormReadingTest.facts(filled.read("hr-statistics", FormReadingTest.OMO)))
                .containsEntry("headcount.norm_average", "100.083333333333");
        filled.under("HR1-2", 13, 1447);
        assertThat(FormReadingTest.problems(filled.read("hr-statistics", FormReadingTest.OMO)))
                .containsExactly("TOTAL_DIFFERS " + filled.address("HR1-2", 13));
    }

    @Test
    void aSheetOfTheSameTableBesideThatOfTheTemplateIsNotPassedOver() {
        Filled filled = FormReadingTest.appendix1(Language.EN);
        DrawnTable.appendix1("1 | Unit | 5 | 4 | 2 | 1").copyInto(filled, "Last year");
        assertThat(filled.read("appendix-1", FormReadingTest.OMO).problems())
                .extracting(FormProblem::name)
                .containsExactly("TABLE_TWICE");
        Filled empty = FormReadingTest.appendix1(Language.EN);
        DrawnTable.appendix1().copyInto(empty, "Empty");
        assertThat(empty.read("appendix-1", FormReadingTest.OMO).problems()).isEmpty();
    }

    @Test
    void everyReasonHasItsTextInThreeLanguages() {
        List<String> texts = new ArrayList<>();
        for (RowNotRead reason : RowNotRead.values()) {
            texts.addAll(List.of(reason.text().kk(), reason.text().ru(), reason.text().en()));
        }
        assertThat(texts).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }
}
