/// The documents of the quarterly procedure of No. 245: the sheet, the calibration protocol, the
/// lists of a quarter and of a year, the act of destruction. Values in, bytes out: knows nothing of
/// where they are kept, how a score is computed and who may see it.
@NullMarked
package kz.bagalau.forms.appraisal;

import org.jspecify.annotations.NullMarked;
