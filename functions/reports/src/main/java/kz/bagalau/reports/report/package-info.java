/// A report with its files: what was asked for, what has come, what was read in it, and what of all
/// reports of a form stands. The stores of reports and files are interfaces here.
@NullMarked
package kz.bagalau.reports.report;

import org.jspecify.annotations.NullMarked;
