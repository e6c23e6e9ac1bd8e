package kz.bagalau.forms.report.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the number of a row may mean, and what the numbers of several rows mean together.
final class OutlineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 1",
                "1.; 1",
                "1.1); 1.1",
                "(1.10.2); 1.10.2",
                "№ 7; 7",
                "2–3; 2.3",
                "1/2; 1.2",
                "*2; 2",
                "2¹⁾; 2",
                "１．２; 1.2",
                "IV; 4",
                "XIX.2; 19.2",
                "Х; 10 21 27",
                "а; 1",
                "б); 2 3",
                "1б; 1.2 1.3",
                "c; 3"
            })
    void textsAreReadInAnySpelling(String text, String readings) {
        assertThat(readings(new Value.Text(text))).isEqualTo(readings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "*", "б/н", "пункт", "Итого", "1 000 000 000", "A1-1", "1..2"})
    void otherTextsAreNoNumbers(String text) {
        assertThat(readings(new Value.Text(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.1, 1.1 1.10", "12.25, 12.25 12.250", "0, ''", "-1, ''", "1.123456, ''"})
    void numbersMayHaveLostAZero(BigDecimal number, String readings) {
        assertThat(readings(new Value.Amount(number, false))).isEqualTo(readings);
    }

    /// 45689 is 1 February 2025, 41275 is 1 January 2013.
    @ParameterizedTest
    @CsvSource({"45689, 1.2 2.1 2.25 1.2.25 2.1.25", "41275, 1.1 1.13 1.1.13", "36892, 1.1 1.1.1"})
    void daysMayHaveBeenNumbers(BigDecimal days, String readings) {
        assertThat(readings(new Value.Moment(days, false))).isEqualTo(readings);
    }

    @ParameterizedTest
    @CsvSource({
        "1.9 1.1|1.10 1.11, 1.9 1.10 1.11",
        "1.1|1.10 1.2|1.20 2, 1.1 1.2 2",
        "1.1|1.10 1.10.1, 1.10 1.10.1",
        "1 1.1|1.10 '' 1.2|2.1, 1 1.1 '' 1.2",
        "1.2|2.1, 1.2?"
    })
    void rowsAreReadByTheirNeighbours(String rows, String numbers) {
        List<List<OutlineNumber>> readings =
                Stream.of(rows.split(" "))
                        .map(row -> row.equals("''") ? List.<OutlineNumber>of() : numbers(row))
                        .toList();
        assertThat(
                        Outline.of(readings).stream()
                                .map(choice ->
                                        choice.number().map(OutlineTest::text).orElse("''")
                                                + (choice.sure() ? "" : "?"))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    private static List<OutlineNumber> numbers(String readings) {
        return Stream.of(readings.split("\\|"))
                .map(path ->
                        new OutlineNumber(
                                Arrays.stream(path.split("\\.")).map(Integer::valueOf).toList()))
                .toList();
    }

    private static String readings(Value value) {
        return OutlineNumber.readings(new Cell(1, 1, value, false)).stream()
                .map(OutlineTest::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(OutlineNumber number) {
        return number.path().stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
