package kz.bagalau.facts.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;

/// The rows of a workbook as [EnteredWorkbook] writes it, whoever has changed it since.
///
/// @param lines the rows with points and those with sectors' scores
/// @param errors what is wrong with the file itself
record EnteredFile(List<Line> lines, List<Problem.Error> errors) {

    private static final FileLimits LIMITS =
            new FileLimits(4L << 20, 40L << 20, 30L << 20, 150, 200, 10, 20_000);

    /// The rows among which the columns' names are looked for.
    private static final int HEAD = 12;

    private static final String SECTOR = "smart.";

    private static final Set<String> POINTS =
            Set.of(
                    EnteredWorkbook.BODY,
                    EnteredWorkbook.INDICATOR,
                    EnteredWorkbook.POINTS,
                    EnteredWorkbook.BASIS,
                    EnteredWorkbook.DOCUMENT);
    private static final Set<String> SECTORS =
            Set.of(EnteredWorkbook.BODY, EnteredWorkbook.BASIS, EnteredWorkbook.DOCUMENT);

    /// One row.
    ///
    /// @param columns by name, column A being 1
    /// @param hidden whether the sender's program does not show it
    record Line(String sheet, Row row, Map<String, Integer> columns, boolean hidden) {

        /// Whether it has the points of one indicator; otherwise it has a body's sectors' scores.
        boolean points() {
            return columns.containsKey(EnteredWorkbook.INDICATOR);
        }

        /// The cell of a column that every such sheet has.
        Cell at(String column) {
            return find(column).orElseThrow();
        }

        Optional<Cell> find(String column) {
            return Optional.ofNullable(columns.get(column)).map(row::cell);
        }

        /// Whether anything stands in a column, be it a formula without a value.
        boolean says(String column) {
            return find(column)
                    .filter(cell -> !cell.blank() || cell.value() instanceof Value.Uncalculated)
                    .isPresent();
        }

        String text(String column) {
            return at(column).text();
        }

        Problem.Cell place(String column) {
            return new Problem.Cell(sheet, at(column).address());
        }
    }

    static EnteredFile read(byte[] bytes, int year, Language language) {
        return switch (IncomingFile.open(bytes, FileType.XLSX, LIMITS)) {
            case Opened.Refused(var refusal) ->
                    new EnteredFile(List.of(), List.of(error(refusal, language)));
            case Opened.Readable(var file) -> {
                try (file) {
                    yield read(file, year, language);
                }
            }
        };
    }

    private static EnteredFile read(IncomingFile file, int year, Language language) {
        List<Line> lines = new ArrayList<>();
        List<Problem.Error> errors = new ArrayList<>();
        List<Problem.Error> unread = new ArrayList<>();
        boolean known = false;
        for (IncomingSheet sheet : file.sheets()) {
            List<Row> rows = new ArrayList<>();
            sheet.read(rows::add).ifPresent(refusal -> errors.add(error(refusal, language)));
            if (sheet.name().equals(Spreadsheet.STAMP)) {
                otherYear(rows, year).ifPresent(errors::add);
                continue;
            }
            Optional<Row> head = rows.stream().limit(HEAD).filter(EnteredFile::names).findFirst();
            known |= head.isPresent();
            if (head.isEmpty()) {
                unread.addAll(notRead(sheet.name(), rows));
                continue;
            }
            Row names = head.get();
            Map<String, Integer> columns = columns(names);
            List<Row> beneath = rows.stream().filter(row -> row.number() > names.number()).toList();
            beneath.forEach(row ->
                    lines.add(
                            new Line(sheet.name(), row, columns, sheet.hidden() || row.hidden())));
            errors.addAll(columnErrors(sheet.name(), names, columns, beneath));
        }
        if (known) {
            errors.addAll(unread);
        }
        if (!known && errors.isEmpty()) {
            errors.add(
                    new Problem.Error(
                            new Problem.Cell("", ""), EntryProblem.NOTHING_TO_IMPORT, List.of()));
        }
        return new EnteredFile(lines, errors);
    }

    /// A sheet without the names of columns is none of ours. With a text and a number in one row it
    /// may have been one, so it is refused and not passed over.
    private static List<Problem.Error> notRead(String sheet, List<Row> rows) {
        return rows.stream()
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> cell.number().isPresent())
                                && row.cells().stream()
                                        .anyMatch(cell -> !cell.blank() && cell.number().isEmpty()))
                .findFirst()
                .map(row -> error(sheet, row.cells().getFirst(), EntryProblem.SHEET_NOT_READ))
                .stream()
                .toList();
    }

    /// Names that stand twice or mean nothing, and numbers under no name.
    private static List<Problem.Error> columnErrors(
            String sheet, Row names, Map<String, Integer> columns, List<Row> rows) {
        List<Problem.Error> errors = new ArrayList<>();
        for (Cell cell : names.cells()) {
            String name = cell.text();
            if (!name.isEmpty() && columns.getOrDefault(name, 0) != cell.column()) {
                errors.add(error(sheet, cell, EntryProblem.COLUMN_REPEATED, name));
            } else if (name.startsWith(SECTOR) && !EnteredWorkbook.sectors().contains(name)) {
                errors.add(error(sheet, cell, FactProblem.UNKNOWN_FACT, name));
            }
        }
        for (Row row : rows) {
            row.cells().stream()
                    .filter(cell -> cell.number().isPresent() && names.cell(cell.column()).blank())
                    .forEach(cell -> errors.add(error(sheet, cell, EntryProblem.BESIDE_COLUMNS)));
        }
        return errors;
    }

    private static Problem.Error error(
            String sheet, Cell cell, ProblemCode code, String... arguments) {
        return new Problem.Error(new Problem.Cell(sheet, cell.address()), code, List.of(arguments));
    }

    private static boolean names(Row row) {
        Set<String> names = columns(row).keySet();
        return names.containsAll(POINTS)
                || (names.containsAll(SECTORS)
                        && names.stream().anyMatch(EnteredWorkbook.sectors()::contains));
    }

    private static Map<String, Integer> columns(Row row) {
        Map<String, Integer> columns = new HashMap<>();
        row.cells().forEach(cell -> columns.putIfAbsent(cell.text(), cell.column()));
        return columns;
    }

    private static Optional<Problem.Error> otherYear(List<Row> stamps, int year) {
        String wanted = Integer.toString(year);
        return stamps.stream()
                .filter(row -> row.cell(1).text().equals(EnteredWorkbook.YEAR))
                .map(row -> row.cell(2).text())
                .filter(stamped -> !stamped.equals(wanted))
                .map(stamped ->
                        new Problem.Error(
                                new Problem.Cell("", ""),
                                EntryProblem.OTHER_YEAR,
                                List.of(stamped, wanted)))
                .findFirst();
    }

    private static Problem.Error error(Refusal refusal, Language language) {
        return new Problem.Error(
                new Problem.Cell(refusal.sheet(), refusal.cell()),
                EntryProblem.FILE_REFUSED,
                List.of(refusal.message().in(language)));
    }
}
