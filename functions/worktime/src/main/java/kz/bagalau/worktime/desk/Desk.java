package kz.bagalau.worktime.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.arrangements.OpenVisits;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.WorkSettings;

/// What the functions of this capability stand on.
///
/// @param settings as the Agency has chosen them
/// @param calendar asked for when a task is opened
public record Desk(
        DynamoCases cases,
        Bodies bodies,
        Authorities authorities,
        Supplier<WorkSettings> settings,
        Supplier<WorkingCalendar> calendar,
        Clock clock) {

    public static final String SIGNAL = "monitoring-signal";
    public static final String PLAN = "visit-plan";
    public static final String VISIT = OpenVisits.KIND;
    public static final String ACT = "presence-act";
    public static final String RESULT = "monitoring-result";

    /// Who finds every document of every authority in a list: the Agency. No territory has this
    /// name.
    public static final Party EVERY = Party.authority("*");

    private static final String NAME = "[A-Za-z0-9._-]{1,100}";

    public LocalDate today() {
        return Times.day(clock.instant());
    }

    public Instant now() {
        return clock.instant();
    }

    /// Empty for an id that no document can have.
    public Optional<Document> find(String kind, String id) {
        return id.matches(NAME) ? cases.find(new Reference(kind, id)) : Optional.empty();
    }

    /// Whether a document about a body exists for this caller: one of the caller's own authority,
    /// or about a body that it monitors.
    public boolean sees(Caller caller, Document document) {
        return Parts.isOwn(caller, document)
                || bodies.find(Parts.body(document))
                        .filter(body -> authorities.reads(caller, body))
                        .isPresent();
    }

    /// A body that the caller's authority monitors.
    public boolean covers(Caller caller, StateBody body) {
        return authorities.reads(caller, body);
    }

    public Authority receiving(StateBody body) {
        return authorities.receiving(body);
    }

    public CaseEvents events(Kind kind) {
        return new CaseEvents(cases, kind, calendar, clock);
    }

    /// Events whose changes are stored with those of other documents, or not at all.
    public CaseEvents events(Kind kind, Together together) {
        return new CaseEvents(cases, together, kind, calendar, clock);
    }

    /// Notes that somebody has read what is about persons.
    public void noteReading(Caller caller, Document document, String what) {
        cases.note(
                document.reference(),
                new Act("read", caller.subject(), now(), Json.object().put("what", what)));
    }

    /// The documents of a kind that an authority has in years.
    public List<Document> ofAuthority(Authority authority, String kind, int from, int to) {
        return All.of(
                from,
                to,
                (year, paging) ->
                        cases.of(authority.party(), kind, Integer.toString(year), paging)
                                .orElseThrow());
    }
}
