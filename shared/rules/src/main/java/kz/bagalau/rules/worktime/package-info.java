/// Overtime as the passages of an access control system show it: presence, and of it what lies
/// outside working time (joint order No. 57/НҚ and No. 46, ¶40.1 and ¶40.2). Knows nothing of
/// files, bodies or scores.
@NullMarked
package kz.bagalau.rules.worktime;

import org.jspecify.annotations.NullMarked;
