package kz.bagalau.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a value, a formula or a deadline stands in the law.
///
/// @param act the act by its numbers, e.g. `57/НҚ and No. 46`
/// @param paragraph the place in it, e.g. `¶40.3`
/// @param url the act's text, or null where no address is known
/// @param inForce the first day on which the act is in force
/// @param checked the last day on which a person compared this citation with the act's text
public record Citation(
        String act, String paragraph, @Nullable String url, LocalDate inForce, LocalDate checked) {

    public Citation {
        if (act.isBlank() || paragraph.isBlank()) {
            throw new IllegalArgumentException("a citation names its act and its paragraph");
        }
    }

    /// Another place of the same wording of the same act.
    public Citation at(String otherParagraph) {
        return new Citation(act, otherParagraph, url, inForce, checked);
    }
}
