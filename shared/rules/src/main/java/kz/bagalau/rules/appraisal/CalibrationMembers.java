package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;

/// Who sits in a calibration session: No. 245, ¶19.
public final class CalibrationMembers {

    private static final int FEWEST = 3;
    private static final int ASSESSORS = 2;

    private CalibrationMembers() {}

    public enum Kind {
        /// An assessing person as ¶2(4) defines it.
        ASSESSOR,
        /// Of the personnel service.
        HR
    }

    public record Member(String person, Kind kind) {}

    /// What is wrong with a composition.
    ///
    /// @param index of the member; -1 where it is about all of them
    public record Mistake(Code code, int index) {}

    public enum Code {
        /// V-05: an even number, or fewer than three.
        EVEN_OR_FEW,
        /// V-15.
        DUPLICATE,
        /// V-06: the one who disagrees, or who gave the score.
        EXCLUDED,
        /// V-16: neither anybody's direct manager nor a head as ¶2(3) defines it.
        NOT_ASSESSOR,
        /// V-07.
        NO_HR,
        /// V-17: fewer than two assessors or more than one of the personnel service. A written
        /// reason lets it pass.
        FEW_ASSESSORS
    }

    /// All that is wrong with these members, in the order of the list.
    ///
    /// @param scoredBy who gave the score: assessor, substitute or delegate
    /// @param isAssessor see [#isAssessor]
    /// @param explained whether a reason is given for a composition that V-17 asks about
    // DOUBT: ¶19 has assessors in the plural and one of the personnel service; a body with one
    // assessor could hold no session (G-15), read as to be departed from with a written reason.
    public static List<Mistake> mistakes(
            List<Member> members,
            String assessee,
            String scoredBy,
            Predicate<String> isAssessor,
            boolean explained) {
        List<Mistake> mistakes = new ArrayList<>();
        if (members.size() < FEWEST || members.size() % 2 == 0) {
            mistakes.add(new Mistake(Code.EVEN_OR_FEW, -1));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (!seen.add(member.person())) {
                mistakes.add(new Mistake(Code.DUPLICATE, i));
            }
            if (member.person().equals(assessee) || member.person().equals(scoredBy)) {
                mistakes.add(new Mistake(Code.EXCLUDED, i));
            }
            if (member.kind() == Kind.ASSESSOR && !isAssessor.test(member.person())) {
                mistakes.add(new Mistake(Code.NOT_ASSESSOR, i));
            }
        }
        long hr = members.stream().filter(member -> member.kind() == Kind.HR).count();
        if (hr == 0) {
            mistakes.add(new Mistake(Code.NO_HR, -1));
        }
        if (!explained && (members.size() - hr < ASSESSORS || hr > 1)) {
            mistakes.add(new Mistake(Code.FEW_ASSESSORS, -1));
        }
        return mistakes;
    }

    /// Whether somebody is an assessing person on a day: ¶2(4), a direct manager or a head as ¶2(3)
    /// defines it.
    public static boolean isAssessor(Staff staff, String person, LocalDate day) {
        return staff.postOf(person, day).filter(Post::definedHead).isPresent()
                || !staff.subordinatesOf(person, day).isEmpty();
    }
}
