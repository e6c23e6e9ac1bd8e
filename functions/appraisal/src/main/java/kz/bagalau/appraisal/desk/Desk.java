package kz.bagalau.appraisal.desk;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.AppraisalTerms;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.lambda.Once;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// What the functions of this capability stand on.
///
/// @param calendar asked for when days or a term are counted
/// @param files where a file that somebody sent can be read, by its id
public record Desk(
        Cases cases,
        StaffReader staffs,
        Methodologies methodologies,
        Forms forms,
        Bodies bodies,
        Supplier<WorkingCalendar> calendar,
        Clock clock,
        Function<String, Optional<URI>> files) {

    public static final String APPRAISAL = "appraisal";

    public LocalDate today() {
        return Times.day(clock.instant());
    }

    /// Empty for an id that no document can have.
    public Optional<Document> find(String kind, String id) {
        return id.matches("[A-Za-z0-9._-]{1,100}")
                ? cases.find(new Reference(kind, id))
                : Optional.empty();
    }

    public CaseEvents events(Kind kind) {
        return new CaseEvents(cases, kind, calendar, clock);
    }

    /// An employee's cases in all bodies, by quarter.
    ///
    /// @param period a quarter such as `2026-Q1`, or the beginning of one
    public List<Document> appraisalsOf(String employee, String period) {
        return Pages.all(paging -> cases.of(Parties.assessed(employee), APPRAISAL, period, paging));
    }

    /// A quarter's cases in which somebody is the assessor, or has delegated it to another.
    public List<Document> assessedBy(String assessor, String quarter) {
        return Pages.all(
                paging -> cases.of(Parties.principal(assessor), APPRAISAL, quarter, paging));
    }

    /// How a term ends, by the numbers that the case keeps.
    public DueDate term(AppraisalContent content, Deadline rule, LocalDate event) {
        return AppraisalTerms.TERMS.due(content.json(), rule, event, calendar.get());
    }

    /// The last day of a term; empty where nobody knows that year's working days.
    public Optional<LocalDate> due(AppraisalContent content, Deadline rule, LocalDate event) {
        return switch (term(content, rule, event)) {
            case DueDate.Found found -> Optional.of(found.due());
            case DueDate.BeyondCalendar _ -> Optional.empty();
            case DueDate.NotAStart(var expected) ->
                    throw new IllegalStateException(rule.code() + " starts on a " + expected);
        };
    }

    public AppraisalSetting.ReceiptEvent receiptEvent(AppraisalContent content) {
        return content.settings().get(AppraisalSetting.RECEIPT_EVENT);
    }

    /// The same desk for one request or one run: a body's people and the calendar are read once.
    public Desk once() {
        return new Desk(
                cases,
                staffs.once(),
                methodologies,
                forms,
                bodies,
                Once.of(calendar),
                clock,
                files);
    }
}
