/// Results of the monitoring (121 ¶17): what a body is sent and answers, on paper and as a
/// workbook.
@NullMarked
package kz.bagalau.worktime.result;

import org.jspecify.annotations.NullMarked;
