/// The settings of a start and why it does not take place. Uses no other room; every room may use
/// it.
@NullMarked
package kz.bagalau.local.start;

import org.jspecify.annotations.NullMarked;
