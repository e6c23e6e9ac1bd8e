package kz.bagalau.arrangements;

import kz.bagalau.rules.workmode.WorkSettings;

/// The settings of orders 120 and 121 as the Agency has chosen them.
///
/// @param reason why they stand as they do; empty while nobody has chosen
public record Chosen(WorkSettings settings, String reason) {

    public static final Chosen DEFAULTS = new Chosen(WorkSettings.DEFAULTS, "");
}
