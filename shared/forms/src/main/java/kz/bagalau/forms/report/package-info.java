/// The Excel forms in which state bodies report: what stands in them as data, their templates, and
/// what a filled form says. Knows nothing of who sends a file, when, and what becomes of it.
@NullMarked
package kz.bagalau.forms.report;

import org.jspecify.annotations.NullMarked;
