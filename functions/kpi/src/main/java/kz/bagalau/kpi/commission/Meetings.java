package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Turn;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.sheet.SheetContent;
import kz.bagalau.kpi.sheet.SheetKind;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;

/// How sheets follow the meeting that decided on them.
///
/// One meeting decides on more sheets than a transaction holds. What was decided is therefore the
/// meeting itself: it is stored whole, with all its votes, in one transaction, and from that moment
/// it counts. The sheets follow one by one, each in a transaction of its own that does nothing
/// where the sheet has followed before. Until all have, the meeting stands in a list of its body,
/// and whoever is about to read or change a sheet or a meeting of the body first lets the rest
/// follow: nobody sees a sheet beside what was decided on it, whoever died in between. The daily
/// schedule does the same where nobody looks.
///
/// Two meetings never decide on one sheet at once: the meetings of a body are numbered, the number
/// is taken by storing the meeting, and a meeting is checked against sheets that were read after
/// the number before it was seen to be the last and to be followed.
public final class Meetings {

    private static final int ATTEMPTS = 50;
    private static final int PAGE = 20;

    private final Desk desk;

    public Meetings(Desk desk) {
        this.desk = desk;
    }

    /// In whose list a meeting stands while sheets have still to follow it.
    public static Party followed(String body) {
        return new Party("followed:" + body);
    }

    public static Reference reference(String body, int number) {
        return new Reference(Desk.MEETING, body + "." + number);
    }

    /// The last meeting's number; 0 where there is none.
    int last(String body) {
        int high = 1;
        while (stands(body, high)) {
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (stands(body, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Also one that was destroyed: its number is taken for ever.
    private boolean stands(String body, int number) {
        Reference meeting = reference(body, number);
        return desk.cases().find(meeting).isPresent()
                || desk.cases().tombstone(meeting).isPresent();
    }

    /// Lets the sheets of a body follow the meetings that they have not followed.
    ///
    /// @return whether there was one
    public boolean follow(String body) {
        boolean any = false;
        List<Document> open = open(body);
        while (!open.isEmpty()) {
            any = true;
            open.forEach(this::follow);
            open = open(body);
        }
        return any;
    }

    private List<Document> open(String body) {
        return desk.cases()
                .of(followed(body), Desk.MEETING, Paging.first(PAGE))
                .orElseThrow()
                .items();
    }

    private void follow(Document meeting) {
        sheets(meeting.content()).forEach(sheet -> follow(meeting, sheet));
        Set<Party> parties = new HashSet<>(meeting.parties());
        parties.remove(followed(meeting.body()));
        Document next = meeting.next(meeting.state(), parties, meeting.content());
        Act act = new Act("follow", "system", desk.clock().instant(), Json.object());
        MeetingKind kind = new MeetingKind(Set.of());
        // Overtaken by who did the same, or approved it: what stands in the list is read again.
        desk.cases()
                .perform(
                        new Change(
                                next,
                                act,
                                Turn.tasks(
                                        next,
                                        kind.flow(),
                                        kind.turn(next),
                                        desk.calendar().get())));
    }

    public static Set<String> sheets(ObjectNode meeting) {
        Set<String> sheets = new LinkedHashSet<>();
        meeting.path("decisions").forEach(each -> sheets.add(each.path("sheet").asText()));
        return sheets;
    }

    /// Lets one sheet follow, step by step: what was decided, then its approval.
    void follow(Document meeting, String id) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Document sheet = desk.find(Desk.SHEET, id).orElseThrow();
            Optional<Change> next = next(meeting, sheet);
            if (next.isEmpty()) {
                return;
            }
            // Overtaken: looked at again.
            desk.cases().perform(next.get());
        }
        throw new IllegalStateException(id + " is written too often");
    }

    private Optional<Change> next(Document meeting, Document sheet) {
        String id = meeting.reference().id();
        if (!followed(sheet.content(), id)) {
            if (!sheet.state().equals("AT_COMMISSION")) {
                throw new IllegalStateException(id + " decided on a sheet that was not before it");
            }
            return Optional.of(decided(meeting, sheet));
        }
        boolean waits =
                meeting.state().equals("APPROVED")
                        && sheet.state().equals("DECIDED")
                        && SheetContent.decision(sheet.content())
                                .filter(decision -> decision.path("meeting").asText().equals(id))
                                .isPresent();
        return waits ? Optional.of(approved(meeting, sheet)) : Optional.empty();
    }

    private static boolean followed(ObjectNode sheet, String meeting) {
        for (JsonNode each : sheet.path("meetings")) {
            if (each.asText().equals(meeting)) {
                return true;
            }
        }
        return false;
    }

    private Change decided(Document meeting, Document sheet) {
        ObjectNode content = sheet.content();
        content.withArray("/meetings").add(meeting.reference().id());
        Optional<ObjectNode> carried = carried(meeting.content(), sheet.reference().id());
        carried.ifPresent(motion -> {
            ObjectNode round = content.withArray("/rounds").addObject();
            round.put("meeting", meeting.reference().id());
            round.set("commission", meeting.content().path("commission"));
            round.set("heldOn", meeting.content().path("heldOn"));
            round.set("decision", motion.path("decision"));
            round.set("by", motion.path("by"));
            round.set("grade", motion.path("grade"));
            if (motion.has("recommendation")) {
                round.set("recommendation", motion.path("recommendation"));
            }
            round.set("seats", meeting.content().path("seats"));
            desk.put(
                    round, content, "appealBy", Deadline.KPI_APPEAL, SheetContent.decidedOn(round));
        });
        String event =
                carried.map(motion ->
                                motion.path("decision").asText().equals("REVISE")
                                        ? "revise"
                                        : "confirm")
                        .orElse("not-carried");
        return change(
                sheet,
                carried.isPresent() ? "DECIDED" : "AT_COMMISSION",
                content,
                event,
                meeting,
                meeting.content().path("recordedBy").asText());
    }

    private static Optional<ObjectNode> carried(ObjectNode meeting, String sheet) {
        for (JsonNode motion : meeting.path("decisions")) {
            if (motion.path("sheet").asText().equals(sheet) && motion.path("carried").asBoolean()) {
                return Optional.of((ObjectNode) motion);
            }
        }
        return Optional.empty();
    }

    private Change approved(Document meeting, Document sheet) {
        ObjectNode content = sheet.content();
        approve(desk, content, meeting);
        return change(
                sheet,
                "APPROVED",
                content,
                "approve",
                meeting,
                meeting.content().at("/approval/by").asText());
    }

    /// Writes the approval of a sheet's meeting into the sheet.
    public static void approve(Desk desk, ObjectNode content, Document meeting) {
        String on = meeting.content().at("/approval/on").asText();
        ObjectNode decision = SheetContent.decision(content).orElseThrow();
        decision.put("approvedOn", on);
        desk.put(decision, content, "informBy", Deadline.KPI_INFORM, LocalDate.parse(on));
    }

    private Change change(
            Document sheet,
            String state,
            ObjectNode content,
            String event,
            Document meeting,
            String by) {
        if (Archive.isEntry(content)) {
            Archive.took(
                    content,
                    LocalDate.parse(
                            event.equals("approve")
                                    ? meeting.content().at("/approval/on").asText()
                                    : meeting.content().path("heldOn").asText()));
        }
        SheetKind kind = new SheetKind(desk.mandate(sheet), false);
        Document next = sheet.next(state, kind.parties(content, sheet.body()), content);
        Act act =
                new Act(
                        event,
                        by,
                        desk.clock().instant(),
                        Json.object().put("meeting", meeting.reference().id()));
        Flow flow = Flows.KPI_SHEET.flow();
        return new Change(
                next, act, Turn.tasks(next, flow, kind.turn(next), desk.calendar().get()));
    }

    /// A sheet as it stands once it has followed its meeting.
    public Optional<Document> sheet(String id) {
        Optional<Document> found = desk.find(Desk.SHEET, id);
        if (found.isEmpty()) {
            return found;
        }
        boolean followed = follow(found.get().body());
        // An appeal that was left while the meeting was approved: the sheet follows here.
        boolean caughtUp = found.filter(this::catchesUp).isPresent();
        return followed || caughtUp ? desk.find(Desk.SHEET, id) : found;
    }

    private boolean catchesUp(Document sheet) {
        if (!sheet.state().equals("DECIDED")) {
            return false;
        }
        Document meeting = meeting(sheet.content());
        if (!meeting.state().equals("APPROVED")) {
            return false;
        }
        follow(meeting, sheet.reference().id());
        return true;
    }

    /// The meeting whose decision stands in a sheet.
    public Document meeting(ObjectNode sheet) {
        String id = SheetContent.decision(sheet).orElseThrow().path("meeting").asText();
        return desk.find(Desk.MEETING, id).orElseThrow();
    }
}
