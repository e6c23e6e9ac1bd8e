/// What an appraisal says, who assesses by it, and in whose lists it stands. Knows no store and
/// nobody who is logged in.
@NullMarked
package kz.bagalau.appraisal.content;

import org.jspecify.annotations.NullMarked;
