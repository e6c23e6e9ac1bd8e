package kz.bagalau.forms.appraisal;

import java.time.LocalDate;
import java.util.List;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;

/// The act by which a body destroys assessment papers whose three years are over (No. 245 ¶12). The
/// act has no form for it and does not demand it; this one is ours.
///
/// @param reference at the foot of every page
/// @param number of the act; empty to be written by hand
/// @param method how they are destroyed
/// @param approver who decided
/// @param signers who carry it out
public record DestructionAct(
        String reference,
        LocalText act,
        LocalText body,
        String number,
        LocalDate on,
        List<Row> rows,
        String method,
        Signer approver,
        List<Signer> signers) {

    public DestructionAct {
        rows = List.copyOf(rows);
        signers = List.copyOf(signers);
        for (Row row : rows) {
            if (!on.isAfter(row.keptUntil())) {
                throw new IllegalArgumentException(row + " is kept beyond " + on);
            }
        }
    }

    /// @param documents what is destroyed, such as the sheet and the protocol
    /// @param completedOn when the assessment was completed
    /// @param keptUntil the last of the three years' days; a day that has not passed throws
    public record Row(
            String employee,
            Quarter quarter,
            LocalText documents,
            LocalDate completedOn,
            LocalDate keptUntil) {}

    public record Signer(LocalText position, Signature signature) {}
}
