package kz.bagalau.directory.http;

import static kz.bagalau.directory.http.StaffDesk.flat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.lambda.dynamo.Table;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportStaffTest {

    private static final String COLUMNS =
            "employee;name;unit;position.kk;position.ru;manager;from\r\n";

    @AutoClose private final StaffDesk desk = new StaffDesk();

    @BeforeEach
    void theFirstHead() {
        desk.boss();
    }

    /// Everything that a record can say, and texts that a spreadsheet would take for formulas.
    private void everything() {
        ObjectNode person =
                flat("top", "boss").put("name", "=HYPERLINK(\"x\");1").put("week", "6x1");
        person.putObject("names").put("last", "+Ахметова").put("first", "-Ә,\"йгерім\"");
        person.put("email", "a@example.kz").put("mobile", "+77010000001");
        person.remove(List.of("unit", "position", "manager", "appointedOn"));
        var held = person.putArray("appointments");
        held.addObject()
                .put("unit", "top")
                .put("position", "'=1+1")
                .put("category", "D-5")
                .put("manager", "boss")
                .put("higherManager", "boss")
                .put("kind", "ELECTED")
                .put("from", "2025-02-01")
                .put("to", "2026-03-01")
                .put("end", "MOVED_WITHIN");
        var second =
                held.addObject()
                        .put("unit", "top")
                        .put("leading", true)
                        .put("unitHead", true)
                        .put("apparatusHead", true)
                        .put("from", "2026-03-02");
        second.putObject("position").put("kk", "@бөлім\u00a0басшысы").put("ru", "Руководитель");
        var absences = person.putArray("absences");
        absences.addObject()
                .put("kind", "LABOUR_LEAVE")
                .put("from", "2026-02-02")
                .put("to", "2026-02-13");
        absences.addObject().put("kind", "SICK").put("from", "2026-03-05").put("to", "2026-03-05");
        var secondments = person.putArray("secondments");
        secondments.addObject().put("to", "akimat").put("from", "2026-04-01");
        secondments
                .addObject()
                .put("to", "elsewhere")
                .put("from", "2025-05-01")
                .put("until", "2025-06-01");
        assertThat(desk.person("emp-1", person).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "employees.xlsx, kk",
        "employees.xlsx, ru",
        "employees.xlsx, en",
        "employees.csv, en"
    })
    void whatIsExported_isImportedUnchanged(String file, String language) {
        everything();
        byte[] exported = desk.export(file, language);

        assertThat(counts(desk.importing(file, exported).send())).isEqualTo("0 0 2");
        assertThat(desk.show("emp-1").body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aCsvFileHoldsNothingThatASpreadsheetWouldCalculate() {
        everything();
        String csv = new String(desk.export("employees.csv", "ru"), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFemployee;name;");
        assertThat(csv.lines().flatMap(line -> List.of(line.split(";")).stream()))
                .noneMatch(field -> field.matches("\"?[=+\\-@].*"));
    }

    @ParameterizedTest
    @CsvSource({"employees.csv", "employees.xlsx"})
    void peopleAreAddedAndChanged_whoIsLeftOutStays(String file) {
        desk.person("emp-1", flat("top", "boss"));
        desk.person("emp-2", flat("top", "boss"));
        byte[] content =
                file.endsWith("csv")
                        ? csv(
                                "emp-1;Жаңа Есім;top;Сарапшы;Эксперт;boss;2026-01-01",
                                "emp-3;Үшінші Адам;top;Сарапшы;Эксперт;emp-1;05.02.2026")
                        : workbook();

        Answer check = desk.importing(file, content).query("check", "true").send();
        assertThat(counts(check)).isEqualTo("1 1 0");
        assertThat(desk.show("emp-3").status()).isEqualTo(404);

        assertThat(counts(desk.importing(file, content).send())).isEqualTo("1 1 0");
        assertThat(counts(desk.importing(file, content).send())).isEqualTo("0 0 2");
        assertThat(desk.show("emp-1").text("name")).isEqualTo("Жаңа Есім");
        assertThat(desk.show("emp-2").body().path("version").asInt()).isEqualTo(1);
        assertThat(desk.show("emp-3").body().at("/appointments/0/from").asText())
                .isEqualTo("2026-02-05");
    }

    private static byte[] workbook() {
        Spreadsheet book = new Spreadsheet("people");
        var sheet = book.sheet("Лист1");
        sheet.row(
                CellStyle.PLAIN,
                "employee",
                "name",
                "unit",
                "position.kk",
                "position.ru",
                "manager",
                "from");
        sheet.row(
                CellStyle.PLAIN,
                "emp-1",
                "Жаңа Есім",
                "top",
                "Сарапшы",
                "Эксперт",
                "boss",
                "2026-01-01");
        sheet.row(
                CellStyle.PLAIN,
                Content.of("emp-3"),
                Content.of("Үшінші Адам"),
                Content.of("top"),
                Content.of("Сарапшы"),
                Content.of("Эксперт"),
                Content.of("emp-1"),
                Content.of(LocalDate.of(2026, 2, 5)));
        return book.bytes();
    }

    /// A column of the person need not be filled in again in the person's other rows.
    @Test
    void anErrorOfAFormula_isNoName() throws IOException {
        byte[] file =
                replaced(
                        workbook(),
                        "<c r=\"B2\"[^>]*>.*?</c>",
                        "<c r=\"B2\" t=\"e\"><f>A9</f><v>#REF!</v></c>");
        file =
                replaced(
                        file,
                        "<c r=\"D3\"[^>]*>.*?</c>",
                        "<c r=\"D3\" t=\"d\"><v>2026-01-01T00:00:00Z</v></c>");

        assertThat(cells(desk.importing("employees.xlsx", file).send()))
                .containsExactly("B2 ERROR_VALUE", "D3 CELL_NOT_READ");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatAFilterHasHidden_isNotEntered() throws IOException {
        byte[] filtered = replaced(workbook(), "<row r=\"3\"", "<row r=\"3\" hidden=\"1\"");
        byte[] hidden = replaced(workbook(), "(sheetId=\"1\")", "$1 state=\"hidden\"");

        assertThat(cells(desk.importing("employees.xlsx", filtered).send()))
                .containsExactly("A3 ROW_HIDDEN");
        assertThat(cells(desk.importing("employees.xlsx", hidden).send()))
                .containsExactly("A2 ROW_HIDDEN", "A3 ROW_HIDDEN");
        assertThat(stored()).isEqualTo(1);
        assertThat(counts(desk.importing("employees.xlsx", workbook()).send())).isEqualTo("2 0 0");
        // What stands already is entered by nobody.
        assertThat(counts(desk.importing("employees.xlsx", filtered).send())).isEqualTo("0 0 2");
    }

    private static byte[] replaced(byte[] workbook, String pattern, String by) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.write(part.replaceAll(pattern, by).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatTheFileHasNoColumnFor_staysAsItIs() {
        everything();
        byte[] content =
                csv("emp-1;Жаңа Есім;top;А;Б;boss;2025-02-01", "emp-1;;top;В;Г;;2026-03-02");

        assertThat(counts(desk.importing("employees.csv", content).send())).isEqualTo("0 1 0");

        JsonNode now = desk.show("emp-1").body();
        assertThat(now.path("name").asText()).isEqualTo("Жаңа Есім");
        assertThat(now.path("week").asText()).isEqualTo("6x1");
        assertThat(now.at("/names/last").asText()).isEqualTo("+Ахметова");
        assertThat(now.path("absences")).hasSize(2);
        assertThat(now.path("secondments")).hasSize(2);
        assertThat(now.at("/appointments/0/position/kk").asText()).isEqualTo("А");
        assertThat(now.at("/appointments/0/category").asText()).isEqualTo("D-5");
        assertThat(now.at("/appointments/0/to").asText()).isEqualTo("2026-03-01");
        assertThat(now.at("/appointments/0/end").asText()).isEqualTo("MOVED_WITHIN");
        assertThat(now.at("/appointments/1/apparatusHead").asBoolean()).isTrue();
    }

    /// Appointments are named by the file: one that it leaves out of a person is no more.
    @Test
    void aPersonsRowsAreAllOfThePersonsAppointments() {
        everything();

        assertThat(
                        cells(
                                desk.importing(
                                                "employees.csv",
                                                csv("emp-1;Есім;top;В;Г;;2026-03-02"))
                                        .send()))
                .containsExactlyInAnyOrder("A2 OUTSIDE_APPOINTMENT", "A2 OUTSIDE_APPOINTMENT");
    }

    @Test
    void rowsOfOnePersonThatDiffer_areRefused() {
        byte[] content =
                csv("emp-1;Бір;top;А;Б;boss;2025-02-01", "emp-1;Екі;top;В;Г;boss;2026-03-02");

        assertThat(cells(desk.importing("employees.csv", content).send()))
                .containsExactly("B3 ROW_DIFFERS");
    }

    /// Whoever sorts a list with its head leaves people above it.
    @Test
    void peopleAboveTheHeadAreNamed_andATitleIsNone() {
        String person = "emp-1;Бір;top;А;Б;boss;2025-02-01\r\n";
        String other = "emp-2;Екі;top;В;Г;boss;2026-03-02";

        assertThat(cells(importing(person + COLUMNS + other).send()))
                .containsExactly("A1 BESIDE_COLUMNS");
        assertThat(counts(importing("Тізім;;;;;;2026-03-31\r\n" + COLUMNS + other).send()))
                .isEqualTo("1 0 0");
    }

    @Test
    void everyMistakeIsNamedAtItsCell_andNothingIsStored() {
        byte[] content =
                csv(
                        "emp-1;Бірінші;top;А;Б;emp-2;2026-01-01",
                        "emp-2;Екінші;top;А;Б;emp-1;2026-01-01",
                        "emp-3;;nowhere;А;;nobody;31.02.2026",
                        ";Төртінші;top;А;Б;boss;2026-01-01",
                        "EMP 5;Бесінші;top;А;Б;boss;2026-01-01",
                        "emp-6;Алтыншы;nowhere;А;Б;nobody;2026-01-01",
                        "emp-7;Жетінші;top;А;Б;boss;2026-01-01;beside");

        assertThat(cells(desk.importing("employees.csv", content).send()))
                .containsExactly("H8 BESIDE_COLUMNS");
        String text = new String(content, StandardCharsets.UTF_8).replace(";beside", "");
        assertThat(cells(importing(text).send()))
                .containsExactlyInAnyOrder(
                        "B4 REQUIRED",
                        "E4 REQUIRED",
                        "G4 BAD_FORMAT",
                        "A5 REQUIRED",
                        "A6 BAD_FORMAT");
        String readable =
                text.lines()
                        .filter(line -> !line.startsWith(";") && !line.startsWith("EMP"))
                        .filter(line -> !line.startsWith("emp-3"))
                        .collect(Collectors.joining("\r\n"));
        assertThat(cells(importing(readable).send()))
                .containsExactlyInAnyOrder(
                        "F2 MANAGER_CYCLE",
                        "F3 MANAGER_CYCLE",
                        "C4 UNKNOWN_UNIT",
                        "F4 UNKNOWN_PERSON");
        assertThat(desk.show("emp-1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employee;name | A1 COLUMN_MISSING",
                "employee;name;unit;position.kk;position.ru;from;from | G1 COLUMN_REPEATED",
                "employee;name;unit;position.kk;position.ru;from;salary | G1 COLUMN_UNKNOWN",
                "name;salary | ' NO_STAFF_SHEET'",
            })
    void aFileWithOtherColumns_isRefused(String head, String error) {
        assertThat(cells(importing(head + "\r\n").send())).contains(error);
    }

    @Test
    void theListOfAnotherBody_andOtherFiles_areRefused() {
        Spreadsheet other =
                new Spreadsheet("people").stamp("form", "staff/1").stamp("body", "akimat");
        other.sheet("Лист1").row(CellStyle.PLAIN, StaffColumn.codes().toArray(String[]::new));

        assertThat(cells(desk.importing("employees.xlsx", other.bytes()).send()))
                .containsExactly(" OTHER_BODY");
        assertThat(cells(desk.importing("employees.xlsx", csv("x")).send()))
                .containsExactly(" FILE_REFUSED");
        assertThat(cells(importing("").send())).containsExactly(" FILE_REFUSED");
    }

    /// As Excel saves a CSV file where nobody asks for UTF-8, and as API Gateway hands it over: as
    /// text.
    @Test
    void aFileInAnotherEncoding_isRefused_alsoWhereItWasMadeTextOnTheWay() {
        byte[] other =
                (COLUMNS + "emp-1;Ахметова;top;А;Б;boss;2026-01-01")
                        .getBytes(Charset.forName("windows-1251"));
        String onTheWay = new String(other, StandardCharsets.UTF_8);

        assertThat(cells(desk.importing("employees.csv", other).send()))
                .containsExactly(" FILE_REFUSED");
        assertThat(
                        cells(
                                desk.call("PUT /bodies/{body}/employees.csv", StaffDesk.HR)
                                        .body(onTheWay)
                                        .send()))
                .containsExactly(" FILE_REFUSED");
        assertThat(desk.show("emp-1").status()).isEqualTo(404);
    }

    @Test
    void aRowWithAnOlderVersion_isNotImported_andNoOtherEither() {
        desk.person("emp-1", flat("top", "boss"));
        byte[] exported = desk.export("employees.csv", "kk");
        desk.person("emp-1", flat("top", "boss").put("name", "Басқа Есім").put("version", 1));

        Answer late =
                desk.importing(
                                "employees.csv",
                                new String(exported, StandardCharsets.UTF_8)
                                        .replace("boss;Ахметова Әйгерім", "boss;Басшы")
                                        .getBytes(StandardCharsets.UTF_8))
                        .send();

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("CHANGED");
        assertThat(cells(late)).containsExactly("Y3 ROW_CHANGED");
        assertThat(desk.show("boss").text("name")).isEqualTo("Ахметова Әйгерім");
    }

    @Test
    void whatSomebodyElseChangesWhileAFileIsTaken_isSeen() {
        byte[] content = csv("emp-1;Бірінші;top;А;Б;emp-2;2026-01-01");
        desk.person("emp-2", flat("top", "boss"));
        desk.person("emp-1", flat("top", "boss"));

        Answer answer =
                desk.importing("employees.csv", content)
                        .sendWhile(
                                4,
                                () -> desk.person("emp-2", flat("top", "emp-1").put("version", 1)));

        assertThat(cells(answer)).containsExactly("F2 MANAGER_CYCLE");
    }

    @ParameterizedTest
    @EnumSource
    void twoThousandPeople_areImportedWholeOrNotAtAll_whereverTheProcessDies(Moment moment) {
        byte[] content = csv(many(2_000));
        int request = 1;
        for (;
                desk.importing("employees.csv", content).sendDying(request, moment).isEmpty();
                request++) {
            assertThat(request).isLessThan(12);
            int stored = stored();
            assertThat(stored).isIn(1, 2_001);
        }
        assertThat(stored()).isEqualTo(2_001);
        assertThat(counts(desk.importing("employees.csv", content).send())).isEqualTo("0 0 2000");
        assertThat(desk.show("emp-7").body().path("version").asInt()).isEqualTo(1);
    }

    private int stored() {
        var table = new Table(desk.sandbox.dynamo(), desk.sandbox.table("Records"));
        return new DynamoStaffs(table, Clock.systemUTC()).of("min-digital").people().size();
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "emp-%d;Қызметкер %d;top;Сарапшы;Эксперт;%s;2026-01-01"
                                .formatted(i, i, i == 0 ? "boss" : "emp-" + (i - 1) / 10))
                .toArray(String[]::new);
    }

    private Call importing(String csv) {
        return desk.importing("employees.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] csv(String... rows) {
        return (COLUMNS + String.join("\r\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String counts(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("added").asText()
                + " "
                + answer.body().path("changed").asText()
                + " "
                + answer.body().path("unchanged").asText();
    }

    /// `cell CODE` of every error.
    private static List<String> cells(Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("cell").asText() + " " + error.path("code").asText())
                .toList();
    }
}
