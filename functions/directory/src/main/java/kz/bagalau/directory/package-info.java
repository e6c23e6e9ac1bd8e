/// The directory of state bodies: who is assessed, how many people work there, where a body
/// belongs.
@NullMarked
package kz.bagalau.directory;

import org.jspecify.annotations.NullMarked;
