package kz.bagalau.kpi.part;

import java.util.Set;
import kz.bagalau.cases.http.WhoSees;

/// Who sees what of a plan and of a sheet, in which state. Whoever has no part in a case sees
/// nothing of it, whatever their roles; who has several sees what any of them sees; whom it is
/// about sees it as that only. An appeal and a meeting have no states to tell apart: see [#appeal]
/// and [#meeting].
public final class Confidentiality {

    /// The column of a sheet that was appealed against before its employee was informed.
    private static final String NOT_INFORMED = "APPEALED-NOT-INFORMED";

    private static final WhoSees<Part, View> PLAN =
            WhoSees.read(
                    Part.class,
                    View.class,
                    """
                                   | DRAFT | ON_APPROVAL | APPROVED
                    EMPLOYEE       | all   | all         | all
                    DIRECT_MANAGER | all   | all         | all
                    HIGHER_MANAGER | all   | all         | all
                    HR             | all   | all         | all
                    HEAD           | all   | all         | all
                    COMMISSION     | .     | .           | .
                    APPEAL_BODY    | .     | .           | all
                    """);

    /// The Commission has no part in a sheet before it is passed on (¶55). The employee sees the
    /// Commission's result when informed of it (¶67), not before.
    private static final WhoSees<Part, View> SHEET =
            WhoSees.read(
                    Part.class,
                    View.class,
                    """
                                   | DRAFT | ON_REVIEW      | RETURNED       | SIGNED         | AT_COMMISSION  | DECIDED        | APPROVED       | INFORMED | APPEALED-NOT-INFORMED | APPEALED | CLOSED
                    EMPLOYEE       | .     | without_result | without_result | without_result | without_result | without_result | without_result | all      | without_result        | all      | all
                    DIRECT_MANAGER | all   | all            | all            | all            | all            | all            | all            | all      | all                   | all      | all
                    HIGHER_MANAGER | all   | all            | all            | all            | all            | all            | all            | all      | all                   | all      | all
                    HR             | all   | all            | all            | all            | all            | all            | all            | all      | all                   | all      | all
                    HEAD           | all   | all            | all            | all            | all            | all            | all            | all      | all                   | all      | all
                    COMMISSION     | .     | .              | .              | .              | all            | all            | all            | all      | all                   | all      | all
                    APPEAL_BODY    | .     | .              | .              | .              | .              | .              | .              | .        | all                   | all      | .
                    """);

    private Confidentiality() {}

    public static View plan(Set<Part> parts, String state) {
        return PLAN.most(parts, state);
    }

    /// @param informed whether the employee was informed of what the Commission decided (¶67)
    public static View sheet(Set<Part> parts, String state, boolean informed) {
        return SHEET.most(parts, state.equals("APPEALED") && !informed ? NOT_INFORMED : state);
    }

    /// An appeal: whom it is about, the body that answers for the decision, and whom it is
    /// addressed to.
    public static boolean appeal(Set<Part> parts) {
        return parts.stream()
                .anyMatch(part ->
                        switch (part) {
                            case EMPLOYEE, HR, HEAD, APPEAL_BODY -> true;
                            case DIRECT_MANAGER, HIGHER_MANAGER, COMMISSION -> false;
                        });
    }

    /// A meeting, which holds the results of many: those who hold it and those who answer for it.
    /// Whom an appeal is addressed to sees what was decided on the appellant.
    public static boolean meeting(Set<Part> parts) {
        return parts.stream()
                .anyMatch(part ->
                        switch (part) {
                            case HR, HEAD, COMMISSION -> true;
                            case EMPLOYEE, DIRECT_MANAGER, HIGHER_MANAGER, APPEAL_BODY -> false;
                        });
    }
}
