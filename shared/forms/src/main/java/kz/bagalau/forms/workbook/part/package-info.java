/// The parts of an XLSX archive and their markup, read within the limits. It knows nothing of cells
/// and their styles.
@NullMarked
package kz.bagalau.forms.workbook.part;

import org.jspecify.annotations.NullMarked;
