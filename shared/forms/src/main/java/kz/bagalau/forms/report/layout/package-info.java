/// What a table of a form looks like: its columns, its measures and the key by which headings are
/// compared. It knows nothing of files.
@NullMarked
package kz.bagalau.forms.report.layout;

import org.jspecify.annotations.NullMarked;
