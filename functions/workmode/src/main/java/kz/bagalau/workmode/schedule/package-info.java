/// Where and when somebody works by all acts in force on a day, and the hours that were worked. Who
/// reads the times of another is noted for that person to see.
@NullMarked
package kz.bagalau.workmode.schedule;

import org.jspecify.annotations.NullMarked;
