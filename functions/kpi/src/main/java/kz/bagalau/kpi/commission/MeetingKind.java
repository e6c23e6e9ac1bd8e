package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.kpi.part.Confidentiality;
import kz.bagalau.kpi.part.Part;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;

/// A meeting of the Commission with its votes.
///
/// @param appealed the sheets whose appeals are addressed to the caller
public record MeetingKind(Set<String> appealed) implements Kind {

    /// What is kept for the program alone.
    private static final List<String> INTERNAL = List.of("seats", "terms", "asked");

    @Override
    public Flow flow() {
        return Flows.COMMISSION_MEETING.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document meeting) {
        EnumSet<Actor> actors = EnumSet.noneOf(Actor.class);
        boolean hr = caller.has(Role.HR, meeting.body());
        if (hr) {
            actors.add(Actor.HR);
        }
        if (caller.has(Role.HEAD, meeting.body()) || (hr && Archive.isEntry(meeting))) {
            actors.add(Actor.AUTHORISED_PERSON);
        }
        return actors;
    }

    /// @return empty where the meeting does not exist for the caller
    Set<Part> parts(Caller caller, Document meeting) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        if (caller.has(Role.HR, meeting.body())) {
            parts.add(Part.HR);
        }
        if (caller.has(Role.HEAD, meeting.body())) {
            parts.add(Part.HEAD);
        }
        if (caller.has(Role.COMMISSION) && sat(meeting.content(), caller.subject())) {
            parts.add(Part.COMMISSION);
        }
        return parts;
    }

    public boolean visible(Caller caller, Document meeting) {
        return Confidentiality.meeting(parts(caller, meeting)) || !appealed.isEmpty();
    }

    private static boolean sat(ObjectNode content, String person) {
        for (JsonNode seat : content.path("seats")) {
            if (seat.asText().equals(person)) {
                return true;
            }
        }
        return false;
    }

    /// Whoever holds a meeting sees it without what was decided on themselves: they are informed of
    /// that like everybody else.
    @Override
    public ObjectNode shown(Caller caller, Document meeting) {
        boolean whole = Confidentiality.meeting(parts(caller, meeting));
        ObjectNode content = Archive.withoutLast(meeting.content());
        content.remove(INTERNAL);
        content.put("present", content.path("attended").size());
        ArrayNode decisions = Json.object().putArray("decisions");
        for (JsonNode decision : content.path("decisions")) {
            boolean own = decision.path("employee").asText().equals(caller.subject());
            if (!own && (whole || appealed.contains(decision.path("sheet").asText()))) {
                decisions.add(decision);
            }
        }
        content.set("decisions", decisions);
        ObjectNode shown = Heads.of(meeting);
        shown.setAll(content);
        Heads.may(shown, flow().open(meeting.state(), actors(caller, meeting)).stream());
        return shown;
    }

    @Override
    public Turn turn(Document meeting) {
        return new MeetingTurn(meeting);
    }

    private record MeetingTurn(Document meeting) implements Turn {

        @Override
        public Optional<Party> owner(Step step) {
            return Archive.isEntry(meeting)
                    ? Optional.empty()
                    : Optional.of(Party.office(Role.HEAD, meeting.body()));
        }

        @Override
        public LocalDate start(Deadline rule) {
            throw new IllegalStateException(rule + " is no term of a meeting");
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.empty();
        }
    }
}
