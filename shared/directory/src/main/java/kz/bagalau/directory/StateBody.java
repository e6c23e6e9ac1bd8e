package kz.bagalau.directory;

import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;

/// A state body of the directory.
///
/// @param id small Latin letters, digits and hyphens
/// @param kind for whom an indicator is scored
/// @param parent the body it belongs to, such as the ministry of a committee
/// @param headcount actual administrative servants
public record StateBody(
        String id,
        LocalText name,
        BodyKind kind,
        Optional<Category> category,
        Optional<String> territory,
        Optional<String> parent,
        int headcount) {

    /// Whether a run scores it: bodies that belong to another are scored with that one.
    public boolean scored() {
        return kind != BodyKind.OTHER && parent.isEmpty();
    }

    /// The kinds of body of the employees' assessment (No. 245).
    public enum Category {
        CENTRAL,
        LOCAL_EXEC,
        LOCAL_BUDGET_EXEC,
        MASLIKHAT_APPARATUS,
        REVISION_COMMISSION,
        OTHER
    }
}
