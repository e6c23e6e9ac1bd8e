package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.HeadingSearch;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.report.place.SheetRows;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Reads a filled form as a whole: finds its tables, their entries, and what they say together.
final class FormReader {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 600_000;
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final String STAMPED = "form";

    private final Form form;
    private final ReadingContext context;
    private final Findings findings = new Findings();
    private final Map<String, Integer> excluded = new LinkedHashMap<>();
    private int cells;
    private int characters;

    private FormReader(Form form, ReadingContext context) {
        this.form = form;
        this.context = context;
    }

    static Reading read(Form form, Opened opened, ReadingContext context) {
        return switch (opened) {
            case Opened.Refused(var refusal) ->
                    new Reading(
                            List.of(FormProblem.of(refusal)),
                            0,
                            List.of(),
                            List.of(),
                            Map.of(),
                            Map.of());
            case Opened.Readable(var file) -> {
                try (file) {
                    yield new FormReader(form, context).read(file);
                }
            }
        };
    }

    private Reading read(IncomingFile file) {
        List<SheetRows> sheets = new ArrayList<>();
        for (IncomingSheet sheet : file.sheets()) {
            if (sheet.hidden()) {
                if (sheet.name().equals(Spreadsheet.STAMP)) {
                    checkStamp(sheet);
                } else {
                    HiddenParts.warnOfSheet(sheet, form.tables(), findings);
                }
            } else {
                sheets.add(rows(sheet));
            }
        }
        Map<String, TableEntries> tables = new HashMap<>();
        if (findings.none()) {
            Map<String, Place> places = places(sheets);
            for (Table table : form.tables()) {
                @Nullable Place place = places.get(table.id());
                if (place == null) {
                    if (table.concerns(context.kind())) {
                        findings.problem(FormProblem.of("", "", Code.TABLE_MISSING, table.title()));
                    }
                } else {
                    tables.put(table.id(), read(table, place));
                }
            }
        }
        Measures measures = new Measures(tables);
        for (Table table : form.tables()) {
            @Nullable TableEntries entries = tables.get(table.id());
            if (entries != null && entries.checked()) {
                entries.checkStatements(measures, form);
            }
        }
        List<CellFact> facts = findings.none() ? facts(measures) : List.of();
        boolean accepted = findings.none();
        return new Reading(
                findings.problems(),
                findings.more(),
                findings.warnings(),
                accepted ? facts : List.of(),
                excluded,
                accepted ? aids(measures, tables.keySet()) : Map.of());
    }

    private TableEntries read(Table table, Place place) {
        TableEntries entries = new TableEntries(table, place, findings, context);
        if (!table.concerns(context.kind())) {
            if (entries.any()) {
                findings.warning(
                        FormProblem.of(
                                place.sheet().name(), "", Code.TABLE_NOT_ASKED, table.title()));
            }
            return entries;
        }
        boolean asked =
                table.required()
                        || form.facts().stream().anyMatch(fact -> fact.table().equals(table.id()));
        entries.read(asked);
        HiddenParts.warn(place, findings);
        if (entries.excluded() > 0) {
            excluded.merge(Reading.OFFICIAL_USE, entries.excluded(), Integer::sum);
        }
        if (context.attachments() == 0 && !entries.entries().isEmpty()) {
            table.scan()
                    .ifPresent(scan ->
                            findings.warning(
                                    FormProblem.of(
                                            place.sheet().name(), "", Code.SCAN_MISSING, scan)));
        }
        return entries;
    }

    private SheetRows rows(IncomingSheet sheet) {
        List<Row> rows = new ArrayList<>();
        Optional<Refusal> refusal =
                sheet.read(row -> {
                    cells += row.cells().size();
                    for (Cell cell : row.cells()) {
                        if (cell.value() instanceof Value.Text(var text)) {
                            characters += text.length();
                        }
                    }
                    if (rows.size() <= MOST_ROWS
                            && cells <= MOST_CELLS
                            && characters <= MOST_CHARACTERS) {
                        rows.add(row);
                    }
                });
        refusal.ifPresent(found -> findings.problem(FormProblem.of(found)));
        if (rows.size() > MOST_ROWS || cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            findings.problem(
                    FormProblem.of(
                            sheet.name(), "", Code.TOO_MANY_ROWS, FormProblem.same(MOST_ROWS)));
        }
        return new SheetRows(sheet.name(), rows, sheet.hiddenColumns());
    }

    private void checkStamp(IncomingSheet sheet) {
        List<Row> rows = rows(sheet).rows();
        for (Row row : rows) {
            if (row.cell(1).text().equals(STAMPED)) {
                String stamp = row.cell(2).text();
                if (!stamp.startsWith(form.id() + "/")) {
                    findings.problem(
                            FormProblem.of(
                                    "",
                                    "",
                                    Code.WRONG_FORM,
                                    CellCheck.shown(row.cell(2)),
                                    FormProblem.same(form.id())));
                } else if (!stamp.equals(form.stamp())) {
                    findings.warning(
                            FormProblem.of(
                                    "",
                                    "",
                                    Code.WRONG_VERSION,
                                    CellCheck.shown(row.cell(2)),
                                    FormProblem.same(form.stamp())));
                }
            }
        }
    }

    /// Where the tables stand. A sheet with the name of our template goes before others with the
    /// same table that is empty there. Where it is filled in twice, such as in last year's copy,
    /// nothing says which is meant, and that is a problem.
    private Map<String, Place> places(List<SheetRows> sheets) {
        Map<String, Place> places = new HashMap<>();
        HeadingSearch search = new HeadingSearch(form.tables());
        for (SheetRows sheet : sheets) {
            List<Place> found = Place.all(sheet, search, form.tables());
            for (Place place : found) {
                Table table = place.located().table();
                @Nullable Place other = places.get(table.id());
                if (other == null) {
                    places.put(table.id(), place);
                } else {
                    Place kept = place.named() && !other.named() ? place : other;
                    Place left = kept == place ? other : place;
                    places.put(table.id(), kept);
                    if (left.named() == kept.named() || says(table, left)) {
                        findings.problem(
                                FormProblem.of(
                                        left.sheet().name(),
                                        Cell.address(left.located().firstRow(), 1),
                                        Code.TABLE_TWICE,
                                        table.title()));
                    }
                }
            }
        }
        return places;
    }

    private boolean says(Table table, Place place) {
        return new TableEntries(table, place, findings, context).any();
    }

    private List<CellFact> facts(Measures measures) {
        List<CellFact> facts = new ArrayList<>();
        for (Measure measure : form.facts()) {
            if (form.table(measure.table()).concerns(context.kind())) {
                measures.fact(measure).ifPresent(facts::add);
            }
        }
        Map<String, FactValue> values = new HashMap<>();
        facts.forEach(fact -> values.put(fact.fact(), fact.value()));
        for (FactMistake mistake : Vocabulary.mistakes(values)) {
            facts.stream()
                    .filter(fact -> fact.fact().equals(mistake.fact()))
                    .findFirst()
                    .ifPresent(fact ->
                            findings.problem(
                                    FormProblem.of(
                                            fact.sheet(),
                                            fact.cells(),
                                            Code.TOO_LARGE,
                                            FormProblem.same(1_000_000_000))));
        }
        return facts;
    }

    private Map<String, BigDecimal> aids(Measures measures, Set<String> found) {
        Map<String, BigDecimal> aids = new LinkedHashMap<>();
        for (Measure measure : form.aids()) {
            if (found.contains(measure.table())) {
                measures.number(measure).ifPresent(number -> aids.put(measure.name(), number));
            }
        }
        return aids;
    }
}
