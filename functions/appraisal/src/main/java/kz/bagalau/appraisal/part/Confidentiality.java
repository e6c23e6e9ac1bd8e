package kz.bagalau.appraisal.part;

import java.util.Set;
import kz.bagalau.cases.http.WhoSees;

/// Who sees what of an appraisal, in which state (No. 245, ¶13). Whoever has no part in a case sees
/// nothing of it, whatever their roles: personnel services and officials of other bodies are no
/// part. Who has several parts sees what any of them sees; whom the case is about sees it as that
/// only.
public final class Confidentiality {

    /// The employee receives the result when it is published (¶9). Before that, and where there is
    /// no assessment, only the state is theirs to see. A case that is not assessed has no assessor.
    // DOUBT: ¶13 does not name the members of a session, read as service necessity from their
    // approval until the session's score is final; during an appeal they have no part any more.
    private static final WhoSees<Part, View> TABLE =
            WhoSees.read(
                    Part.class,
                    View.class,
                    """
                             | CHECKING | NOT_ASSESSED | WITH_ASSESSOR | SCORED | PUBLISHED | CAL_REQUESTED | CAL_ORDERED | CAL_HELD | CAL_DECIDED | FINAL | UNDER_APPEAL
                    EMPLOYEE | state    | state        | state         | state  | all       | all           | all         | all      | all         | all   | all
                    ASSESSOR | all      | .            | all           | all    | all       | all           | all         | all      | all         | all   | all
                    MEMBER   | .        | .            | .             | .      | .         | .             | all         | all      | all         | all   | .
                    HR       | all      | all          | all           | all    | all       | all           | all         | all      | all         | all   | all
                    HEAD     | all      | all          | all           | all    | all       | all           | all         | all      | all         | all   | all
                    """);

    private Confidentiality() {}

    /// Throws [IllegalArgumentException] for a state that the table does not name.
    public static View of(Set<Part> parts, String state) {
        return TABLE.most(parts, state);
    }
}
