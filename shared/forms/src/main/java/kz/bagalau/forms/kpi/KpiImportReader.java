package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.appraisal.Grade;

/// Reads KPI sheets from a workbook as [KpiImportTemplate] writes it, whoever has changed it since:
/// all of them, or none with every problem at its cell. Nothing that the file does not show is
/// read.
public final class KpiImportReader {

    private static final FileLimits LIMITS =
            new FileLimits(4L << 20, 40L << 20, 30L << 20, 150, 200, 10, 20_000);

    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<ImportTable, ImportPlace> places = new EnumMap<>(ImportTable.class);

    private KpiImportReader() {}

    /// @param indicators how many a plan has (¶47)
    /// @param grades the grade by how many of them are achieved (¶49)
    public static KpiImport read(byte[] bytes, int indicators, IntFunction<Grade> grades) {
        return switch (IncomingFile.open(bytes, FileType.XLSX, LIMITS)) {
            case Opened.Refused(var refusal) ->
                    new KpiImport.Rejected(List.of(ImportProblem.of(refusal)));
            case Opened.Readable(var file) -> {
                try (file) {
                    yield new KpiImportReader().read(file, indicators, grades);
                }
            }
        };
    }

    private KpiImport read(IncomingFile file, int indicators, IntFunction<Grade> grades) {
        file.sheets().forEach(this::locate);
        for (ImportTable table : ImportTable.values()) {
            if (!places.containsKey(table)) {
                problems.add(
                        ImportProblem.of("", "", ImportProblem.Code.TABLE_MISSING, table.tab()));
            }
        }
        if (places.size() < ImportTable.values().length) {
            return new KpiImport.Rejected(problems);
        }
        List<ImportedSheet> sheets =
                new ImportedSheets(problems, indicators, grades)
                        .read(place(ImportTable.SHEETS), place(ImportTable.INDICATORS));
        if (problems.stream().allMatch(problem -> problem.code().warning())) {
            return sheets.isEmpty()
                    ? new KpiImport.Rejected(
                            List.of(ImportProblem.of("", "", ImportProblem.Code.NOTHING_TO_IMPORT)))
                    : new KpiImport.Accepted(sheets, problems);
        }
        return new KpiImport.Rejected(problems);
    }

    private ImportPlace place(ImportTable table) {
        return Optional.ofNullable(places.get(table)).orElseThrow();
    }

    private void locate(IncomingSheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.read(rows::add).map(ImportProblem::of).ifPresent(problems::add);
        if (sheet.name().equals(Spreadsheet.STAMP)) {
            stamp(rows);
            return;
        }
        Optional<ImportPlace> place = ImportPlace.on(sheet.name(), rows);
        if (place.isEmpty()) {
            rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(ImportPlace::says)
                    .findFirst()
                    .ifPresent(cell ->
                            problem(
                                    sheet,
                                    cell.address(),
                                    ImportProblem.Code.SHEET_NOT_READ,
                                    sheet.name()));
            return;
        }
        if (sheet.hidden()) {
            problem(sheet, "", ImportProblem.Code.SHEET_HIDDEN, sheet.name());
        }
        if (places.putIfAbsent(place.get().table(), place.get()) != null) {
            problem(sheet, "", ImportProblem.Code.TABLE_TWICE, place.get().table().tab());
        } else {
            problems.addAll(place.get().problems(sheet.hiddenColumns()));
        }
    }

    /// A workbook of ours for something else is named, whatever stands in it.
    private void stamp(List<Row> rows) {
        rows.stream()
                .filter(row -> row.cell(1).text().equals(KpiImportTemplate.FORM))
                .map(row -> row.cell(2).text())
                .filter(form -> !form.equals(KpiImportTemplate.STAMP))
                .forEach(form ->
                        problems.add(
                                ImportProblem.of(
                                        "",
                                        "",
                                        ImportProblem.Code.OTHER_TEMPLATE,
                                        form,
                                        KpiImportTemplate.STAMP)));
    }

    private void problem(
            IncomingSheet sheet, String cell, ImportProblem.Code code, Object... details) {
        problems.add(ImportProblem.of(sheet.name(), cell, code, details));
    }
}
