package kz.bagalau.rules.workmode;

import java.time.LocalDate;

/// How an application for flexible time came in (120 ¶15).
public enum Channel {
    EQYZMET,
    /// The body's own personnel system.
    DEPARTMENTAL,
    /// Our page: neither of the two, unless the body has made it its personnel system.
    OWN_PAGE,
    PAPER;

    /// Whether an application of a day may come in by it. Until 2026-07-10 the old wording of ¶15
    /// part 2 holds: E-qyzmet or the departmental personnel system.
    ///
    /// @param ownPageIsSystem the body's setting `is_departmental_hr_system` on that day
    public boolean open(LocalDate submitted, boolean ownPageIsSystem, WorkSettings settings) {
        boolean asWritten =
                switch (this) {
                    case EQYZMET, DEPARTMENTAL -> true;
                    case OWN_PAGE -> ownPageIsSystem;
                    case PAPER -> false;
                };
        return asWritten
                || (!Norm.CHANNELS.oldWording(submitted)
                        && settings.get(WorkSetting.CHANNEL_RULE)
                                == WorkSetting.ChannelRule.RECORD);
    }
}
