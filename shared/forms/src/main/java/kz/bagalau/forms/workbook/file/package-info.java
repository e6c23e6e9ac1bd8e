/// What a file that somebody sends may be: its type, its signature, its limits, and why it is
/// refused. It knows nothing of what stands in it.
@NullMarked
package kz.bagalau.forms.workbook.file;

import org.jspecify.annotations.NullMarked;
