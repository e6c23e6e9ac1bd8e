package kz.bagalau.appraisal.content;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;

/// Who acts as the assessor of an appraisal on a day: the one of record, and while they are absent
/// their substitute (No. 245, ¶3). Nobody acts in their own case, not even in another's place.
public record Assessing(Staff staff, AppraisalContent content, LocalDate day) {

    public boolean acts(String person) {
        return !person.equals(content.employee())
                && (content.assessor().filter(person::equals).isPresent()
                        || substitute().filter(person::equals).isPresent());
    }

    /// Whose turn it is.
    Optional<String> acting() {
        return substitute().or(content::assessor);
    }

    private Optional<String> substitute() {
        return content.assessor()
                .filter(assessor -> !staff.isPresent(assessor, day))
                .flatMap(assessor -> staff.substitutionFor(assessor, day))
                .map(Substitution::substitute)
                .filter(substitute -> !substitute.equals(content.employee()));
    }
}
