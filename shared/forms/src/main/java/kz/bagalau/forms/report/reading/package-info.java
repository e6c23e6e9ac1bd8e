/// What comes out of reading a filled form: facts with their cells, problems and remarks. It knows
/// nothing of how they were found.
@NullMarked
package kz.bagalau.forms.report.reading;

import org.jspecify.annotations.NullMarked;
