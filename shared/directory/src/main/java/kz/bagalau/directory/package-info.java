/// The directory: state bodies and the working-day calendars. Knows nothing of what is assessed.
@NullMarked
package kz.bagalau.directory;

import org.jspecify.annotations.NullMarked;
