package kz.bagalau.workmode;

import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.workmode.Fault;

/// What this capability can answer besides what every route can.
public enum WorkmodeProblem implements ProblemCode {
    /// A break needs both its ends, and lies within the working time.
    BREAK_INCOMPLETE(400),
    BREAK_OUTSIDE(400),
    TO_BEFORE_FROM(400),
    /// A wording cannot be older than its order.
    BEFORE_ORDER(400),
    /// An application or what becomes of it cannot be of a moment to come.
    IN_FUTURE(400),
    BEFORE_SUBMISSION(400),
    OVER_SIX_MONTHS(400),
    CHANNEL(400),
    EXCLUDED(400);

    private final int status;

    WorkmodeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /// What refuses an application with this fault. Throws [IllegalArgumentException] for one that
    /// its form has refused before.
    static WorkmodeProblem of(Fault fault) {
        return switch (fault) {
            case TO_BEFORE_FROM -> TO_BEFORE_FROM;
            case BREAK_OUTSIDE -> BREAK_OUTSIDE;
            case OVER_SIX_MONTHS -> OVER_SIX_MONTHS;
            case CHANNEL -> CHANNEL;
            case EXCLUDED -> EXCLUDED;
            default -> throw new IllegalArgumentException("not of an application: " + fault);
        };
    }
}
