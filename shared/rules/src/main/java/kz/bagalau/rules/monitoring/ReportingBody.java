package kz.bagalau.rules.monitoring;

/// The kinds of state body that ¶8 part 2 distinguishes.
public enum ReportingBody {
    CENTRAL,
    LOCAL_EXECUTIVE,
    /// An executive body financed from the local budget.
    LOCAL_BUDGET_EXECUTIVE,
    MASLIKHAT_APPARATUS,
    REVISION_COMMISSION,
    /// A body that ¶8 part 2 does not name, such as a territorial unit of a central one.
    UNNAMED
}
