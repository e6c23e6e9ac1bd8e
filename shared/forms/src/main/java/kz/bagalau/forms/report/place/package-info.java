/// Where a table stands in a sheet: headings that were found, and rows streamed from beneath them.
/// It knows nothing of what the rows mean.
@NullMarked
package kz.bagalau.forms.report.place;

import org.jspecify.annotations.NullMarked;
