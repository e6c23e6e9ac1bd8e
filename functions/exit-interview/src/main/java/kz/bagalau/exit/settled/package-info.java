/// Changes of the register of a settled year, which need the consent of the Agency.
@NullMarked
package kz.bagalau.exit.settled;

import org.jspecify.annotations.NullMarked;
