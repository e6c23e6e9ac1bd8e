/// The Assessment Commission: its composition and timetable, its meetings with their votes, and how
/// sheets follow a meeting.
@NullMarked
package kz.bagalau.kpi.commission;

import org.jspecify.annotations.NullMarked;
