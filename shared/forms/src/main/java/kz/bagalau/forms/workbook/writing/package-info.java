/// Workbooks that are written: sheets, contents and styles. It knows nothing of reading.
@NullMarked
package kz.bagalau.forms.workbook.writing;

import org.jspecify.annotations.NullMarked;
