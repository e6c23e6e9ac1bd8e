/// The KPI procedure of No. 02-17/15, chapter 6: the individual work plan, the assessment sheet,
/// the Assessment Commission with its meetings, and the appeal. Knows nothing of how a body's
/// people are entered, and hands no result to any other capability.
@NullMarked
package kz.bagalau.kpi;

import org.jspecify.annotations.NullMarked;
