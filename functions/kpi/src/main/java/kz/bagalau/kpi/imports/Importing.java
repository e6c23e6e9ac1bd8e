package kz.bagalau.kpi.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Opened;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.forms.kpi.ImportColumn;
import kz.bagalau.forms.kpi.ImportProblem;
import kz.bagalau.forms.kpi.ImportedSheet;
import kz.bagalau.forms.kpi.KpiImport;
import kz.bagalau.forms.kpi.KpiImportReader;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.kpi.KpiGrade;

/// Takes the sheets that a body kept in Excel: each an archive entry with its basis, of which the
/// plan is approved and the sheet agreed. The file is checked whole before anything is written;
/// then each plan is written together with its sheet, several of both a transaction, and the same
/// file sent again writes what a crash has left out. What is asked of the store does not grow with
/// each sheet.
public final class Importing {

    /// As many as are written in the time that the function has.
    private static final int MOST = 200;

    private static final String EVENT = "import";

    private final Desk desk;
    private final Caller caller;
    private final String body;
    private final Language language;
    private final List<Problem.Error> errors = new ArrayList<>();

    public Importing(Desk desk, Caller caller, String body, Language language) {
        this.desk = desk;
        this.caller = caller;
        this.body = body;
        this.language = language;
    }

    /// @param check a dry run: nothing is stored
    public Response take(byte[] file, boolean check) {
        int indicators = Integer.parseInt(AppraisalSetting.KPI_COUNT.byDefault());
        return switch (KpiImportReader.read(file, indicators, KpiGrade::of)) {
            case KpiImport.Rejected(var problems) ->
                    Problem.invalid(
                            problems.stream()
                                    .filter(problem -> !problem.code().warning())
                                    .map(this::refused)
                                    .toList());
            case KpiImport.Accepted(var sheets, var warnings) -> take(sheets, warnings, check);
        };
    }

    private Problem.Error refused(ImportProblem problem) {
        return new Problem.Error(
                new Problem.Cell(problem.sheet(), problem.cell()),
                problem.cell().isEmpty() ? KpiProblem.FILE_REFUSED : KpiProblem.CELL_REFUSED,
                List.of(problem.message().in(language)));
    }

    private Response take(List<ImportedSheet> sheets, List<ImportProblem> warnings, boolean check) {
        if (sheets.size() > MOST) {
            return Problem.invalid(
                    List.of(
                            new Problem.Error(
                                    new Problem.Cell("", ""),
                                    FieldProblem.TOO_MANY,
                                    List.of(Integer.toString(MOST)))));
        }
        documents(sheets);
        Map<ImportedSheet, ArchivedSheet> entries = new LinkedHashMap<>();
        for (ImportedSheet sheet : sheets) {
            entry(sheet).ifPresent(entry -> entries.put(sheet, entry));
        }
        Map<Reference, Opened> opened = opened(entries);
        if (!errors.isEmpty()) {
            return Problem.invalid(errors);
        }
        List<List<Change>> missing =
                entries.values().stream()
                        .distinct()
                        .map(entry -> missing(entry, opened))
                        .filter(changes -> !changes.isEmpty())
                        .toList();
        if (!check && desk.cases().performAll(missing) < missing.size()) {
            return new Response.Retry(); // somebody entered one of them meanwhile
        }
        int added = missing.size();
        ObjectNode answer =
                Json.object().put("added", added).put("unchanged", entries.size() - added);
        ArrayNode said = answer.putArray("warnings");
        warnings.forEach(warning ->
                said.addObject()
                        .put("sheet", warning.sheet())
                        .put("cell", warning.cell())
                        .put("code", warning.code().name())
                        .put("message", warning.message().in(language)));
        return Response.ok(answer);
    }

    /// What stands in the place of the plans and sheets. What is entered otherwise is an error, be
    /// it here or in another row of the file.
    private Map<Reference, Opened> opened(Map<ImportedSheet, ArchivedSheet> entries) {
        Map<Reference, Act> openings = new HashMap<>();
        Set<ImportedSheet> otherwise = new LinkedHashSet<>();
        entries.forEach((sheet, entry) -> {
            Act act = act(entry.asked());
            for (Document document : entry.documents()) {
                Act other = openings.putIfAbsent(document.reference(), act);
                if (other != null && !other.equals(act)) {
                    otherwise.add(sheet);
                }
            }
        });
        Map<Reference, Opened> opened = desk.cases().opened(openings);
        entries.forEach((sheet, entry) -> {
            if (entry.documents().stream()
                    .anyMatch(one -> opened.get(one.reference()) == Opened.OTHERWISE)) {
                otherwise.add(sheet);
            }
        });
        otherwise.forEach(
                sheet -> error(sheet, ImportColumn.EMPLOYEE, KpiProblem.ENTERED_OTHERWISE));
        return opened;
    }

    private List<Change> missing(ArchivedSheet entry, Map<Reference, Opened> opened) {
        return entry.documents().stream()
                .filter(document -> opened.get(document.reference()) == Opened.NOT_YET)
                .map(document ->
                        new Change(
                                document,
                                act(entry.asked()),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                List.copyOf(NamedFiles.in(document.content()).keySet())))
                .toList();
    }

    private Act act(ObjectNode asked) {
        return new Act(EVENT, caller.subject(), desk.clock().instant(), asked);
    }

    private Optional<ArchivedSheet> entry(ImportedSheet sheet) {
        int before = errors.size();
        Mandate mandate = desk.mandate(body, sheet.employee());
        if (!mandate.staff().knows(sheet.employee())) {
            error(sheet, ImportColumn.EMPLOYEE, KpiProblem.UNKNOWN_EMPLOYEE, sheet.employee());
            return Optional.empty();
        }
        if (sheet.employee().equals(caller.subject())) {
            error(sheet, ImportColumn.EMPLOYEE, KpiProblem.OWN_CASE);
        }
        days(sheet);
        ArchivedSheet entry = ArchivedSheet.of(desk, caller, body, mandate, sheet);
        if (!entry.lastedAMonth(desk, mandate)) {
            error(sheet, ImportColumn.FROM, KpiProblem.NOT_LT_MONTH);
        }
        return errors.size() == before ? Optional.of(entry) : Optional.empty();
    }

    /// In the order in which it is done: the plan, the manager, the higher manager. Nothing is
    /// assessed before its period begins (¶49).
    private void days(ImportedSheet sheet) {
        LocalDate today = desk.today();
        Map<ImportColumn, LocalDate> days =
                Map.of(
                        ImportColumn.PLAN_APPROVED, sheet.planApproved(),
                        ImportColumn.MANAGER_SIGNED, sheet.managerSigned(),
                        ImportColumn.AGREED, sheet.agreed());
        days.forEach((column, day) -> {
            if (day.isAfter(today)) {
                error(sheet, column, CaseProblem.IN_FUTURE, day.toString());
            }
        });
        LocalDate before =
                sheet.planApproved().isAfter(sheet.period().from())
                        ? sheet.planApproved()
                        : sheet.period().from();
        if (sheet.managerSigned().isBefore(before)) {
            error(sheet, ImportColumn.MANAGER_SIGNED, CaseProblem.OUT_OF_ORDER, before.toString());
        }
    }

    /// The basis may be a file that was sent.
    private void documents(List<ImportedSheet> sheets) {
        Set<String> files =
                sheets.stream()
                        .map(sheet -> sheet.archive().document())
                        .filter(NamedFiles::isId)
                        .collect(Collectors.toSet());
        List<String> unknown = desk.cases().notToBeNamed(files, caller);
        for (ImportedSheet sheet : sheets) {
            String document = sheet.archive().document();
            if (unknown.contains(document)) {
                error(sheet, ImportColumn.ARCHIVE_DOCUMENT, HttpProblem.UNKNOWN_DOCUMENT, document);
            }
        }
    }

    private void error(
            ImportedSheet sheet, ImportColumn column, ProblemCode code, String... arguments) {
        ImportedSheet.Place place = sheet.place();
        errors.add(
                new Problem.Error(
                        new Problem.Cell(place.sheet(), place.cells().getOrDefault(column, "")),
                        code,
                        List.of(arguments)));
    }
}
