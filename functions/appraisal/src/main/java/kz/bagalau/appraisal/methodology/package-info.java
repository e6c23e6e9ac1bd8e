/// The methodologies and the forms of appraisal as they are sent and shown.
@NullMarked
package kz.bagalau.appraisal.methodology;

import org.jspecify.annotations.NullMarked;
