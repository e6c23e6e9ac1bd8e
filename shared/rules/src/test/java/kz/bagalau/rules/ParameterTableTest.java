package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ParameterTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22); // Sunday

    @Test
    void aNumberHasItsNameUnitMeaningAndPlace() {
        Parameter share = read("parameters.csv").get("career", "enough", ParameterUnit.SHARE);

        assertThat(share.value()).isEqualByComparingTo("0.80");
        assertThat(share.meaning()).isEqualTo("enough of them");
        assertThat(share.citation().paragraph()).isEqualTo("¶50");
        assertThat(share.term().text()).isEqualTo("0.8");
    }

    @Test
    void aFormulaReadsItsNumbersByName_andTheRowsOfATableInTheirOrder() {
        record Row(String from, String points) {}

        List<Row> rows =
                read("parameters.csv")
                        .formula(
                                "strategy",
                                law ->
                                        law.rows(row ->
                                                new Row(
                                                        number(row, "from", ParameterUnit.PERCENT),
                                                        number(
                                                                row,
                                                                "points",
                                                                ParameterUnit.POINTS))));

        assertThat(rows).containsExactly(new Row("80", "3"), new Row("60", "2"));
    }

    @Test
    void aNameThatTheTableLacks_isRefused() {
        assertRefused(
                () -> career(law -> law.get("k2", ParameterUnit.POINTS)),
                "parameters.csv: career has no k2");
        assertRefused(
                () ->
                        read("parameters.csv")
                                .formula("carer", law -> law.get("k", ParameterUnit.POINTS)),
                "parameters.csv: carer has no k");
    }

    @Test
    void anotherUnit_isRefused() {
        assertRefused(
                () -> career(law -> law.get("k", ParameterUnit.PERCENT)),
                "parameters.csv: career k is in points, not in percent");
    }

    @Test
    void aNumberThatTheFormulaDoesNotRead_isRefused() {
        assertRefused(
                () -> career(law -> law.get("k", ParameterUnit.POINTS)),
                "parameters.csv: career does not read enough");
        assertRefused(
                () -> read("parameters.csv").only("career", "k", ParameterUnit.POINTS),
                "does not read enough");
    }

    @Test
    void aTableThatCannotBeRead_isRefused() {
        assertRefused(() -> read("parameters-twice.csv"), "career k stands twice");
        assertRefused(() -> read("parameters-unit.csv"), "no unit euros");
        assertRefused(() -> read("parameters-cells.csv"), "5 cells instead of 6");
        assertRefused(() -> read("parameters-none.csv"), "parameters-none.csv is missing");
    }

    private static String number(Parameters law, String name, ParameterUnit unit) {
        return law.get(name, unit).value().toPlainString();
    }

    private static void career(Function<Parameters, Parameter> made) {
        read("parameters.csv").formula("career", made);
    }

    private static ParameterTable read(String table) {
        return ParameterTable.read(
                ParameterTableTest.class,
                table,
                paragraph -> new Citation("an act", paragraph, null, DAY, DAY));
    }

    private static void assertRefused(Runnable reading, String message) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
