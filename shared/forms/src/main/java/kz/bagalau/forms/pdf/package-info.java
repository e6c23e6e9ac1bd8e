/// Printed documents in PDF: text, tables, page numbers, tagged for screen readers. Knows nothing
/// about what a document says.
@NullMarked
package kz.bagalau.forms.pdf;

import org.jspecify.annotations.NullMarked;
