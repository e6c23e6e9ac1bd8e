/// The host that puts the other rooms together, and what only its operator asks. Uses every room
/// but `demo`.
@NullMarked
package kz.bagalau.local.host;

import org.jspecify.annotations.NullMarked;
