package kz.bagalau.kpi.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.lambda.Once;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// What the functions of this capability stand on.
///
/// @param calendar asked for when a term is counted
/// @param files where a file that somebody sent can be read, by its id
public record Desk(
        Cases cases,
        StaffReader staffs,
        Methodologies methodologies,
        Bodies bodies,
        Supplier<WorkingCalendar> calendar,
        Clock clock,
        Function<String, Optional<URI>> files) {

    public static final String PLAN = "kpi-plan";
    public static final String SHEET = "kpi-sheet";
    public static final String COMMISSION = "commission";
    public static final String MEETING = "commission-meeting";

    public LocalDate today() {
        return Times.day(clock.instant());
    }

    /// Empty for an id that no document can have.
    public Optional<Document> find(String kind, String id) {
        return id.matches("[A-Za-z0-9._-]{1,100}")
                ? cases.find(new Reference(kind, id))
                : Optional.empty();
    }

    public Mandate mandate(Document document) {
        return mandate(document.body(), document.content().path("employee").asText());
    }

    public Mandate mandate(String body, String employee) {
        return new Mandate(staffs.of(body), employee, today());
    }

    public CaseEvents events(Kind kind) {
        return new CaseEvents(cases, kind, calendar, clock);
    }

    /// The last day of a term; empty where nobody knows that year's working days.
    ///
    /// @param content of the case, which may count by an act of its own
    public Optional<LocalDate> due(ObjectNode content, Deadline rule, LocalDate event) {
        return switch (KpiTerms.TERMS.due(content, rule, event, calendar.get())) {
            case DueDate.Found found -> Optional.of(found.due());
            case DueDate.BeyondCalendar _ -> Optional.empty();
            case DueDate.NotAStart(var expected) ->
                    throw new IllegalStateException(rule.code() + " starts on a " + expected);
        };
    }

    /// Writes the last day of a term into a part of a case, where it is known.
    public void put(
            ObjectNode part, ObjectNode content, String field, Deadline rule, LocalDate event) {
        part.remove(field);
        due(content, rule, event).ifPresent(day -> part.put(field, day.toString()));
    }

    /// The same desk for one request: a body's people, its act and the calendar are read once.
    public Desk once() {
        return new Desk(
                cases,
                staffs.once(),
                methodologies.once(),
                bodies,
                Once.of(calendar),
                clock,
                files);
    }
}
