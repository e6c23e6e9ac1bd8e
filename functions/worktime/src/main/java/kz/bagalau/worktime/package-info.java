/// Monitoring of working time (Agency order No. 121): signals, plans and visits, acts of presence
/// outside working time, results and their answers. Knows nothing of how a body's people and their
/// schedules are entered. Here are the functions; each subject has a package of its own.
@NullMarked
package kz.bagalau.worktime;

import org.jspecify.annotations.NullMarked;
