package kz.bagalau.appraisal.content;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import kz.bagalau.cases.Party;
import kz.bagalau.rules.staff.Staff;

/// In whose lists an appraisal stands. Being in a list does not make a case visible: that is said
/// by `Confidentiality`.
public final class Parties {

    private Parties() {}

    /// Whom it is about, who assesses or stands in, and who sits in the session.
    public static Set<Party> of(AppraisalContent content, Staff staff, LocalDate today) {
        Set<Party> parties = new HashSet<>();
        parties.add(assessed(content.employee()));
        parties.add(Party.person(content.employee()));
        content.principal().map(Parties::principal).ifPresent(parties::add);
        content.assessor().map(Party::person).ifPresent(parties::add);
        new Assessing(staff, content, today).acting().map(Party::person).ifPresent(parties::add);
        content.members().stream().map(Party::person).forEach(parties::add);
        return parties;
    }

    /// The list of the cases that are about somebody.
    public static Party assessed(String employee) {
        return new Party("assessed:" + employee);
    }

    /// The list by which is counted how many somebody assesses (¶17).
    public static Party principal(String assessor) {
        return new Party("assessor:" + assessor);
    }
}
