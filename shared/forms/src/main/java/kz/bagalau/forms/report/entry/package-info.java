/// One row of a table as it was filled in, its cells and what must hold in and between them. It
/// knows no other row.
@NullMarked
package kz.bagalau.forms.report.entry;

import org.jspecify.annotations.NullMarked;
