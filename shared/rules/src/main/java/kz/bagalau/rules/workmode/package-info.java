/// Remote, combined and flexible work (Agency order No. 120), and the one schedule of a person that
/// follows from all acts in force on a day. Knows nothing of how an act is stored or who sends it.
@NullMarked
package kz.bagalau.rules.workmode;

import org.jspecify.annotations.NullMarked;
