/// The routes of the directory of state bodies: who is assessed, how many people work there, where
/// a body belongs. And what every capability counts with: the working-day calendars and the
/// deadlines.
@NullMarked
package kz.bagalau.directory.http;

import org.jspecify.annotations.NullMarked;
