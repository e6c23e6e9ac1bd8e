/// Workbooks in XLSX, written and read. Knows cells, sheets and their looks, and nothing about what
/// a form or a conclusion says.
@NullMarked
package kz.bagalau.forms.workbook;

import org.jspecify.annotations.NullMarked;
