/// The directory: state bodies, their units and people, the working-day calendars, and by which
/// acts and on which forms bodies assess their employees. Knows nothing of any assessment itself.
@NullMarked
package kz.bagalau.directory;

import org.jspecify.annotations.NullMarked;
