package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.forms.kpi.ImportColumn;
import kz.bagalau.forms.kpi.ImportProblem;
import kz.bagalau.forms.kpi.ImportedSheet;
import kz.bagalau.forms.kpi.KpiImport;
import kz.bagalau.forms.kpi.KpiImportReader;
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
/// then each plan and each sheet is a transaction of its own, and the same file sent again writes
/// what a crash has left out.
final class Importing {

    /// As many as are written in the time that the function has.
    private static final int MOST = 200;

    private static final String EVENT = "import";

    private final Desk desk;
    private final Caller caller;
    private final String body;
    private final Language language;
    private final List<Problem.Error> errors = new ArrayList<>();

    Importing(Desk desk, Caller caller, String body, Language language) {
        this.desk = desk;
        this.caller = caller;
        this.body = body;
        this.language = language;
    }

    /// @param check a dry run: nothing is stored
    Response take(byte[] file, boolean check) {
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
        Map<ImportedSheet, ArchivedSheet> entries = new LinkedHashMap<>();
        for (ImportedSheet sheet : sheets) {
            entry(sheet).ifPresent(entry -> entries.put(sheet, entry));
        }
        if (!errors.isEmpty()) {
            return Problem.invalid(errors);
        }
        int added = 0;
        for (ArchivedSheet entry : entries.values()) {
            boolean isNew = isNew(entry.plan()) || isNew(entry.sheet());
            added += isNew ? 1 : 0;
            if (isNew && !check) {
                write(entry.plan(), entry.asked());
                write(entry.sheet(), entry.asked());
            }
        }
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

    private boolean isNew(Document document) {
        return desk.cases().find(document.reference()).isEmpty();
    }

    /// Two rows of one person and period are one plan: the second is not new.
    private void write(Document first, ObjectNode asked) {
        List<String> files = List.copyOf(NamedFiles.in(first.content()).keySet());
        Change change =
                new Change(first, act(asked), List.of(), List.of(), Optional.empty(), files);
        switch (desk.cases().perform(change)) {
            case Written.Stored _, Written.Again _ -> {}
            case Written.Conflict _, Written.CarriedOut(), Written.Destroyed _ ->
                    throw new IllegalStateException(first.reference() + " came between");
        }
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
        document(sheet);
        ArchivedSheet entry = ArchivedSheet.of(desk, caller, body, mandate, sheet);
        if (!entry.lastedAMonth(desk, mandate)) {
            error(sheet, ImportColumn.FROM, KpiProblem.NOT_LT_MONTH);
        }
        for (Document document : List.of(entry.plan(), entry.sheet())) {
            if (standsOtherwise(document, entry.asked())) {
                error(sheet, ImportColumn.EMPLOYEE, KpiProblem.ENTERED_OTHERWISE);
                break;
            }
        }
        return errors.size() == before ? Optional.of(entry) : Optional.empty();
    }

    /// In the order in which it is done: the plan, the manager, the higher manager.
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
        if (sheet.managerSigned().isBefore(sheet.planApproved())) {
            error(
                    sheet,
                    ImportColumn.MANAGER_SIGNED,
                    CaseProblem.OUT_OF_ORDER,
                    sheet.planApproved().toString());
        }
    }

    /// The basis may be a file that was sent.
    private void document(ImportedSheet sheet) {
        String document = sheet.archive().document();
        if (NamedFiles.isId(document)
                && !desk.cases().notToBeNamed(List.of(document), caller).isEmpty()) {
            error(sheet, ImportColumn.ARCHIVE_DOCUMENT, HttpProblem.UNKNOWN_DOCUMENT, document);
        }
    }

    /// Whether something else is entered for the person and the period.
    private boolean standsOtherwise(Document first, ObjectNode asked) {
        if (desk.cases().tombstone(first.reference()).isPresent()) {
            return true;
        }
        return desk.cases()
                .find(first.reference())
                .flatMap(standing -> desk.cases().overtaken(standing, 0, act(asked)))
                .filter(Written.Conflict.class::isInstance)
                .isPresent();
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
