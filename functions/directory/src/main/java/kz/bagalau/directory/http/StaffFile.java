package kz.bagalau.directory.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.forms.workbook.CsvText;
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
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;

/// The rows of a list as [StaffTable] writes it, whoever has changed it since.
///
/// @param errors what is wrong with the file itself
record StaffFile(List<Line> lines, List<Problem.Error> errors) {

    private static final FileLimits LIMITS =
            new FileLimits(6L << 20, 80L << 20, 60L << 20, 150, 200, 10, 20_000);

    private static final char UNREADABLE = '\uFFFD';

    /// The rows among which the columns' names are looked for.
    private static final int HEAD = 12;

    /// One row.
    ///
    /// @param columns column A being 1
    /// @param guarded whether texts that look like formulas have an apostrophe before them
    /// @param hidden whether the sender's program does not show it
    record Line(
            String sheet,
            Row row,
            Map<StaffColumn, Integer> columns,
            boolean guarded,
            boolean hidden) {

        boolean has(StaffColumn column) {
            return columns.containsKey(column);
        }

        /// The cell of a column; an empty one in column A where the file does not have the column.
        Cell at(StaffColumn column) {
            return row.cell(columns.getOrDefault(column, 1));
        }

        String text(StaffColumn column) {
            if (!has(column)) {
                return "";
            }
            String text = at(column).text();
            return guarded ? CsvText.plain(text) : text;
        }

        Problem.Error error(StaffColumn column, ProblemCode code, String... arguments) {
            return StaffFile.error(sheet, at(column), code, arguments);
        }
    }

    /// A CSV file reaches a function as text: API Gateway has put the sign of an unreadable
    /// character in the place of every letter that was not UTF-8, as Excel saves it where nobody
    /// asks for UTF-8.
    static StaffFile read(byte[] bytes, FileType type, String body, Language language) {
        if (type == FileType.CSV
                && new String(bytes, StandardCharsets.UTF_8).indexOf(UNREADABLE) >= 0) {
            Refusal encoding = new Refusal(Refusal.Code.FILE_ENCODING, "", "", List.of());
            return new StaffFile(List.of(), List.of(error(encoding, language)));
        }
        return switch (IncomingFile.open(bytes, type, LIMITS)) {
            case Opened.Refused(var refusal) ->
                    new StaffFile(List.of(), List.of(error(refusal, language)));
            case Opened.Readable(var file) -> {
                try (file) {
                    yield read(file, type, body, language);
                }
            }
        };
    }

    private static StaffFile read(
            IncomingFile file, FileType type, String body, Language language) {
        List<Line> lines = new ArrayList<>();
        List<Problem.Error> errors = new ArrayList<>();
        boolean known = false;
        for (IncomingSheet sheet : file.sheets()) {
            List<Row> rows = new ArrayList<>();
            sheet.read(rows::add).ifPresent(refusal -> errors.add(error(refusal, language)));
            if (sheet.name().equals(Spreadsheet.STAMP)) {
                otherBody(rows, body).ifPresent(errors::add);
                continue;
            }
            Optional<Row> head = rows.stream().limit(HEAD).filter(StaffFile::names).findFirst();
            if (head.isEmpty()) {
                rows.stream()
                        .findFirst()
                        .ifPresent(row ->
                                errors.add(
                                        error(
                                                sheet.name(),
                                                row.cells().getFirst(),
                                                DirectoryProblem.SHEET_NOT_READ)));
                continue;
            }
            known = true;
            Map<StaffColumn, Integer> columns = columns(sheet.name(), head.get(), errors);
            for (Row row : rows) {
                Line line =
                        new Line(
                                sheet.name(),
                                row,
                                columns,
                                type == FileType.CSV,
                                sheet.hidden() || row.hidden());
                if (row.number() > head.get().number()) {
                    lines.add(line);
                    errors.addAll(unreadable(line));
                } else if (row.number() < head.get().number()) {
                    above(line).ifPresent(errors::add);
                }
            }
        }
        return known || !errors.stream().allMatch(StaffFile::isUnread)
                ? new StaffFile(lines, errors)
                : new StaffFile(List.of(), List.of(nowhere(DirectoryProblem.NO_STAFF_SHEET)));
    }

    private static boolean isUnread(Problem.Error error) {
        return error.code() == DirectoryProblem.SHEET_NOT_READ;
    }

    /// A row with the name of the first column and of another one.
    private static boolean names(Row row) {
        Set<StaffColumn> named = new HashSet<>();
        row.cells().forEach(cell -> StaffColumn.named(cell.text()).ifPresent(named::add));
        return named.contains(StaffColumn.EMPLOYEE) && named.size() > 1;
    }

    private static Map<StaffColumn, Integer> columns(
            String sheet, Row head, List<Problem.Error> errors) {
        Map<StaffColumn, Integer> columns = new EnumMap<>(StaffColumn.class);
        for (Cell cell : head.cells()) {
            String name = cell.text();
            Optional<StaffColumn> column = StaffColumn.named(name);
            if (column.isEmpty()) {
                errors.add(error(sheet, cell, DirectoryProblem.COLUMN_UNKNOWN, name));
            } else if (columns.putIfAbsent(column.get(), cell.column()) != null) {
                errors.add(error(sheet, cell, DirectoryProblem.COLUMN_REPEATED, name));
            }
        }
        for (StaffColumn column : StaffColumn.values()) {
            if (column.required() && !columns.containsKey(column)) {
                errors.add(
                        error(sheet, head.cell(1), DirectoryProblem.COLUMN_MISSING, column.code()));
            }
        }
        return columns;
    }

    /// Whoever sorts a sheet with its head leaves people above it. A title names nobody with a day.
    private static Optional<Problem.Error> above(Line line) {
        boolean names =
                Input.isId(line.text(StaffColumn.EMPLOYEE))
                        && line.has(StaffColumn.FROM)
                        && line.at(StaffColumn.FROM).date().isPresent();
        return names
                ? Optional.of(line.error(StaffColumn.EMPLOYEE, DirectoryProblem.BESIDE_COLUMNS))
                : Optional.empty();
    }

    /// What stands under no name, formulas without a value or with an error for one, and what is no
    /// text.
    private static List<Problem.Error> unreadable(Line line) {
        List<Problem.Error> errors = new ArrayList<>();
        for (Cell cell : line.row().cells()) {
            switch (cell.value()) {
                case Value.Uncalculated _ ->
                        errors.add(error(line.sheet(), cell, DirectoryProblem.NOT_CALCULATED));
                case Value.Fault(var code) ->
                        errors.add(error(line.sheet(), cell, DirectoryProblem.ERROR_VALUE, code));
                case Value.Unreadable _ ->
                        errors.add(
                                error(
                                        line.sheet(),
                                        cell,
                                        DirectoryProblem.CELL_NOT_READ,
                                        cell.text()));
                case Value.Nothing _,
                        Value.Text _,
                        Value.Amount _,
                        Value.Moment _,
                        Value.Flag _ -> {
                    if (!cell.blank() && !line.columns().containsValue(cell.column())) {
                        errors.add(error(line.sheet(), cell, DirectoryProblem.BESIDE_COLUMNS));
                    }
                }
            }
        }
        return errors;
    }

    private static Optional<Problem.Error> otherBody(List<Row> stamps, String body) {
        return stamps.stream()
                .filter(row -> row.cell(1).text().equals(StaffTable.BODY))
                .map(row -> row.cell(2).text())
                .filter(stamped -> !stamped.equals(body))
                .map(stamped -> nowhere(DirectoryProblem.OTHER_BODY, stamped, body))
                .findFirst();
    }

    static Problem.Error nowhere(ProblemCode code, String... arguments) {
        return new Problem.Error(new Problem.Cell("", ""), code, List.of(arguments));
    }

    private static Problem.Error error(
            String sheet, Cell cell, ProblemCode code, String... arguments) {
        return new Problem.Error(new Problem.Cell(sheet, cell.address()), code, List.of(arguments));
    }

    private static Problem.Error error(Refusal refusal, Language language) {
        return new Problem.Error(
                new Problem.Cell(refusal.sheet(), refusal.cell()),
                DirectoryProblem.FILE_REFUSED,
                List.of(refusal.message().in(language)));
    }
}
