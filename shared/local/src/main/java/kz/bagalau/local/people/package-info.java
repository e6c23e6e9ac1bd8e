/// The people of the one machine, their tokens and the issuer. Uses `start`, `data` and `http`.
@NullMarked
package kz.bagalau.local.people;

import org.jspecify.annotations.NullMarked;
