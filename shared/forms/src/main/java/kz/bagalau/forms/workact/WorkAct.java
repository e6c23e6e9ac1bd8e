package kz.bagalau.forms.workact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// An act that sets flexible, remote or combined work (No. 120, ¶6, ¶17): what it must contain, and
/// how it stands for each employee.
///
/// @param reference the id of the document
/// @param place of the work; empty for flexible time
/// @param cause of an exceptional case: its kind, decision and days in one line
public record WorkAct(
        String reference,
        LocalText body,
        Kind kind,
        String number,
        LocalDate signedOn,
        String ground,
        LocalDate from,
        LocalDate to,
        Optional<String> place,
        Optional<String> cause,
        List<Row> rows) {

    /// What it sets.
    public enum Kind {
        FLEXIBLE,
        REMOTE,
        COMBINED
    }

    /// @param basis the fixed working time, or the document of the agreement
    /// @param state of the act for this employee, as the flow names it
    public record Row(String employee, String basis, LocalDate from, LocalDate to, String state) {}

    public WorkAct {
        rows = List.copyOf(rows);
    }
}
