@NullMarked
package kz.bagalau.local;

import org.jspecify.annotations.NullMarked;
