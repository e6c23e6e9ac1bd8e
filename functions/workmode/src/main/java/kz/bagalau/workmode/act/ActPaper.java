package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.Persons;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.workact.WorkAct;
import kz.bagalau.forms.workact.WorkActDocument;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.workmode.desk.WorkDesk;

/// An act on paper, as its reader sees it.
final class ActPaper {

    private ActPaper() {}

    static byte[] print(
            WorkDesk desk, ActKind kind, Caller caller, Document act, Language language) {
        ObjectNode shown = kind.shown(caller, act);
        Staff staff = desk.staffs().of(act.body());
        LocalText body =
                desk.bodies()
                        .find(act.body())
                        .map(StateBody::name)
                        .orElse(new LocalText(act.body(), act.body(), act.body()));
        return WorkActDocument.write(
                new WorkAct(
                        act.reference().id(),
                        body,
                        shown.has("kind")
                                ? WorkAct.Kind.valueOf(shown.path("kind").asText())
                                : WorkAct.Kind.FLEXIBLE,
                        shown.path("number").asText(),
                        Rows.day(shown, "signedOn"),
                        shown.path("ground").asText(),
                        Rows.day(shown, Rows.FROM),
                        Rows.day(shown, Rows.TO),
                        Optional.of(shown.path("place").asText()).filter(text -> !text.isEmpty()),
                        cause(shown.path("cause")),
                        rows(shown, staff)),
                language);
    }

    private static Optional<String> cause(JsonNode cause) {
        return cause.isObject()
                ? Optional.of(
                        Stream.of("kind", "decision", Rows.FROM, "removedOn")
                                .map(field -> cause.path(field).asText())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static List<WorkAct.Row> rows(ObjectNode shown, Staff staff) {
        return Rows.of(shown).stream()
                .map(row ->
                        new WorkAct.Row(
                                Persons.name(staff, Rows.employee(row)),
                                basis(row),
                                Rows.day(row, Rows.FROM),
                                Rows.day(row, Rows.TO),
                                Rows.state(row)))
                .toList();
    }

    private static String basis(JsonNode row) {
        if (!row.has("start")) {
            return row.path("agreement").asText();
        }
        String hours = row.path("start").asText() + "–" + row.path("end").asText();
        return row.has("breakFrom")
                ? hours
                        + " ("
                        + row.path("breakFrom").asText()
                        + "–"
                        + row.path("breakTo").asText()
                        + ")"
                : hours;
    }
}
