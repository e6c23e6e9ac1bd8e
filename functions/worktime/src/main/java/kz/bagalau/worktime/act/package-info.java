/// Acts of presence outside working time (121 ¶14), on people of the visited body and against their
/// own schedules.
@NullMarked
package kz.bagalau.worktime.act;

import org.jspecify.annotations.NullMarked;
