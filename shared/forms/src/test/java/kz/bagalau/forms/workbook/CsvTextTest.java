package kz.bagalau.forms.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @Test
    void aFileOpensInExcelAsItIs() {
        String file =
                new String(
                        new CsvText().row(List.of("Ә", "1;2", "")).bytes(), StandardCharsets.UTF_8);

        assertThat(file).isEqualTo("\uFEFFӘ;\"1;2\";\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+77010000001",
                "-5",
                "@SUM(A1)",
                "|cmd",
                "%x",
                "'",
                "'=1",
                "''=1",
                "'a",
                "=HYPERLINK(\"x\";\"y\")",
                "\"",
                "a\"b;c",
                "1,5",
                "Әйгерім",
                "a'b"
            })
    void whatIsWrittenIsReadAgain_andNoProgramCalculatesIt(String text) {
        byte[] file = new CsvText().row(List.of("first", text, "last")).bytes();

        List<Row> rows = new ArrayList<>();
        if (IncomingFile.open(file, FileType.CSV, FileLimits.DEFAULT)
                instanceof Opened.Readable(var read)) {
            try (read) {
                assertThat(read.sheets().getFirst().read(rows::add)).isEmpty();
            }
        }
        String field = rows.getFirst().cell(2).text();
        assertThat(CsvText.plain(field)).isEqualTo(text);
        assertThat(field).doesNotMatch("[=+\\-@|%].*");
    }
}
