package kz.bagalau.facts;

import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// A state body of the directory.
///
/// @param id small Latin letters, digits and hyphens
/// @param parent the body it belongs to, such as the ministry of a committee
/// @param headcount actual administrative servants
public record StateBody(
        String id,
        LocalText name,
        Kind kind,
        Optional<Category> category,
        Optional<String> territory,
        Optional<String> parent,
        int headcount) {

    /// For whom an indicator is scored (¶28): central state bodies, local executive bodies, others.
    public enum Kind {
        OMO,
        ZHAO,
        OTHER
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
