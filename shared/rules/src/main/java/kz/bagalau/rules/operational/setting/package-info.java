/// The places where the act can be read in two ways, and the readings that somebody chose. It knows
/// what a setting is called and where its doubt stands, not what it changes.
@NullMarked
package kz.bagalau.rules.operational.setting;

import org.jspecify.annotations.NullMarked;
