package kz.bagalau.rules.calendar;

/// Why a day of a calendar is not what its day of the week says (CAL.4).
public enum DayKind {
    /// A national or state holiday.
    HOLIDAY,
    /// A day off that is not a holiday and never moves: Orthodox Christmas, the first day of
    /// Kurban-ait.
    DAY_OFF,
    /// A day off in place of a holiday that fell on a weekly day off.
    SUBSTITUTE,
    /// A working day made a day off by an act.
    SWAP_OFF,
    /// A weekly day off made a working day by an act.
    SWAP_WORK;

    public boolean works() {
        return this == SWAP_WORK;
    }
}
