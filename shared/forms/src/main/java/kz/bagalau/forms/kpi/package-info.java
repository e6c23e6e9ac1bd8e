/// The forms of the KPI procedure of No. 02-17/15 chapter 6: the individual work plan (Annex 9),
/// the sheet (Annex 10), the Commission's protocol (Annex 11), and the workbook from which sheets
/// are imported. Values in, bytes out: knows nothing of where they are kept and who may see them.
@NullMarked
package kz.bagalau.forms.kpi;

import org.jspecify.annotations.NullMarked;
