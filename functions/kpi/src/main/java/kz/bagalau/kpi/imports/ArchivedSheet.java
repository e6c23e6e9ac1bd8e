package kz.bagalau.kpi.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.directory.Persons;
import kz.bagalau.forms.kpi.ImportedSheet;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.plan.PlanKind;
import kz.bagalau.kpi.sheet.SheetCheck;
import kz.bagalau.kpi.sheet.SheetOpening;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.kpi.step.Person;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Flows;

/// A plan that was approved and its sheet that was agreed, as a row of a workbook says: the first
/// versions of both.
///
/// @param asked what the row says, by which the same row is known again
record ArchivedSheet(Document plan, Document sheet, ObjectNode asked) {

    static ArchivedSheet of(
            Desk desk, Caller caller, String body, Mandate mandate, ImportedSheet row) {
        ObjectNode content = planContent(caller, mandate, row);
        String id = PlanKind.id(body, row.employee(), row.period().from(), row.period().to());
        Document plan =
                new Document(
                        new Reference(Desk.PLAN, id),
                        Flows.KPI_PLAN.flow().code(),
                        body,
                        Integer.toString(row.period().from().getYear()),
                        mandate.parties(),
                        "APPROVED",
                        1,
                        content);
        Document sheet =
                new Document(
                        new Reference(Desk.SHEET, id),
                        Flows.KPI_SHEET.flow().code(),
                        body,
                        plan.period(),
                        plan.parties(),
                        "SIGNED",
                        1,
                        sheetContent(desk, caller, mandate, plan, row));
        return new ArchivedSheet(plan, sheet, asked(plan, sheet, row));
    }

    /// Without what the directory and the calendar say of it.
    private static ObjectNode asked(Document plan, Document sheet, ImportedSheet row) {
        ObjectNode asked = plan.content();
        asked.remove(List.of("person", "signatures", "lastStep"));
        asked.put("manager", row.manager());
        asked.put("higher", row.higher());
        asked.put("planApproved", row.planApproved().toString());
        asked.put("managerSigned", row.managerSigned().toString());
        asked.put("agreed", row.agreed().toString());
        asked.set("values", sheet.content().path("rows"));
        ObjectNode signature = (ObjectNode) sheet.content().at("/signatures/employee");
        asked.set("signature", signature.without("by"));
        return asked;
    }

    List<Document> documents() {
        return List.of(plan, sheet);
    }

    boolean lastedAMonth(Desk desk, Mandate mandate) {
        return new SheetOpening(plan, mandate)
                .lastedAMonth(desk.methodologies().inForce(plan.body(), desk.today()));
    }

    private static ObjectNode planContent(Caller caller, Mandate mandate, ImportedSheet row) {
        ObjectNode content = Json.object().put("employee", row.employee());
        content.putObject("period")
                .put("from", row.period().from().toString())
                .put("to", row.period().to().toString());
        content.putObject("archive")
                .put("reason", row.archive().reason())
                .put("document", row.archive().document());
        content.set("person", Person.of(mandate));
        ArrayNode rows = content.putArray("rows");
        for (ImportedSheet.Row each : row.rows()) {
            rows.addObject()
                    .put("name", each.name())
                    .put("derivedFrom", each.derivedFrom())
                    .put("unit", each.unit())
                    .put("planned", each.planned())
                    .put("keyResult", each.keyResult())
                    .put("due", each.due().toString())
                    .put("achievable", true);
        }
        signs(content, "approver", caller, mandate, row.higher(), row.planApproved());
        return Archive.took(content, row.planApproved());
    }

    private static ObjectNode sheetContent(
            Desk desk, Caller caller, Mandate mandate, Document plan, ImportedSheet row) {
        ObjectNode content = new SheetOpening(plan, mandate).content(row.managerSigned());
        ArrayNode filled = Json.object().putArray("rows");
        for (int i = 0; i < row.rows().size(); i++) {
            ImportedSheet.Row each = row.rows().get(i);
            ObjectNode values =
                    filled.addObject()
                            .put("no", i + 1)
                            .put("actual", each.actual())
                            .put("achieved", each.achieved());
            ArrayNode evidence = values.putArray("evidence");
            if (!each.evidence().isEmpty()) {
                evidence.addObject().put("text", each.evidence());
            }
        }
        SheetCheck.fill(content, filled);
        signs(content, "manager", caller, mandate, row.manager(), row.managerSigned());
        content.withObject("/signatures").set("employee", employee(caller, row.employeeSigned()));
        signs(content, "approver", caller, mandate, row.higher(), row.agreed());
        desk.put(content, content, "toCommissionBy", Deadline.KPI_TO_COMMISSION, row.agreed());
        return Archive.took(content, row.agreed());
    }

    private static ObjectNode employee(Caller caller, Signature signature) {
        ObjectNode said = Json.object();
        LocalDate on =
                switch (signature) {
                    case Signature.Signed(_, var day) -> {
                        said.put("signed", true);
                        yield day;
                    }
                    case Signature.Refused(_, var day, var reason) -> {
                        said.put("refused", reason);
                        yield day;
                    }
                    case Signature.Absent(_, var day, var reason) -> {
                        said.put("absent", reason);
                        yield day;
                    }
                    case Signature.Open open -> throw new IllegalStateException(open.toString());
                };
        return said.put("on", on.toString()).put("by", caller.subject());
    }

    /// Somebody signed then, as the file says; who enters it stands beside.
    private static void signs(
            ObjectNode content,
            String as,
            Caller caller,
            Mandate mandate,
            String person,
            LocalDate on) {
        content.withObject("/signatures")
                .putObject(as)
                .put("signed", true)
                .put("on", on.toString())
                .put("by", caller.subject())
                .put("name", Persons.name(mandate.staff(), person));
    }
}
