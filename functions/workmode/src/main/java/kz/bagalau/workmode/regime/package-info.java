/// What the working time of bodies rests on, as it is sent and shown: work rules, hours by
/// regulations, personnel systems, what the Agency chooses, and the wordings that are loaded.
@NullMarked
package kz.bagalau.workmode.regime;

import org.jspecify.annotations.NullMarked;
