/// What leavers answer, by code, by login or on paper. No answer of HTTP holds it.
@NullMarked
package kz.bagalau.exit.interviews;

import org.jspecify.annotations.NullMarked;
