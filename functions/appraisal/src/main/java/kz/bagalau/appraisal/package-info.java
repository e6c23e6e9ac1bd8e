/// The quarterly appraisal of employees by No. 245: by which act and on which forms bodies assess.
@NullMarked
package kz.bagalau.appraisal;

import org.jspecify.annotations.NullMarked;
