package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Terms;
import kz.bagalau.directory.Persons;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.KpiWarning;
import kz.bagalau.kpi.sheet.SheetContent;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.vote.Commission;

/// A meeting that is being entered, with everything that may speak against it.
public final class Holding {

    private static final MeetingKind KIND = new MeetingKind(Set.of());

    private final Desk desk;
    private final Meetings meetings;
    private final Caller caller;
    private final Document commission;
    private final CommissionForms.Holding form;

    public Holding(
            Desk desk,
            Meetings meetings,
            Caller caller,
            Document commission,
            CommissionForms.Holding form) {
        this.desk = desk;
        this.meetings = meetings;
        this.caller = caller;
        this.commission = commission;
        this.form = form;
    }

    /// The number first, then what is open, then the sheets: see [Meetings].
    public Response hold(Optional<Idempotency.Key> key) {
        int last = meetings.last(commission.body());
        meetings.follow(commission.body());
        Optional<Document> before = sentBefore(last);
        if (before.isPresent()) {
            return Response.ok(KIND.shown(caller, before.get()));
        }
        Map<String, Document> sheets = new LinkedHashMap<>();
        List<Problem.Error> unknown = read(sheets);
        if (!unknown.isEmpty()) {
            return Problem.invalid(unknown);
        }
        return against(sheets)
                .<Response>map(problem -> problem)
                .orElseGet(() -> counted(last + 1, sheets, key));
    }

    /// The same request without an idempotency key, sent again.
    private Optional<Document> sentBefore(int last) {
        return last == 0
                ? Optional.empty()
                : desk.cases()
                        .find(Meetings.reference(commission.body(), last))
                        .filter(meeting ->
                                meeting.content().path("asked").equals(form.asked())
                                        && meeting.content()
                                                .path("recordedBy")
                                                .asText()
                                                .equals(caller.subject()));
    }

    private List<Problem.Error> read(Map<String, Document> sheets) {
        List<Problem.Error> unknown = new ArrayList<>();
        for (int i = 0; i < form.decisions().size(); i++) {
            String id = form.decisions().get(i).path("sheet").asText();
            if (sheets.containsKey(id)) {
                continue;
            }
            Optional<Document> sheet =
                    desk.find(Desk.SHEET, id)
                            .filter(found -> found.body().equals(commission.body()));
            if (sheet.isEmpty()) {
                unknown.add(
                        new Problem.Error(
                                "/decisions/" + i + "/sheet", KpiProblem.UNKNOWN_SHEET, id));
            } else {
                sheets.put(id, sheet.get());
            }
        }
        return unknown;
    }

    private Optional<Problem> against(Map<String, Document> sheets) {
        Optional<Document> elsewhere =
                sheets.values().stream()
                        .filter(sheet -> !sheet.state().equals("AT_COMMISSION"))
                        .findFirst();
        if (elsewhere.isPresent()) {
            return Optional.of(Problem.wrongState(elsewhere.get().state()));
        }
        Optional<Problem> early =
                sheets.values().stream()
                        .flatMap(sheet ->
                                Archive.outOfOrder(sheet, form.heldOn(), "heldOn")
                                        .or(() -> beforeItCame(sheet))
                                        .stream())
                        .findFirst();
        return early.isPresent() ? early : unprepared(sheets);
    }

    /// A sheet is decided on once it has come before the Commission (¶55), and anew once its
    /// decision is cancelled (¶69).
    private Optional<Problem> beforeItCame(Document sheet) {
        return SheetContent.atCommissionSince(sheet.content())
                .filter(form.heldOn()::isBefore)
                .map(day ->
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "/heldOn",
                                                CaseProblem.OUT_OF_ORDER,
                                                day.toString()))));
    }

    /// ¶62, ¶63: an entry of the past has neither timetable nor documents here.
    private Optional<Problem> unprepared(Map<String, Document> sheets) {
        Set<String> live =
                sheets.values().stream()
                        .filter(sheet -> !Archive.isEntry(sheet))
                        .map(sheet -> sheet.reference().id())
                        .collect(Collectors.toSet());
        if (live.isEmpty() && !sheets.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> day = agreedDay();
        if (day.isEmpty()) {
            return Optional.of(Problem.of(KpiProblem.NOT_AGREED, form.heldOn().toString()));
        }
        return Commissions.texts(day.get().path("documents")).containsAll(live)
                        && day.get().has("documents")
                ? Optional.empty()
                : Optional.of(Problem.of(KpiProblem.NO_DOCUMENTS, form.heldOn().toString()));
    }

    private Optional<JsonNode> agreedDay() {
        if (commission.state().equals("AGREED")) {
            for (JsonNode day : commission.content().at("/timetable/meetings")) {
                if (day.path("on").asText().equals(form.heldOn().toString())) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    private Response counted(
            int number, Map<String, Document> sheets, Optional<Idempotency.Key> key) {
        boolean past = !sheets.isEmpty() && sheets.values().stream().allMatch(Archive::isEntry);
        Commission composition = Commissions.composition(commission.content());
        Votes.Counted counted =
                Votes.count(
                        composition,
                        form,
                        sheets,
                        past ? Commission.Entry.ARCHIVE : Commission.Entry.LIVE);
        if (counted.noQuorum()) {
            return new Problem(
                    KpiProblem.NO_QUORUM,
                    List.of(
                            Integer.toString(composition.required()),
                            Long.toString(seated(composition))),
                    counted.errors());
        }
        if (!counted.errors().isEmpty()) {
            return Problem.invalid(counted.errors());
        }
        return store(number, sheets, key, content(sheets, past, composition, counted));
    }

    private long seated(Commission composition) {
        return form.present().stream()
                .filter(person ->
                        person.equals(composition.chair())
                                || composition.members().contains(person))
                .count();
    }

    private ObjectNode content(
            Map<String, Document> sheets,
            boolean past,
            Commission composition,
            Votes.Counted counted) {
        ObjectNode from = commission.content();
        ObjectNode content = Json.object().put("commission", Commissions.id(commission));
        List.of("order", "chair", "members", "secretary")
                .forEach(field -> content.set(field, from.get(field)));
        Commissions.people(from).forEach(content.putArray("seats")::add);
        Staff staff = desk.staffs().of(commission.body());
        ObjectNode names = content.putObject("names");
        Commissions.people(from).forEach(person -> names.put(person, Persons.name(staff, person)));
        content.put("heldOn", form.heldOn().toString());
        form.present().forEach(content.putArray("attended")::add);
        content.put("required", composition.required());
        content.set("decisions", counted.decisions());
        form.conclusion().ifPresent(text -> content.put("conclusion", text));
        content.put("recordedBy", caller.subject());
        content.set("asked", form.asked());
        sheets.values().stream()
                .findFirst()
                .ifPresent(first -> {
                    Terms.copy(first.content(), content);
                    content.set("period", first.content().path("period"));
                    if (past) {
                        content.set("archive", first.content().path("archive"));
                    }
                });
        desk.put(content, content, "appealBy", Deadline.KPI_APPEAL, form.heldOn());
        var warnings = content.putArray("warnings");
        if (counted.chairAbsent()) {
            KpiWarning.CHAIR_ABSENT.addTo(warnings, "/present");
        }
        return content;
    }

    private Response store(
            int number,
            Map<String, Document> sheets,
            Optional<Idempotency.Key> key,
            ObjectNode content) {
        Set<Party> parties =
                Commissions.people(commission.content()).stream()
                        .map(Party::person)
                        .collect(Collectors.toSet());
        if (!sheets.isEmpty()) {
            parties.add(Meetings.followed(commission.body()));
        }
        Document meeting =
                new Document(
                        Meetings.reference(commission.body(), number),
                        Flows.COMMISSION_MEETING.flow().code(),
                        commission.body(),
                        Integer.toString(form.heldOn().getYear()),
                        parties,
                        "HELD",
                        1,
                        content);
        Act act = new Act("hold", caller.subject(), desk.clock().instant(), form.asked());
        var tasks = Turn.tasks(meeting, KIND.flow(), KIND.turn(meeting), desk.calendar().get());
        var reply = key.map(kept -> kept.reply(201, Json.write(KIND.shown(caller, meeting))));
        return switch (desk.cases().perform(new Change(meeting, act, tasks, List.of(), reply))) {
            case Written.Stored _, Written.Again _ -> followed(meeting);
            // Another meeting took the number: what it decided on is looked at first.
            case Written.Conflict _, Written.CarriedOut(), Written.Destroyed _ ->
                    new Response.Retry();
        };
    }

    private Response followed(Document meeting) {
        meetings.follow(meeting.body());
        Document now = desk.cases().find(meeting.reference()).orElseThrow();
        return Response.created(KIND.shown(caller, now));
    }
}
