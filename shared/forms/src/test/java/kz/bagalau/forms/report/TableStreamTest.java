package kz.bagalau.forms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.report.place.TableStream;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableStreamTest {

    private static final Form FORM = Forms.find("access-events").orElseThrow();

    @ParameterizedTest
    @EnumSource(Language.class)
    void passagesOfTheTemplateAreHandedOverRowByRow(Language language) {
        Filled filled = Filled.template("access-events", language);
        for (int i = 1; i <= 200; i++) {
            filled.under("AE1-1", i, "p" + i)
                    .under("AE1-4", i, "02.06.2025 08:%02d:00".formatted(i % 60));
        }
        assertThat(people(filled.bytes(), FileType.XLSX))
                .hasSize(200)
                .startsWith("p1", "p2")
                .endsWith("p200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Адам;Есік;Бағыты;Уақыты",
                "door,x,time,person",
                "Время\tЧеловек",
                "AE1-4;AE1-1",
                "АЕ1-4;АЕ1-1"
            })
    void csvIsFoundByItsHeadingsInAnyOrder(String headings) {
        String separator = headings.contains(";") ? ";" : headings.contains(",") ? "," : "\t";
        List<String> row = new ArrayList<>();
        for (String heading : headings.split(separator)) {
            row.add(heading.matches("Адам|person|Человек|.*-1") ? "p7" : "2025-06-02T08:00");
        }
        String csv = headings + "\n" + String.join(separator, row) + "\n";
        assertThat(people(csv.getBytes(StandardCharsets.UTF_8), FileType.CSV))
                .containsExactly("p7");
    }

    @Test
    void aSheetWithoutHeadingsHasNoTable() {
        assertThat(people("1;2\n3;4\n".getBytes(StandardCharsets.UTF_8), FileType.CSV)).isEmpty();
    }

    private static List<String> people(byte[] bytes, FileType type) {
        List<String> people = new ArrayList<>();
        if (!(IncomingFile.open(bytes, type, FORM.limits()) instanceof Opened.Readable(var file))) {
            throw new AssertionError("refused");
        }
        try (file) {
            var stream =
                    new TableStream(
                            FORM.tables(),
                            (_, _) -> {},
                            (located, row) -> {
                                assertThat(located.table().id()).isEqualTo("passages");
                                located.cell(row, "person")
                                        .filter(cell -> !cell.blank())
                                        .map(Cell::text)
                                        .ifPresent(people::add);
                            });
            assertThat(file.sheets().getFirst().read(stream)).isEmpty();
            stream.finish();
        }
        return people;
    }
}
