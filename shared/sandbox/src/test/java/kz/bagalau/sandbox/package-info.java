@NullMarked
package kz.bagalau.sandbox;

import org.jspecify.annotations.NullMarked;
