package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.forms.report.FormProblem.Code;
import kz.bagalau.forms.workbook.Cell;
import kz.bagalau.forms.workbook.Row;
import kz.bagalau.forms.workbook.Value;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.FactValue;
import org.jspecify.annotations.Nullable;

/// Finds the entries of a table among its rows, and tells what is wrong with each.
final class TableEntries {

    private static final Set<String> TOTALS =
            Set.of(
                    LookalikeKey.of("Жиыны"),
                    LookalikeKey.of("Барлығы"),
                    LookalikeKey.of("Итого"),
                    LookalikeKey.of("Всего"),
                    LookalikeKey.of("Total"));

    /// How the lines under a table begin: the signatures, and the sentence on the format.
    private static final List<String> ENDS =
            Stream.of(
                            "Мемлекеттік органның басшысы",
                            "Мемлекеттік органның тиісті құрылымдық бөлімшесінің басшысы",
                            "Руководитель государственного органа",
                            "Руководитель соответствующего структурного подразделения",
                            "Head of the state body",
                            "Head of the corresponding structural unit",
                            "Есеп MS Excel форматында",
                            "Есеп MSExcel",
                            "Отчёт готовится в формате",
                            "The report is prepared in")
                    .map(LookalikeKey::of)
                    .toList();

    private static final Pattern TITLE =
            Pattern.compile(
                    "\\d{1,2}\\s*-?\\s*кесте\\b.*|(таблица|table)\\s*(№\\s*)?\\d{1,2}\\b.*",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern STATED = Pattern.compile("(\\d[\\d ]*)[^\\d]*$");
    private static final int LONGEST_NOTE = 15;

    private final Table table;
    private final Place place;
    private final Located located;
    private final Findings findings;
    private final ReadingContext context;
    private final CellCheck cells;
    private final List<Entry> entries = new ArrayList<>();
    private boolean checked;
    private boolean asked;
    private int excluded;

    TableEntries(Table table, Place place, Findings findings, ReadingContext context) {
        this.table = table;
        this.place = place;
        this.located = place.located();
        this.findings = findings;
        this.context = context;
        this.cells = new CellCheck(findings, context.year());
    }

    Table table() {
        return table;
    }

    /// The entries that count.
    List<Entry> entries() {
        return entries;
    }

    /// How many rows were left out because they are for official use.
    int excluded() {
        return excluded;
    }

    boolean checked() {
        return checked;
    }

    /// Whether any row says something.
    boolean any() {
        return place.rows().stream().anyMatch(row -> kind(row) == RowKind.ENTRY);
    }

    /// @param wanted whether a form without entries is to be refused
    void read(boolean wanted) {
        asked = wanted;
        checked = true;
        for (Column column : located.missing()) {
            findings.problem(
                    FormProblem.of(
                            sheet(),
                            Cell.address(Math.max(1, located.lastRow()), 1),
                            Code.COLUMN_MISSING,
                            name(column)));
        }
        located.twice()
                .forEach((column, at) ->
                        findings.problem(
                                FormProblem.of(
                                        sheet(),
                                        Cell.address(located.lastRow(), at),
                                        Code.COLUMN_TWICE,
                                        name(table.column(column)))));
        switch (table.layout()) {
            case TREE -> readTree();
            case LIST -> readList();
            case VERTICAL -> {
                if (place.transposed()) {
                    readVertical();
                } else {
                    readList();
                }
            }
        }
        entries.forEach(this::check);
        checkUnique();
        checkWords();
        checkHeadcount();
        if (entries.isEmpty()) {
            checkEmpty();
        }
    }

    String sheet() {
        return place.sheet().name();
    }

    private enum RowKind {
        BLANK,
        /// Headings again, codes or numbers of columns, notes: nothing that counts.
        FURNITURE,
        SECTION,
        TOTAL,
        /// Under the table.
        END,
        ENTRY
    }

    private RowKind kind(Row row) {
        List<Cell> said = row.cells().stream().filter(cell -> !Entry.empty(cell)).toList();
        if (said.isEmpty()) {
            return RowKind.BLANK;
        }
        Cell first = said.getFirst();
        String start = LookalikeKey.of(first.text());
        if (Stream.concat(ENDS.stream(), table.ends().stream()).anyMatch(start::startsWith)
                || (said.size() == 1 && TITLE.matcher(first.text()).matches())) {
            return RowKind.END;
        }
        if (said.stream().anyMatch(cell -> statement(cell).isPresent())
                || HeadingSearch.codes(table, row) >= 2
                || numbersColumns(said)
                || headingsAgain(row)
                || first.text().startsWith("*")) {
            return RowKind.FURNITURE;
        }
        if (section(row).isPresent()) {
            return RowKind.SECTION;
        }
        if (said.stream()
                .limit(3)
                .anyMatch(cell -> TOTALS.contains(LookalikeKey.of(cell.text())))) {
            return RowKind.TOTAL;
        }
        List<Column> saying = table.columns().stream().filter(column -> says(row, column)).toList();
        if (saying.stream().allMatch(column -> column.type() == Column.Type.ORDINAL)) {
            // A number of a row that was not filled in, or a note that begins in the first column.
            boolean note =
                    saying.isEmpty() || first.text().length() > LONGEST_NOTE || said.size() > 1;
            if (note && !table.groups().contains(start)) {
                findings.warning(sheet(), first, Code.ROW_NOT_READ);
            }
            return RowKind.BLANK;
        }
        return RowKind.ENTRY;
    }

    private boolean says(Row row, Column column) {
        return located.cell(row, column.id()).filter(cell -> !Entry.empty(cell)).isPresent();
    }

    /// A row such as 1, 2, 3 … directly under the headings of a printed form.
    private boolean numbersColumns(List<Cell> said) {
        boolean ordinal =
                table.columns().stream().anyMatch(column -> column.type() == Column.Type.ORDINAL);
        if (!ordinal || said.size() < 3 || said.getFirst().row() > located.lastRow() + 2) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).text().equals(Integer.toString(i + 1))) {
                return false;
            }
        }
        return entries.isEmpty();
    }

    private boolean headingsAgain(Row row) {
        return table.columns().stream()
                        .filter(column ->
                                located.cell(row, column.id())
                                        .filter(cell ->
                                                column.type() != Column.Type.ORDINAL
                                                        && !column.names().isEmpty()
                                                        && column.type() != Column.Type.MARK
                                                        && column.names()
                                                                .contains(
                                                                        LookalikeKey.of(
                                                                                cell.text())))
                                        .isPresent())
                        .count()
                >= 2;
    }

    /// The section whose heading a row is. In a list a heading stands alone in its row, so that an
    /// entry that begins with the same words stays an entry.
    private Optional<Table.Section> section(Row row) {
        List<String> texts =
                row.cells().stream()
                        .filter(cell -> cell.value() instanceof Value.Text && !cell.blank())
                        .map(cell -> LookalikeKey.of(cell.text()))
                        .toList();
        return table.sections().stream()
                .filter(section ->
                        table.layout() == Table.Layout.TREE
                                ? texts.stream().anyMatch(text -> begins(section, text))
                                : texts.size() <= 2
                                        && texts.stream().anyMatch(text -> is(section, text))
                                        && table.columns().stream()
                                                .filter(column -> says(row, column))
                                                .allMatch(column ->
                                                        !column.required()
                                                                || column.type()
                                                                        == Column.Type.TEXT))
                .findFirst();
    }

    private static boolean begins(Table.Section section, String text) {
        return section.begins().stream().anyMatch(text::startsWith);
    }

    private static boolean is(Table.Section section, String text) {
        return section.begins().contains(text)
                || names(section.label())
                        .anyMatch(name -> LookalikeKey.likeness(name, text) > 0.85);
    }

    private static Stream<String> names(LocalText text) {
        return Stream.of(text.kk(), text.ru(), text.en()).map(LookalikeKey::of);
    }

    /// The rows down to the end of the table, without those that say nothing and those for official
    /// use. Of the latter nothing but their number is known from here on.
    private Map<Row, RowKind> content() {
        Map<Row, RowKind> content = new LinkedHashMap<>();
        for (Row row : place.rows()) {
            if (table.confidential()
                    && OfficialUse.marks(located, row)
                    && HeadingSearch.codes(table, row) < 2
                    && !headingsAgain(row)) {
                excluded++;
                continue;
            }
            RowKind kind = kind(row);
            if (kind == RowKind.END) {
                break;
            }
            if (kind == RowKind.SECTION || kind == RowKind.TOTAL || kind == RowKind.ENTRY) {
                content.put(row, kind);
            }
        }
        return content;
    }

    private Entry entry(Row row) {
        Map<String, Cell> found = new HashMap<>();
        for (Column column : table.columns()) {
            located.cell(row, column.id()).ifPresent(cell -> found.put(column.id(), cell));
        }
        return new Entry(sheet(), found);
    }

    private void readList() {
        content()
                .forEach((row, kind) -> {
                    if (kind == RowKind.ENTRY) {
                        entries.add(entry(row));
                    } else if (kind == RowKind.TOTAL) {
                        checkTotal(entry(row), entries);
                    }
                });
    }

    private void readTree() {
        List<Tree.Item> items = new ArrayList<>();
        List<Entry> totals = new ArrayList<>();
        for (Map.Entry<Row, RowKind> row : content().entrySet()) {
            Entry entry = entry(row.getKey());
            switch (row.getValue()) {
                case TOTAL -> totals.add(entry);
                case SECTION -> items.add(new Tree.Item(Tree.Level.SECTION, "", entry));
                default -> {
                    String name = entry.cell("unit").map(Cell::text).orElse("");
                    boolean group = table.groups().contains(LookalikeKey.of(name));
                    items.add(
                            new Tree.Item(
                                    group ? Tree.Level.GROUP : Tree.Level.UNIT,
                                    Tree.path(entry.cell("no")),
                                    entry));
                }
            }
        }
        Tree tree = new Tree(items, this::figures);
        for (Tree.Item item : items) {
            if (tree.leaf(item)) {
                if (item.level() == Tree.Level.UNIT && !figures(item.entry())) {
                    if (!placeholder(item.entry())) {
                        entries.add(item.entry());
                    }
                } else {
                    entries.add(item.entry());
                }
            } else if (figures(item.entry())) {
                checkTotal(item.entry(), tree.leaves(item));
            }
        }
        for (Entry total : totals) {
            checkTotal(total, entries);
        }
    }

    /// The dots that the printed form has in place of names.
    private static boolean placeholder(Entry entry) {
        return entry.cell("unit").filter(cell -> LookalikeKey.of(cell.text()).isEmpty()).isPresent()
                && entry.cell("unit").filter(Entry::empty).isEmpty();
    }

    private boolean figures(Entry entry) {
        return numeric().anyMatch(column -> entry.says(column.id()));
    }

    private Stream<Column> numeric() {
        return table.columns().stream().filter(column -> column.type().numeric());
    }

    private void readVertical() {
        int names = located.columns().values().stream().findFirst().orElse(1);
        Map<String, Row> block = new LinkedHashMap<>();
        for (Row row : place.rows()) {
            Optional<Column> parameter = Place.parameter(table, row.cell(names));
            if (parameter.isPresent()) {
                if (block.containsKey(parameter.get().id())) {
                    readBlock(block, names);
                    block.clear();
                }
                block.put(parameter.get().id(), row);
            }
        }
        readBlock(block, names);
    }

    /// One entry for each column beside the parameters that says anything.
    private void readBlock(Map<String, Row> block, int names) {
        Set<Integer> columns = new TreeSet<>();
        for (Row row : block.values()) {
            row.cells().stream()
                    .filter(cell -> cell.column() > names && !Entry.empty(cell))
                    .forEach(cell -> columns.add(cell.column()));
        }
        for (int column : columns) {
            Map<String, Cell> found = new HashMap<>();
            block.forEach((parameter, row) -> found.put(parameter, row.cell(column)));
            Entry entry = new Entry(sheet(), found);
            boolean official =
                    found.values().stream().anyMatch(OfficialUse::says)
                            || entry.cell(OfficialUse.COLUMN)
                                    .filter(cell -> !Entry.empty(cell))
                                    .map(cell ->
                                            CellCheck.marked(OfficialUse.mark(located), cell)
                                                    .orElse(true))
                                    .orElse(false);
            if (official) {
                excluded++;
            } else {
                entries.add(entry);
            }
        }
    }

    private void check(Entry entry) {
        if (table.layout() == Table.Layout.TREE && !figures(entry)) {
            numeric()
                    .flatMap(column -> entry.cell(column.id()).stream())
                    .findFirst()
                    .ifPresent(cell -> findings.problem(sheet(), cell, Code.NO_FIGURES));
            return;
        }
        Map<String, List<Column>> marks = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            Optional<Cell> cell = entry.cell(column.id());
            if (cell.isEmpty()) {
                continue;
            }
            if (!Entry.empty(cell.get())) {
                cells.check(sheet(), column, cell.get());
            } else if (column.required() && column.group().isEmpty()) {
                findings.problem(sheet(), cell.get(), missing(column), column.heading());
            }
            if (!column.group().isEmpty()) {
                marks.computeIfAbsent(column.group(), _ -> new ArrayList<>()).add(column);
            }
        }
        marks.values().forEach(group -> checkMarks(entry, group));
        table.checks().forEach(check -> checkParts(entry, check));
        table.outcome().ifPresent(outcome -> checkOutcome(entry, outcome));
    }

    private void checkMarks(Entry entry, List<Column> group) {
        List<Cell> marked = new ArrayList<>();
        for (Column column : group) {
            Optional<Cell> cell = entry.cell(column.id());
            Optional<Boolean> mark = cell.flatMap(found -> CellCheck.marked(column, found));
            if (cell.isEmpty() || mark.isEmpty()) {
                return;
            }
            if (mark.get()) {
                marked.add(cell.get());
            }
        }
        LocalText heading = group.getFirst().groupHeading();
        if (marked.size() > 1) {
            findings.problem(sheet(), marked.getLast(), Code.MARK_TWICE, heading);
        } else if (marked.isEmpty()) {
            entry.cell(group.getFirst().id())
                    .ifPresent(cell -> findings.problem(sheet(), cell, Code.MARK_MISSING, heading));
        }
    }

    private void checkParts(Entry entry, Table.Check check) {
        Optional<BigDecimal> whole = number(entry, check.whole());
        Optional<BigDecimal> part =
                check.part().stream()
                        .map(column -> number(entry, column))
                        .reduce(
                                Optional.of(BigDecimal.ZERO),
                                (sum, next) -> sum.flatMap(s -> next.map(s::add)));
        if (whole.isEmpty() || part.isEmpty() || part.get().compareTo(whole.get()) <= 0) {
            return;
        }
        Column first = table.column(check.part().getFirst());
        FormProblem problem =
                FormProblem.of(
                        sheet(),
                        entry.cell(first.id()).map(Cell::address).orElse(""),
                        Code.PART_GREATER,
                        first.heading(),
                        table.column(check.whole()).heading(),
                        FormProblem.same(part.get().toPlainString()),
                        FormProblem.same(whole.get().toPlainString()),
                        FormProblem.same(check.paragraph()));
        if (check.warning()) {
            findings.warning(problem);
        } else {
            findings.problem(problem);
        }
    }

    /// A training is in time where it was done by the day it was due, late where after, and missed
    /// where it was not done.
    private void checkOutcome(Entry entry, Table.Outcome columns) {
        Column column = table.column(columns.outcome());
        Optional<Cell> stated = entry.cell(columns.outcome());
        Optional<Cell> doneCell = entry.cell(columns.done());
        if (stated.isEmpty() || doneCell.isEmpty()) {
            return;
        }
        var due = entry.cell(columns.due()).flatMap(Cell::date);
        var done = doneCell.flatMap(Cell::date);
        var word = column.word(stated.get().text());
        if (due.isEmpty() || word.isEmpty() || (done.isEmpty() && !Entry.empty(doneCell.get()))) {
            return;
        }
        String meant =
                done.isEmpty() ? "missed" : done.get().isAfter(due.get()) ? "late" : "in_time";
        if (!word.get().id().equals(meant)) {
            column.words().stream()
                    .filter(other -> other.id().equals(meant))
                    .findFirst()
                    .ifPresent(other ->
                            findings.problem(
                                    sheet(),
                                    stated.get(),
                                    Code.OUTCOME_CONTRADICTS,
                                    other.label()));
        }
    }

    private void checkUnique() {
        for (Column column : table.columns()) {
            Set<String> seen = new HashSet<>();
            for (Entry entry : entries) {
                if (column.unique() && entry.says(column.id())) {
                    Cell cell = entry.cell(column.id()).orElseThrow();
                    String value =
                            column.word(cell.text())
                                    .map(Column.Word::id)
                                    .orElse(LookalikeKey.of(cell.text()));
                    if (!seen.add(value)) {
                        findings.problem(sheet(), cell, Code.VALUE_TWICE, CellCheck.shown(cell));
                    }
                }
            }
        }
    }

    /// Where each word stands once, as the months do, all have to be there.
    private void checkWords() {
        for (Column column : table.columns()) {
            if (column.unique() && !column.words().isEmpty() && !entries.isEmpty()) {
                Set<String> said = new HashSet<>();
                for (Entry entry : entries) {
                    entry.cell(column.id())
                            .flatMap(cell -> column.word(cell.text()))
                            .ifPresent(word -> said.add(word.id()));
                }
                for (Column.Word word : column.words()) {
                    if (!said.contains(word.id())) {
                        findings.problem(
                                FormProblem.of(
                                        sheet(), under(column), Code.WORD_MISSING, word.label()));
                    }
                }
            }
        }
    }

    /// ¶37: z is the average of the monthly headcounts. Units round theirs to two decimals, so the
    /// sum may differ by half a hundredth for each.
    private void checkHeadcount() {
        Optional<BigDecimal> average = context.averageHeadcount();
        if (table.headcount().isEmpty() || average.isEmpty() || entries.isEmpty()) {
            return;
        }
        String column = table.headcount().get();
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : entries) {
            Optional<BigDecimal> number = number(entry, column);
            if (number.isEmpty()) {
                return;
            }
            sum = sum.add(number.get());
        }
        if (sum.subtract(average.get()).abs().compareTo(rounding(entries.size())) > 0) {
            Cell last = entries.getLast().cell(column).orElseThrow();
            findings.problem(
                    sheet(),
                    last,
                    Code.HEADCOUNT_DIFFERS,
                    FormProblem.same(sum.toPlainString()),
                    FormProblem.same(Decimals.shown(average.get())));
        }
    }

    private static BigDecimal rounding(int entries) {
        return BigDecimal.valueOf(5L * entries, 3);
    }

    /// A printed sum has to be the sum of what it sums up; one that is not filled in is not missed.
    private void checkTotal(Entry total, List<Entry> parts) {
        numeric()
                .filter(column -> column.type() != Column.Type.PERCENT)
                .forEach(column ->
                        total.cell(column.id())
                                .filter(cell -> !cell.blank())
                                .ifPresent(cell -> checkTotal(column, cell, parts)));
    }

    private void checkTotal(Column column, Cell cell, List<Entry> parts) {
        Optional<BigDecimal> stated = cell.number();
        if (stated.isEmpty()) {
            cells.check(sheet(), column, cell);
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry part : parts) {
            sum = sum.add(number(part, column.id()).orElse(BigDecimal.ZERO));
        }
        BigDecimal tolerance =
                column.type() == Column.Type.COUNT ? BigDecimal.ZERO : rounding(parts.size());
        if (sum.subtract(stated.get()).abs().compareTo(tolerance) > 0) {
            findings.problem(
                    sheet(),
                    cell,
                    Code.TOTAL_DIFFERS,
                    FormProblem.same(stated.get().toPlainString()),
                    FormProblem.same(sum.toPlainString()));
        }
    }

    private void checkEmpty() {
        if (!asked) {
            findings.warning(FormProblem.of(sheet(), "", Code.TABLE_WITHOUT_ROWS, table.title()));
            return;
        }
        if (table.statements().isEmpty()) {
            table.columns().stream()
                    .filter(column ->
                            column.required() && located.columns().containsKey(column.id()))
                    .forEach(column ->
                            findings.problem(
                                    FormProblem.of(
                                            sheet(),
                                            under(column),
                                            missing(column),
                                            column.heading())));
            return;
        }
        Table.Statement statement = table.statements().getFirst();
        boolean none =
                stated(statement)
                        .filter(cell -> count(cell).filter(n -> n.signum() == 0).isPresent())
                        .isPresent();
        if (!none && excluded == 0) {
            findings.problem(
                    FormProblem.of(
                            sheet(),
                            Cell.address(located.lastRow() + 1, 1),
                            Code.TABLE_EMPTY,
                            table.title(),
                            statement.label()));
        }
    }

    /// Compares the counts that the sender states beside the table with those of its rows.
    void checkStatements(Measures measures, Form form) {
        for (Table.Statement statement : table.statements()) {
            stated(statement)
                    .ifPresent(cell -> {
                        BigDecimal counted =
                                statement
                                        .fact()
                                        .flatMap(fact -> measure(form, fact))
                                        .flatMap(measures::number)
                                        .orElse(BigDecimal.valueOf(entries.size()));
                        Optional<BigDecimal> number = count(cell);
                        if (number.isPresent() && number.get().compareTo(counted) != 0) {
                            findings.problem(
                                    sheet(),
                                    cell,
                                    Code.STATED_DIFFERS,
                                    FormProblem.same(number.get().toPlainString()),
                                    FormProblem.same(counted.toPlainString()));
                        }
                    });
        }
    }

    private static Optional<Measure> measure(Form form, String fact) {
        return form.facts().stream().filter(measure -> measure.name().equals(fact)).findFirst();
    }

    private Optional<Table.Statement> statement(Cell cell) {
        String text = LookalikeKey.of(cell.text());
        return table.statements().stream()
                .filter(statement -> statement.names().stream().anyMatch(text::startsWith))
                .findFirst();
    }

    /// The cell with the number: that of the sentence where it ends in one, otherwise the next one.
    private Optional<Cell> stated(Table.Statement statement) {
        for (Row row : place.sheet().rows()) {
            for (Cell cell : row.cells()) {
                if (statement(cell).filter(statement::equals).isPresent()) {
                    if (count(cell).isPresent()) {
                        return Optional.of(cell);
                    }
                    return row.cells().stream()
                            .filter(next -> next.column() > cell.column() && !next.blank())
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> count(Cell cell) {
        if (cell.value() instanceof Value.Text) {
            Matcher matcher = STATED.matcher(cell.text().replace("_", ""));
            String digits = matcher.find() ? matcher.group(1).replace(" ", "") : "";
            return digits.isEmpty() || digits.length() > 9
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(digits));
        }
        return cell.number();
    }

    Optional<BigDecimal> number(Entry entry, String column) {
        return entry.cell(column)
                .filter(cell -> !cell.blank())
                .flatMap(cell -> CellCheck.number(table.column(column), cell));
    }

    /// Whether a cell says one of the words; of a mark, whether it is set.
    boolean says(Entry entry, String column, Set<String> words) {
        Column type = table.column(column);
        Optional<Cell> cell = entry.cell(column);
        if (type.type() == Column.Type.MARK) {
            return cell.flatMap(found -> CellCheck.marked(type, found)).orElse(false);
        }
        return cell.flatMap(found -> type.word(found.text()))
                .filter(word -> words.contains(word.id()))
                .isPresent();
    }

    /// A value for each word of a column, in the order of the words.
    Optional<FactValue> series(String words, String values) {
        Map<String, BigDecimal> byWord = new HashMap<>();
        for (Entry entry : entries) {
            entry.cell(words)
                    .flatMap(cell -> table.column(words).word(cell.text()))
                    .ifPresent(word ->
                            number(entry, values)
                                    .ifPresent(number -> byWord.put(word.id(), number)));
        }
        List<BigDecimal> series = new ArrayList<>();
        for (Column.Word word : table.column(words).words()) {
            @Nullable BigDecimal value = byWord.get(word.id());
            if (value == null) {
                return Optional.empty();
            }
            series.add(value);
        }
        return Optional.of(new FactValue.Amounts(series));
    }

    /// The cells of some columns as ranges: `C9:C20, E9:E20`; those of all columns for none.
    String range(List<String> columns) {
        return Ranges.of(entries, columns);
    }

    /// The heading of a column, with the heading above it where it has one.
    private static LocalText name(Column column) {
        return column.groupNames().isEmpty()
                ? column.heading()
                : new LocalText(
                        column.groupHeading().kk() + ": " + column.heading().kk(),
                        column.groupHeading().ru() + ": " + column.heading().ru(),
                        column.groupHeading().en() + ": " + column.heading().en());
    }

    private static Code missing(Column column) {
        return column.type().numeric() ? Code.FIGURE_MISSING : Code.VALUE_MISSING;
    }

    private String under(Column column) {
        return Cell.address(located.lastRow() + 1, located.columns().getOrDefault(column.id(), 1));
    }
}
