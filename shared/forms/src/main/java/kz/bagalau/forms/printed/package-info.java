/// What the printed documents of several acts have in common: marks, signatures, how a day and a
/// number are written. Knows nothing about what a document says.
@NullMarked
package kz.bagalau.forms.printed;

import org.jspecify.annotations.NullMarked;
