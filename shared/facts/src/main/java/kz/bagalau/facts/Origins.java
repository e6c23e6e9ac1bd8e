package kz.bagalau.facts;

/// The origins that this module itself knows. The others name themselves: `survey:<survey>`,
/// `exit-interviews`, `review`.
public final class Origins {

    /// What the Agency and the body for informatization enter by hand.
    public static final String ANALYST = "analyst";

    /// The working-day calendar of the year, as it stands when facts are read.
    public static final String CALENDAR = "calendar";

    /// Before the form's code in the origin of what a report says.
    public static final String REPORT = "report:";

    private Origins() {}
}
