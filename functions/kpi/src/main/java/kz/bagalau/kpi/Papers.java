package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.Persons;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.kpi.Archive;
import kz.bagalau.forms.kpi.Body;
import kz.bagalau.forms.kpi.CommissionProtocol;
import kz.bagalau.forms.kpi.KpiSheet;
import kz.bagalau.forms.kpi.Period;
import kz.bagalau.forms.kpi.WorkPlan;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.kpi.commission.Commissions;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.sheet.SheetContent;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Grade;
import kz.bagalau.rules.staff.Staff;

/// Plans, sheets and protocols as the forms of Annexes 9, 10 and 11 print them.
///
/// @param staff for the names of a commission's people
record Papers(Optional<StateBody> known, String id, Staff staff) {

    static Papers of(Desk desk, String body) {
        return new Papers(desk.bodies().find(body), body, desk.staffs().of(body));
    }

    WorkPlan plan(Document plan) {
        ObjectNode content = plan.content();
        List<WorkPlan.Row> rows = new ArrayList<>();
        content.path("rows")
                .forEach(row ->
                        rows.add(
                                new WorkPlan.Row(
                                        row.path("name").asText(),
                                        row.path("derivedFrom").asText(),
                                        row.path("unit").asText(),
                                        row.path("planned").asText(),
                                        day(row, "due")
                                                .orElse(
                                                        LocalDate.parse(
                                                                content.at("/period/to").asText())),
                                        row.path("keyResult").asText())));
        return new WorkPlan(
                plan.reference().id(),
                !plan.state().equals("APPROVED"),
                body(),
                period(content),
                content.at("/person/name").asText(),
                title(content.at("/person/position")),
                title(content.at("/person/unit")),
                rows,
                signature(content, "approver"),
                signature(content, "employee"),
                signature(content, "manager"),
                archive(content));
    }

    KpiSheet sheet(Document sheet) {
        ObjectNode content = sheet.content();
        List<KpiSheet.Row> rows = new ArrayList<>();
        content.path("rows")
                .forEach(row ->
                        rows.add(
                                new KpiSheet.Row(
                                        row.path("name").asText(),
                                        row.path("unit").asText(),
                                        row.path("planned").asText(),
                                        row.path("actual").asText(),
                                        row.has("achieved")
                                                ? Optional.of(row.path("achieved").asBoolean())
                                                : Optional.empty())));
        return new KpiSheet(
                sheet.reference().id(),
                !content.at("/signatures").has("approver"),
                body(),
                period(content),
                content.at("/person/name").asText(),
                title(content.at("/person/position")),
                rows,
                SheetContent.grade(content),
                signature(content, "approver"),
                signature(content, "employee"),
                signature(content, "manager"),
                archive(content));
    }

    /// @param shown the meeting as its reader sees it
    CommissionProtocol protocol(Document meeting, ObjectNode shown, List<Document> sheets) {
        List<CommissionProtocol.Row> rows = new ArrayList<>();
        List<CommissionProtocol.Motion> motions = new ArrayList<>();
        for (JsonNode decision : shown.path("decisions")) {
            motions.add(motion(decision, shown));
            if (decision.path("carried").asBoolean()) {
                rows.add(row(decision, sheets));
            }
        }
        LocalDate heldOn = LocalDate.parse(shown.path("heldOn").asText());
        List<Signature> members = new ArrayList<>();
        shown.path("members").forEach(member -> members.add(open(member.asText())));
        return new CommissionProtocol(
                meeting.reference().id(),
                false,
                body(),
                shown.has("period") ? period(shown) : new Period(heldOn, heldOn),
                rows,
                shown.path("conclusion").asText(""),
                shown.has("approval")
                        ? new Signature.Signed(
                                shown.at("/approval/name").asText(),
                                LocalDate.parse(shown.at("/approval/on").asText()))
                        : Signature.open(),
                open(shown.path("secretary").asText()),
                open(shown.path("chair").asText()),
                members,
                Optional.of(
                        new CommissionProtocol.Meeting(
                                heldOn,
                                shown.at("/order/number").asText()
                                        + ", "
                                        + shown.at("/order/date").asText(),
                                seated(shown),
                                shown.path("required").asInt(),
                                motions)),
                earlier(meeting, shown, sheets),
                archive(shown));
    }

    /// What is drawn up for a day of the timetable before anybody votes (¶63).
    CommissionProtocol draft(Document commission, LocalDate on, List<Document> documents) {
        List<ObjectNode> sheets = documents.stream().map(Document::content).toList();
        ObjectNode content = commission.content();
        List<Signature> members = new ArrayList<>();
        content.path("members").forEach(member -> members.add(open(member.asText())));
        Optional<ObjectNode> first = sheets.stream().findFirst();
        return new CommissionProtocol(
                Commissions.id(commission) + ", " + on,
                true,
                body(),
                first.map(Papers::period).orElseGet(() -> new Period(on, on)),
                sheets.stream().map(Papers::row).toList(),
                "",
                Signature.open(),
                open(content.path("secretary").asText()),
                open(content.path("chair").asText()),
                members,
                Optional.empty(),
                sheets.stream()
                        .flatMap(sheet -> earlier(sheet, round -> round.has("cancelled")).stream())
                        .toList(),
                first.flatMap(Papers::archive));
    }

    /// The result of the manager's sheet, on which nobody has decided.
    private static CommissionProtocol.Row row(ObjectNode sheet) {
        return new CommissionProtocol.Row(
                sheet.at("/person/name").asText(),
                SheetContent.grade(sheet).orElseThrow(),
                sheet.path("achieved").asInt(),
                sheet.path("rows").size(),
                Optional.empty(),
                "");
    }

    private static CommissionProtocol.Row row(JsonNode decision, List<Document> sheets) {
        ObjectNode sheet = sheet(decision.path("sheet").asText(), sheets);
        return new CommissionProtocol.Row(
                decision.path("name").asText(),
                Grade.valueOf(decision.path("sheetGrade").asText()),
                sheet.path("achieved").asInt(),
                sheet.path("rows").size(),
                decision.has("correction")
                        ? Optional.of(Grade.valueOf(decision.path("correction").asText()))
                        : Optional.empty(),
                decision.path("recommendation").asText(""));
    }

    private static ObjectNode sheet(String id, List<Document> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.reference().id().equals(id))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private CommissionProtocol.Motion motion(JsonNode decision, ObjectNode shown) {
        List<CommissionProtocol.Vote> votes = new ArrayList<>();
        decision.path("votes")
                .forEach(vote ->
                        votes.add(
                                new CommissionProtocol.Vote(
                                        name(vote.path("member").asText()),
                                        vote.path("member").equals(shown.path("chair")),
                                        vote.path("for").asBoolean())));
        CommissionProtocol.Outcome outcome =
                !decision.path("carried").asBoolean()
                        ? CommissionProtocol.Outcome.NOT_CARRIED
                        : decision.path("by").asText().equals("CHAIR")
                                ? CommissionProtocol.Outcome.CARRIED_BY_CHAIR
                                : CommissionProtocol.Outcome.CARRIED;
        return new CommissionProtocol.Motion(
                decision.path("name").asText(),
                decision.path("decision").asText().equals("REVISE")
                        ? Optional.of(Grade.valueOf(moved(decision)))
                        : Optional.empty(),
                votes,
                outcome);
    }

    /// The grade that was moved; of a motion that was not carried the sheet's own stands beside it.
    private static String moved(JsonNode decision) {
        return decision.path("moved").asText(decision.path("grade").asText());
    }

    private static int seated(ObjectNode shown) {
        int seated = 0;
        for (JsonNode person : shown.path("attended")) {
            boolean member = person.equals(shown.path("chair"));
            for (JsonNode each : shown.path("members")) {
                member |= person.equals(each);
            }
            seated += member ? 1 : 0;
        }
        return seated;
    }

    /// The decisions that were cancelled before this meeting reviewed them (¶69).
    private static List<CommissionProtocol.Earlier> earlier(
            Document meeting, ObjectNode shown, List<Document> sheets) {
        List<CommissionProtocol.Earlier> earlier = new ArrayList<>();
        for (String id : Meetings.sheets(shown)) {
            String own = meeting.reference().id();
            earlier.addAll(
                    earlier(
                            sheet(id, sheets),
                            round -> !round.path("meeting").asText().equals(own)));
        }
        return earlier;
    }

    /// @param before whether a round comes before those that are asked for
    private static List<CommissionProtocol.Earlier> earlier(
            ObjectNode sheet, Predicate<JsonNode> before) {
        return sheet.path("rounds")
                .valueStream()
                .takeWhile(before)
                .map(round -> {
                    JsonNode act =
                            round.at("/cancelled").has("order")
                                    ? round.at("/cancelled/order")
                                    : round.at("/cancelled/judgment");
                    return new CommissionProtocol.Earlier(
                            sheet.at("/person/name").asText(),
                            LocalDate.parse(round.path("heldOn").asText()),
                            round.path("meeting").asText(),
                            Grade.valueOf(round.path("grade").asText()),
                            act.path("number").asText() + ", " + act.path("date").asText());
                })
                .toList();
    }

    private Signature open(String person) {
        return new Signature.Open(name(person));
    }

    private String name(String person) {
        return Persons.name(staff, person);
    }

    private Body body() {
        return Body.institution(
                known.map(StateBody::name).orElseGet(() -> new LocalText(id, id, id)));
    }

    private static Period period(ObjectNode content) {
        return new Period(
                LocalDate.parse(content.at("/period/from").asText()),
                LocalDate.parse(content.at("/period/to").asText()));
    }

    private static LocalText title(JsonNode title) {
        return new LocalText(
                title.path("kk").asText(""),
                title.path("ru").asText(""),
                title.path("ru").asText(""));
    }

    private static Optional<LocalDate> day(JsonNode json, String field) {
        return json.has(field)
                ? Optional.of(LocalDate.parse(json.path(field).asText()))
                : Optional.empty();
    }

    private static Optional<Archive> archive(ObjectNode content) {
        return content.has("archive")
                ? Optional.of(
                        new Archive(
                                content.at("/archive/reason").asText(),
                                content.at("/archive/document").asText()))
                : Optional.empty();
    }

    private static Signature signature(ObjectNode content, String of) {
        JsonNode signature = content.path("signatures").path(of);
        String name =
                of.equals("employee")
                        ? content.at("/person/name").asText()
                        : signature.path("name").asText("");
        if (signature.isMissingNode()) {
            return new Signature.Open(name);
        }
        LocalDate on = LocalDate.parse(signature.path("on").asText());
        if (signature.has("refused")) {
            return new Signature.Refused(name, on, signature.path("refused").asText());
        }
        return signature.has("absent")
                ? new Signature.Absent(name, on, signature.path("absent").asText())
                : new Signature.Signed(name, on);
    }
}
