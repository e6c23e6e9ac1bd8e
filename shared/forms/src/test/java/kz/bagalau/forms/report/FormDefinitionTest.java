package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.Vocabulary;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The definitions and the templates that are made of them.
final class FormDefinitionTest {

    static List<Form> forms() {
        return Forms.all();
    }

    @Test
    void thereAreTheFormsOfTheApi() {
        assertThat(Forms.all())
                .extracting(Form::id)
                .containsExactly(
                        "appendix-1",
                        "appendix-2",
                        "appendix-7",
                        "appendix-8",
                        "hr-statistics",
                        "access-events",
                        "worktime");
        assertThat(Forms.find("appendix-9")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFactIsOneOfTheVocabulary(Form form) {
        List<String> known = Vocabulary.all().stream().map(FactType::name).toList();
        assertThat(form.facts())
                .extracting(Measure::name)
                .isSubsetOf(known)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void codesAreToldApartEvenInTheOtherScript(Form form) {
        Set<String> codes = new HashSet<>();
        for (Table table : form.tables()) {
            for (Column column : table.columns()) {
                assertThat(codes.add(LookalikeKey.of(column.code()))).as(column.code()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void headingsOfATableAreToldApartInEveryLanguage(Form form) {
        for (Table table : form.tables()) {
            for (Language language : Language.values()) {
                List<String> headings = new ArrayList<>();
                for (Column column : table.columns()) {
                    String group =
                            column.groupNames().isEmpty() ? "" : column.groupHeading().in(language);
                    headings.add(LookalikeKey.of(group + column.heading().in(language)));
                }
                assertThat(headings).as(table.id()).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anEmptyTemplateIsFoundToBeEmptyAndNothingElse(Form form) {
        for (Language language : Language.values()) {
            Reading reading =
                    form.read(form.template(language), FileType.XLSX, FormReadingTest.OMO);
            assertThat(reading.problems())
                    .extracting(FormProblem::code)
                    .isSubsetOf(
                            FormProblem.Code.VALUE_MISSING,
                            FormProblem.Code.FIGURE_MISSING,
                            FormProblem.Code.TABLE_EMPTY);
            assertThat(reading.incomplete()).isTrue();
            assertThat(reading.warnings())
                    .extracting(FormProblem::code)
                    .isSubsetOf(FormProblem.Code.TABLE_WITHOUT_ROWS);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void templatesHaveLockedHeadingsOpenFieldsAndAStamp(Form form) {
        for (Language language : Language.values()) {
            var book = Filled.of(form.template(language)).book();
            Sheet stamp = book.getSheet("bagalau");
            assertThat(book.isSheetVeryHidden(book.getSheetIndex(stamp))).isTrue();
            assertThat(stamp.getRow(0).getCell(1).getStringCellValue()).isEqualTo(form.stamp());
            for (Table table : form.tables()) {
                Sheet sheet = book.getSheet(table.sheet().in(language));
                assertThat(sheet.getProtect()).isTrue();
                for (Column column : table.columns()) {
                    Cell heading = find(sheet, column.heading().in(language));
                    assertThat(heading.getCellStyle().getLocked()).isTrue();
                }
                if (table.columns().stream().anyMatch(column -> column.type().numeric())) {
                    assertThat(sheet.getDataValidations()).isNotEmpty();
                }
                assertThat(cells(sheet).filter(cell -> !cell.getCellStyle().getLocked()))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FormProblem.Code.class)
    void everyProblemIsToldInThreeLanguages(FormProblem.Code code) {
        var detail = FormProblem.same("x");
        FormProblem problem = FormProblem.of("", "", code, detail, detail, detail, detail, detail);
        for (Language language : Language.values()) {
            assertThat(problem.message().in(language)).isNotBlank().doesNotContain("%s");
        }
    }

    private static Cell find(Sheet sheet, String text) {
        return cells(sheet)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> cell.getStringCellValue().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sheet.getSheetName() + " has no " + text));
    }

    private static Stream<Cell> cells(Sheet sheet) {
        List<Cell> cells = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cells::add));
        return cells.stream();
    }
}
