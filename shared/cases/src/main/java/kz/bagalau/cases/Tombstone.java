package kz.bagalau.cases;

import java.time.LocalDate;

/// What remains of a document that was destroyed: its name and where it belonged, and the act.
///
/// @param place of the destruction in the audit trail; what stood before it is gone
/// @param act the document of the act, which names everything that was destroyed under it
/// @param number of the act on paper
/// @param date of the act on paper
public record Tombstone(
        Reference reference,
        String body,
        String period,
        long place,
        Reference act,
        String number,
        LocalDate date) {}
