/// The documents of the monitoring of working time (No. 121) on paper and as workbooks. Knows
/// nothing of how visits and results are stored.
@NullMarked
package kz.bagalau.forms.monitoring;

import org.jspecify.annotations.NullMarked;
