package kz.bagalau.forms.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.Grade;

/// One row of a table, read cell by cell. What cannot be read is added to the problems, at its
/// cell; then the value is empty.
final class ImportRow {

    private static final int LONGEST_TEXT = 2_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(9_999);

    private final ImportPlace place;
    private final Row row;
    private final List<ImportProblem> problems;

    ImportRow(ImportPlace place, Row row, List<ImportProblem> problems) {
        this.place = place;
        this.row = row;
        this.problems = problems;
    }

    /// The address of every column's cell.
    ImportedSheet.Place cells() {
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        place.columns().forEach((column, at) -> cells.put(column, Cell.address(row.number(), at)));
        return new ImportedSheet.Place(place.sheet(), cells);
    }

    void problem(ImportColumn column, ImportProblem.Code code, Object... details) {
        problems.add(ImportProblem.of(place.sheet(), address(column), code, details));
    }

    String address(ImportColumn column) {
        return find(column).map(Cell::address).orElse("");
    }

    Optional<Integer> number(ImportColumn column) {
        Optional<Cell> cell = value(column);
        Optional<Integer> number =
                cell.flatMap(Cell::number)
                        .filter(read -> read.signum() > 0 && read.compareTo(MOST) <= 0)
                        .filter(read -> read.stripTrailingZeros().scale() <= 0)
                        .map(BigDecimal::intValueExact);
        if (cell.isPresent() && number.isEmpty()) {
            problem(column, ImportProblem.Code.NOT_A_NUMBER, cell.get().text());
        }
        return number;
    }

    Optional<LocalDate> day(ImportColumn column) {
        Optional<Cell> cell = value(column);
        Optional<LocalDate> day =
                cell.flatMap(Cell::dateTime)
                        .filter(read -> read.toLocalTime().equals(LocalTime.MIDNIGHT))
                        .map(read -> read.toLocalDate());
        if (cell.isPresent() && day.isEmpty()) {
            problem(column, ImportProblem.Code.NOT_A_DATE, cell.get().text());
        }
        return day;
    }

    /// Present also where nothing stands in a column that may be empty.
    Optional<String> text(ImportColumn column) {
        Optional<Cell> cell = value(column);
        if (cell.isEmpty()) {
            return column.required() ? Optional.empty() : blank(column);
        }
        String text = shown(cell.get());
        if (text.length() > LONGEST_TEXT) {
            problem(column, ImportProblem.Code.TOO_LONG, text.length(), LONGEST_TEXT);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /// An empty text where the cell is empty, and nothing where it cannot be read.
    private Optional<String> blank(ImportColumn column) {
        return find(column).filter(ImportPlace::says).isPresent()
                ? Optional.empty()
                : Optional.of("");
    }

    Optional<ImportWord> signature(ImportColumn column) {
        Optional<Cell> cell = value(column);
        Optional<ImportWord> word = cell.map(Cell::text).flatMap(ImportWord::signature);
        return orNotAWord(column, cell, word);
    }

    Optional<Boolean> yesOrNo(ImportColumn column) {
        Optional<Cell> cell = value(column);
        Optional<Boolean> word = cell.map(Cell::text).flatMap(ImportWord::yesOrNo);
        return orNotAWord(column, cell, word);
    }

    Optional<Grade> grade(ImportColumn column) {
        Optional<Cell> cell = value(column);
        Optional<Grade> word = cell.map(Cell::text).flatMap(ImportWord::grade);
        return orNotAWord(column, cell, word);
    }

    private <T> Optional<T> orNotAWord(ImportColumn column, Optional<Cell> cell, Optional<T> word) {
        if (cell.isPresent() && word.isEmpty()) {
            problem(
                    column,
                    ImportProblem.Code.NOT_A_WORD,
                    cell.get().text(),
                    ImportWord.all(column.kind()));
        }
        return word;
    }

    /// The cell where it holds something that can be read.
    private Optional<Cell> value(ImportColumn column) {
        Optional<Cell> found = find(column);
        Optional<ImportProblem.Code> fault =
                found.flatMap(cell ->
                        switch (cell.value()) {
                            case Value.Fault _ -> Optional.of(ImportProblem.Code.ERROR_VALUE);
                            case Value.Uncalculated _ ->
                                    Optional.of(ImportProblem.Code.NOT_CALCULATED);
                            case Value.Unreadable _ ->
                                    Optional.of(ImportProblem.Code.CELL_NOT_READ);
                            case Value.Nothing _,
                                    Value.Text _,
                                    Value.Amount _,
                                    Value.Moment _,
                                    Value.Flag _ ->
                                    Optional.empty();
                        });
        if (fault.isPresent()) {
            problem(column, fault.get(), found.map(Cell::text).orElse(""));
            return Optional.empty();
        }
        Optional<Cell> value = found.filter(cell -> !cell.blank());
        if (value.isEmpty() && found.isPresent() && column.required()) {
            problem(column, ImportProblem.Code.VALUE_MISSING, column.heading());
        }
        return value;
    }

    private Optional<Cell> find(ImportColumn column) {
        return Optional.ofNullable(place.columns().get(column)).map(row::cell);
    }

    /// As the sheet shows it: 0.95 as `95%` where it is a percentage, a date as a day.
    private static String shown(Cell cell) {
        return switch (cell.value()) {
            case Value.Amount(var number, var percent, _) when percent ->
                    written(number.movePointRight(2)) + "%";
            case Value.Amount(var number, _, _) -> written(number);
            case Value.Moment moment ->
                    moment.dateTime().toLocalTime().equals(LocalTime.MIDNIGHT)
                            ? new Written(Language.KK).day(moment.dateTime().toLocalDate())
                            : cell.text();
            case Value.Nothing _,
                    Value.Text _,
                    Value.Flag _,
                    Value.Fault _,
                    Value.Uncalculated _,
                    Value.Unreadable _ ->
                    cell.text();
        };
    }

    private static String written(BigDecimal number) {
        return new Written(Language.KK).exact(number);
    }
}
