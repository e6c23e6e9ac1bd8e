/// What a row is among the others: a heading, an entry, a total; the outline and tree of units, and
/// which rows sum up which. It knows no form.
@NullMarked
package kz.bagalau.forms.report.row;

import org.jspecify.annotations.NullMarked;
