/// By when a form is due and who reads it: the assessment schedule of a year that the Agency sets,
/// and the terms of the quarterly report (No. 121, ¶8).
@NullMarked
package kz.bagalau.reports.schedule;

import org.jspecify.annotations.NullMarked;
