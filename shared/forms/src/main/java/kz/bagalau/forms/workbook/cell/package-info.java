/// Cells, their values and their addresses. They know nothing of files.
@NullMarked
package kz.bagalau.forms.workbook.cell;

import org.jspecify.annotations.NullMarked;
