/// Passages of the pass system (¶40.1): the hours that are read in them, what is kept beside the
/// hours, and who may look at the times of people.
@NullMarked
package kz.bagalau.reports.overtime;

import org.jspecify.annotations.NullMarked;
