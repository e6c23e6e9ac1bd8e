/// Tables that people send and get: workbooks are written, and workbooks and CSV files are read as
/// sheets, rows and cells, without trust in any of them. Knows cells, sheets and their styles, and
/// nothing about what a form or a conclusion says.
@NullMarked
package kz.bagalau.forms.workbook;

import org.jspecify.annotations.NullMarked;
