package kz.bagalau.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// How long a document is kept (No. 245, ¶12: three years from the completion of the assessment).
///
/// @param until the last day on which it is kept
record Term(LocalDate completedOn, LocalDate until) {

    /// @param content of a document, which keeps the number of years where its body's act sets
    ///   another
    static Term of(LocalDate completedOn, JsonNode content) {
        String id = AppraisalSetting.RETENTION.id();
        String years =
                content.path("settings")
                        .path(id)
                        .path("value")
                        .asText(AppraisalSetting.RETENTION.byDefault());
        // A term of years needs no working days.
        LocalDate until =
                new Counting.YearsAfter(Integer.parseInt(years))
                        .from(completedOn, WorkingCalendar.published())
                        .nominalDue();
        return new Term(completedOn, until);
    }

    boolean hasEnded(LocalDate today) {
        return today.isAfter(until);
    }

    /// Of two documents that are kept together, the one that is kept longer.
    Term later(Term other) {
        return other.until.isAfter(until) ? new Term(completedOn, other.until) : this;
    }
}
