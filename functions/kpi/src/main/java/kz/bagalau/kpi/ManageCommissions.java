package kz.bagalau.kpi;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Lists;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.directory.Persons;
import kz.bagalau.forms.kpi.ProtocolDocument;
import kz.bagalau.kpi.commission.Assessors;
import kz.bagalau.kpi.commission.CommissionForms;
import kz.bagalau.kpi.commission.CommissionKind;
import kz.bagalau.kpi.commission.Commissions;
import kz.bagalau.kpi.commission.Holding;
import kz.bagalau.kpi.commission.MeetingKind;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.KpiTerms;
import kz.bagalau.kpi.desk.KpiWarning;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Flows;

/// Assessment commissions: composition by order, the timetable that the chair agrees to, the
/// documents of a meeting, the meeting with its votes, and its approval (¶56–66).
public final class ManageCommissions extends HttpFunction {

    private static final Access PEOPLE = own(Role.HR, Role.HEAD, Role.COMMISSION);

    private final Desk desk;
    private final Idempotency replies;
    private final Commissions commissions;
    private final Meetings meetings;
    private final CommissionKind kind;

    public ManageCommissions() {
        this(Production.desk(), DynamoIdempotency.fromEnvironment());
    }

    ManageCommissions(Desk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.commissions = new Commissions(desk);
        this.meetings = new Meetings(desk);
        this.kind = new CommissionKind(desk.staffs());
    }

    /// A day of a timetable whose documents are supplied.
    private record Supplied(Document commission, LocalDate on, List<Document> sheets) {}

    /// A meeting that its caller may see.
    private record Held(Document meeting, MeetingKind kind) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.put("/commissions/{commission}", own(Role.HEAD))
                                .reads(CommissionForms::composing)
                                .about(CommissionForms.Composing::body)
                                .answers(this::compose),
                        Route.get("/commissions", PEOPLE)
                                .reads(Listed::ofYear)
                                .about(Listed::body)
                                .answers(this::list),
                        Route.get("/commissions/{commission}", PEOPLE)
                                .of(this::commission)
                                .answers(this::show),
                        Route.put("/commissions/{commission}/timetable", own(Role.HR))
                                .of(this::commission)
                                .readsWith((request, commission) ->
                                        CommissionForms.proposing(
                                                request, id -> isOf(commission.body(), id)))
                                .answers(this::propose),
                        Route.get("/commissions/{commission}/timetable", PEOPLE)
                                .of(this::commission)
                                .answers(this::show),
                        Route.get("/commissions/{commission}/timetable/{on}", PEOPLE)
                                .of(this::supplied)
                                .reads(Printed::read)
                                .answers(this::draft),
                        Route.post("/commissions/{commission}/timetable/agreement", PEOPLE)
                                .of(this::commission)
                                .reads(CommissionForms::agreeing)
                                .answers(this::agree),
                        Route.put(
                                        "/commissions/{commission}/timetable/{on}/documents",
                                        own(Role.HR))
                                .of(this::commission)
                                .reads(CommissionForms::supplying)
                                .answers(this::supply),
                        Route.post("/commission-meetings", own(Role.COMMISSION, Role.HR))
                                .reads(request -> CommissionForms.holding(request, desk.today()))
                                .keeps(replies)
                                .again(this::heldBefore)
                                .answers(this::hold),
                        Route.get("/commission-meetings", PEOPLE)
                                .reads(Listed::ofYear)
                                .about(Listed::body)
                                .answers(this::listMeetings),
                        Route.get(
                                        "/commission-meetings/{meeting}",
                                        only(Role.AGENCY, Role.TERRITORIAL)
                                                .orOwn(Role.HR, Role.HEAD, Role.COMMISSION))
                                .of(this::seen)
                                .reads(Printed::read)
                                .answers(this::showMeeting),
                        Route.post(
                                        "/commission-meetings/{meeting}/approve",
                                        own(Role.HEAD, Role.HR))
                                .of(this::held)
                                .reads(request -> CommissionForms.approving(request, desk.today()))
                                .answers(this::approve))
                .enclosing(desk.files());
    }

    private CaseEvents events() {
        return desk.events(kind);
    }

    private Optional<Document> commission(Caller caller, Path path) {
        return caller.body()
                .flatMap(body -> commissions.find(body, path.get("commission")))
                .filter(found -> CommissionKind.visible(caller, found))
                .map(this::current);
    }

    /// While a timetable is not agreed, the day by which assessors are notified of it moves with
    /// the calendar (CAL.4).
    private Document current(Document commission) {
        ObjectNode content = commission.content();
        if (!commission.state().equals("PROPOSED")
                || !(content.path("timetable") instanceof ObjectNode timetable)) {
            return commission;
        }
        LocalDate from = LocalDate.parse(timetable.path("assessmentFrom").asText());
        desk.put(timetable, content, "notifyBy", Deadline.KPI_NOTIFY_ASSESSORS, from);
        return commission.saying(content);
    }

    private Response compose(Caller caller, Path path, CommissionForms.Composing form) {
        Optional<Document> standing = commissions.find(form.body(), form.id());
        if (standing.isEmpty()) {
            ObjectNode content = form.composition().deepCopy();
            content.putArray("orders").add(content.path("order").deepCopy());
            return events().open(
                            caller,
                            new Document(
                                    Commissions.reference(form.body(), form.id()),
                                    Flows.COMMISSION.flow().code(),
                                    form.body(),
                                    "",
                                    CommissionKind.parties(content),
                                    "COMPOSED",
                                    1,
                                    content),
                            "compose",
                            form.composition(),
                            List.of(),
                            Optional.empty());
        }
        Document seen = standing.get();
        ObjectNode content = seen.content();
        boolean same =
                form.composition().properties().stream()
                        .allMatch(field -> field.getValue().equals(content.get(field.getKey())));
        return same
                ? Response.ok(kind.shown(caller, seen))
                : events().happen(caller, seen, form.asked(), _ -> recomposed(seen, form));
    }

    /// ¶58: only by changing the order.
    private static Decision recomposed(Document seen, CommissionForms.Composing form) {
        ObjectNode content = seen.content();
        JsonNode order = form.composition().path("order");
        for (JsonNode used : content.path("orders")) {
            if (used.equals(order)) {
                return new Decision.Refused(
                        Problem.of(KpiProblem.ORDER_USED, order.path("number").asText()));
            }
        }
        content.setAll(form.composition());
        content.withArray("/orders").add(order);
        return new Decision.Next(
                seen.state(), CommissionKind.parties(content), content, List.of(), Json.object());
    }

    private Response list(Caller caller, Path path, Listed asked) {
        Desk once = desk.once();
        CommissionKind known = new CommissionKind(once.staffs());
        return Lists.answer(once.cases(), Desk.COMMISSION, "commissions", caller, asked)
                .of(commission -> CommissionKind.visible(caller, commission))
                .lines(commission -> known.shown(caller, current(commission)));
    }

    private Response show(Caller caller, Document commission) {
        Assessors.notify(desk, commission);
        return Response.ok(kind.shown(caller, current(stored(commission))));
    }

    private Document stored(Document document) {
        return desk.cases().find(document.reference()).orElseThrow();
    }

    private boolean isOf(String body, String sheet) {
        return desk.find(Desk.SHEET, sheet).filter(found -> found.body().equals(body)).isPresent();
    }

    private Response propose(Caller caller, Document commission, CommissionForms.Proposing form) {
        return events().happen(caller, commission, form.asked(), _ -> proposed(commission, form));
    }

    private Decision proposed(Document commission, CommissionForms.Proposing form) {
        ObjectNode content = commission.content();
        Optional<MethodologyRecord> act =
                desk.methodologies().inForce(commission.body(), desk.today());
        content.remove("terms");
        act.ifPresent(record -> KpiTerms.TERMS.keep(content, record.settings()));
        ObjectNode timetable = form.timetable().deepCopy();
        desk.put(timetable, content, "notifyBy", Deadline.KPI_NOTIFY_ASSESSORS, form.from());
        content.set("timetable", timetable);
        content.remove(Assessors.TO_NOTIFY);
        return Decision.next(commission, "PROPOSED", content);
    }

    private Response agree(Caller caller, Document commission, Asked asked) {
        Response answer =
                events().happen(
                                caller,
                                commission,
                                asked,
                                _ -> {
                                    ObjectNode content = commission.content();
                                    Assessors.name(content, desk);
                                    return Decision.next(commission, "AGREED", content);
                                });
        if (answer instanceof Response.Document(int status, _) && status == 200) {
            return show(caller, stored(commission));
        }
        return answer;
    }

    private Response supply(Caller caller, Document commission, CommissionForms.Supplying form) {
        Optional<ObjectNode> day = form.on().flatMap(on -> day(commission.content(), on));
        if (day.isEmpty()) {
            return Response.notFound();
        }
        meetings.follow(commission.body());
        return events().happen(caller, commission, form.asked(), _ -> supplied(commission, form));
    }

    private static Optional<ObjectNode> day(ObjectNode content, LocalDate on) {
        for (JsonNode day : content.at("/timetable/meetings")) {
            if (day.path("on").asText().equals(on.toString())) {
                return Optional.of((ObjectNode) day);
            }
        }
        return Optional.empty();
    }

    /// ¶63: the filled sheets, and the draft protocol that is made of them.
    private Decision supplied(Document commission, CommissionForms.Supplying form) {
        ObjectNode content = commission.content();
        ObjectNode day = day(content, form.on().orElseThrow()).orElseThrow();
        Set<String> timetabled = Commissions.texts(day.path("sheets"));
        List<Problem.Error> errors = new ArrayList<>();
        ArrayNode rows = Json.object().putArray("rows");
        int i = 0;
        for (String id : form.sheets()) {
            String pointer = "/sheets/" + i++;
            if (!timetabled.contains(id)) {
                errors.add(new Problem.Error(pointer, KpiProblem.NOT_ON_TIMETABLE, id));
                continue;
            }
            Document sheet = desk.find(Desk.SHEET, id).orElseThrow();
            if (!sheet.state().equals("AT_COMMISSION")) {
                errors.add(new Problem.Error(pointer, KpiProblem.NOT_AT_COMMISSION, sheet.state()));
            }
            rows.add(protocolRow(sheet));
        }
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        ArrayNode documents = day.putArray("documents");
        form.sheets().forEach(documents::add);
        ObjectNode remarks = Json.object();
        remarks.putObject("protocol")
                .put("draft", true)
                .put("on", form.on().orElseThrow().toString())
                .set("rows", rows);
        return new Decision.Next("AGREED", commission.parties(), content, List.of(), remarks);
    }

    /// Only as a paper: `{on}` with `.pdf` behind it.
    private Optional<Supplied> supplied(Caller caller, Path path) {
        String named = path.get("on");
        Optional<LocalDate> on =
                Printed.id(named).equals(named)
                        ? Optional.empty()
                        : CommissionForms.day(Printed.id(named));
        return commission(caller, path)
                .flatMap(commission ->
                        on.flatMap(asked ->
                                day(commission.content(), asked)
                                        .filter(day -> day.has("documents"))
                                        .map(day -> supplied(caller, commission, asked, day))));
    }

    /// Whoever sits in the Commission finds the others here: of the own case they are informed like
    /// everybody else.
    private Supplied supplied(Caller caller, Document commission, LocalDate on, ObjectNode day) {
        List<Document> sheets =
                Commissions.texts(day.path("documents")).stream()
                        .flatMap(id -> desk.find(Desk.SHEET, id).stream())
                        .filter(sheet ->
                                !sheet.content().path("employee").asText().equals(caller.subject()))
                        .toList();
        return new Supplied(commission, on, sheets);
    }

    /// ¶63: the draft protocol of a day, before the meeting. Each sheet that it shows is read.
    private Response draft(Caller caller, Supplied day, Printed printed) {
        day.sheets().forEach(sheet -> Readings.note(desk.cases(), desk.clock(), caller, sheet));
        Document commission = day.commission();
        return Printed.pdf(
                Commissions.id(commission) + "-" + day.on(),
                ProtocolDocument.write(
                        Papers.of(desk, commission.body())
                                .draft(commission, day.on(), day.sheets()),
                        printed.language().orElseThrow()));
    }

    private static ObjectNode protocolRow(Document sheet) {
        ObjectNode content = sheet.content();
        ObjectNode row = Json.object().put("sheet", sheet.reference().id());
        row.set("employee", content.path("employee"));
        row.set("name", content.at("/person/name"));
        row.set("achieved", content.path("achieved"));
        row.set("grade", content.path("grade"));
        return row;
    }

    private Response hold(
            Caller caller, Path path, CommissionForms.Holding form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        Optional<Document> commission =
                commissions
                        .find(body, form.commission())
                        .filter(found -> CommissionKind.visible(caller, found));
        if (commission.isEmpty()) {
            return Response.notFound();
        }
        boolean secretary =
                commission.get().content().path("secretary").asText().equals(caller.subject());
        return secretary || caller.has(Role.HR, body)
                ? new Holding(desk, meetings, caller, commission.get(), form).hold(key)
                : caller.refusal();
    }

    private Response heldBefore(Caller caller, Path path, Idempotency.Done done) {
        String id = Json.read(done.body()).path("id").asText();
        Document meeting = desk.find(Desk.MEETING, id).orElseThrow();
        meetings.follow(meeting.body());
        return Response.created(new MeetingKind(Set.of()).shown(caller, stored(meeting)));
    }

    private Response listMeetings(Caller caller, Path path, Listed asked) {
        meetings.follow(asked.body());
        MeetingKind meetingKind = new MeetingKind(Set.of());
        return Lists.answer(desk.cases(), Desk.MEETING, "meetings", caller, asked)
                .of(meeting -> meetingKind.visible(caller, meeting))
                .lines(meeting -> {
                    ObjectNode line = Heads.of(meeting);
                    line.set("commission", meeting.content().path("commission"));
                    line.set("heldOn", meeting.content().path("heldOn"));
                    return line;
                });
    }

    private Optional<Held> held(Caller caller, Path path) {
        return found(caller, path).filter(held -> held.kind().visible(caller, held.meeting()));
    }

    private Optional<Held> seen(Caller caller, Path path) {
        return Readings.seen(
                desk.cases(),
                desk.clock(),
                caller,
                found(caller, path),
                held -> held.kind().visible(caller, held.meeting()),
                Held::meeting);
    }

    private Optional<Held> found(Caller caller, Path path) {
        Optional<Document> found = desk.find(Desk.MEETING, Printed.id(path.get("meeting")));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        meetings.follow(found.get().body());
        Document meeting = stored(found.get());
        return Optional.of(new Held(meeting, new MeetingKind(appealed(caller, meeting))));
    }

    /// The sheets of a meeting whose open appeals are addressed to the caller.
    private Set<String> appealed(Caller caller, Document meeting) {
        if (!caller.has(Role.AGENCY) && !caller.has(Role.TERRITORIAL)) {
            return Set.of();
        }
        return Meetings.sheets(meeting.content()).stream()
                .flatMap(id -> desk.find(Desk.SHEET, id).stream())
                .filter(sheet ->
                        sheet.state().equals("APPEALED")
                                && Parts.isAddressed(caller, sheet.content()))
                .map(sheet -> sheet.reference().id())
                .collect(Collectors.toSet());
    }

    private Response showMeeting(Caller caller, Held held, Printed printed) {
        Readings.note(desk.cases(), desk.clock(), caller, held.meeting());
        Document meeting = held.meeting();
        ObjectNode shown = held.kind().shown(caller, meeting);
        return printed.language()
                .map(language -> protocol(meeting, shown, language))
                .orElseGet(() -> Response.ok(shown));
    }

    private Response protocol(Document meeting, ObjectNode shown, Language language) {
        List<Document> sheets =
                Meetings.sheets(shown).stream()
                        .flatMap(id -> desk.find(Desk.SHEET, id).stream())
                        .toList();
        return Printed.pdf(
                meeting.reference().id(),
                ProtocolDocument.write(
                        Papers.of(desk, meeting.body()).protocol(meeting, shown, sheets),
                        language));
    }

    private Response approve(Caller caller, Held held, CommissionForms.Approving form) {
        Response answer =
                desk.events(held.kind())
                        .happen(
                                caller,
                                held.meeting(),
                                form.asked(),
                                _ -> approved(caller, held.meeting(), form.on()));
        if (!(answer instanceof Response.Document(int status, Object shown)) || status != 200) {
            return answer;
        }
        meetings.follow(held.meeting().body());
        return Response.ok(((ObjectNode) shown).put("version", stored(held.meeting()).version()));
    }

    private Decision approved(Caller caller, Document meeting, LocalDate on) {
        Optional<Problem> early = heldLater(meeting, on);
        if (early.isPresent()) {
            return new Decision.Refused(early.get());
        }
        ObjectNode content = meeting.content();
        content.putObject("approval")
                .put("on", on.toString())
                .put("by", caller.subject())
                .put("name", Persons.name(desk.staffs().of(meeting.body()), caller.subject()));
        LocalDate heldOn = LocalDate.parse(content.path("heldOn").asText());
        desk.put(content, content, "appealBy", Deadline.KPI_APPEAL, heldOn);
        desk.put(content, content, "informBy", Deadline.KPI_INFORM, on);
        Set<Party> parties = new HashSet<>(meeting.parties());
        parties.add(Meetings.followed(meeting.body()));
        ArrayNode warnings = Json.object().putArray("warnings");
        if (windowEndsFirst(content)) {
            KpiWarning.APPEAL_WINDOW.addTo(warnings, "/appealBy");
        }
        return new Decision.Next(
                "APPROVED", parties, content, List.of(), Json.object().set("warnings", warnings));
    }

    private static Optional<Problem> heldLater(Document meeting, LocalDate on) {
        String heldOn = meeting.content().path("heldOn").asText();
        return on.isBefore(LocalDate.parse(heldOn))
                ? Optional.of(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "/on", CaseProblem.OUT_OF_ORDER, heldOn))))
                : Optional.empty();
    }

    /// V-22: whether the window of ¶69 may be over when the employee is informed (¶67).
    private static boolean windowEndsFirst(ObjectNode content) {
        return content.has("appealBy")
                && content.has("informBy")
                && !LocalDate.parse(content.path("informBy").asText())
                        .isBefore(LocalDate.parse(content.path("appealBy").asText()));
    }
}
