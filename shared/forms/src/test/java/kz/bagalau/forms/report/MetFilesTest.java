package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.Hours;
import kz.bagalau.rules.worktime.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files with invented data, each made as one with which other programs met people's files.
final class MetFilesTest {

    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final ReadingContext CONTEXT =
            new ReadingContext(BodyKind.OMO, 2025, Map.of(), 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a type for macros, and no macros
                "W14-sheetjs.xlsx",
                "X11-vba-default-no-part.xlsx",
                "X12-sheetjs-default.xlsx",
                // a shared text without a number
                "E7a-empty-shared-index.xlsx",
                // sizes of zip64 where nobody needs them
                "E14b-zip64-superfluous.xlsx"
            })
    void appendix1_isRead(String file) throws URISyntaxException {
        Reading reading = read("appendix-1", file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.facts())
                .extracting(CellFact::fact, CellFact::value)
                .containsExactly(
                        tuple("exit.dismissed", new FactValue.Amount(new BigDecimal("11"))),
                        tuple("exit.interviewed", new FactValue.Amount(new BigDecimal("7"))));
    }

    @Test
    void theProvenanceNamesTheSheetAsItIsCalled() throws URISyntaxException {
        assertThat(read("appendix-1", "SH1-sheet-name.xlsx").facts())
                .extracting(CellFact::sheet)
                .containsOnly("Отчёт №1 (янв–дек) & «свод»");
    }

    @Test
    void aTruthValueAsAWordIsAMark() throws URISyntaxException {
        assertThat(read("appendix-2", "SS5-bool-true-word.xlsx").problems())
                .extracting(FormProblem::code)
                .doesNotContain(FormProblem.Code.NOT_A_MARK, FormProblem.Code.CELL_NOT_READ);
    }

    @ParameterizedTest
    @CsvSource({"T8-two-time-columns.xlsx, D1", "C28-two-time-columns.csv, D1"})
    void accessEvents_twoColumnsOfOneNameAreAProblem(String file, String cell)
            throws URISyntaxException {
        assertThat(events(file).reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .contains("COLUMN_TWICE " + cell);
    }

    @Test
    void accessEvents_aTitleWithCommasSeparatesNothing() throws URISyntaxException {
        AccessEvents.Read read = events("C4-title-commas.csv");

        assertThat(read.reading().problems()).isEmpty();
        // out at 21:00; 18:30 and 30 minutes
        assertThat(Hours.decimal(read.overtime().orElseThrow().total().weekday()))
                .isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K12-night-shift.xlsx", "K13-end-24.xlsx"})
    void accessEvents_aShiftMayEndOnTheNextDay(String file) throws URISyntaxException {
        AccessEvents.Read read = events(file);

        assertThat(read.reading().problems()).isEmpty();
        assertThat(read.overtime().orElseThrow().total()).isEqualTo(Hours.NONE);
    }

    @Test
    void accessEvents_dateCellsWithAnOffsetAreProblemsAtTheirCells() throws URISyntaxException {
        assertThat(events("W15-sheetjs-celldates.xlsx").reading().problems())
                .extracting(problem -> problem.code() + " " + problem.cell())
                .contains("CELL_NOT_READ D2", "CELL_NOT_READ D3");
    }

    private static Reading read(String form, String file) throws URISyntaxException {
        return Forms.find(form).orElseThrow().read(path(file), FileType.XLSX, CONTEXT);
    }

    private static AccessEvents.Read events(String file) throws URISyntaxException {
        return AccessEvents.read(
                path(file),
                FileType.named(file).orElseThrow(),
                MARCH,
                WorkingCalendar.published().year(2025),
                new Schedule());
    }

    private static Path path(String file) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(MetFilesTest.class.getResource("met/" + file)).toURI());
    }
}
