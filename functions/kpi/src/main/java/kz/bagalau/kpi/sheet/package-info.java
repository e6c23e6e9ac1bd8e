/// The assessment sheet, and the appeals, which are parts of their sheets. Knows nothing of how a
/// Commission comes to its decision.
@NullMarked
package kz.bagalau.kpi.sheet;

import org.jspecify.annotations.NullMarked;
