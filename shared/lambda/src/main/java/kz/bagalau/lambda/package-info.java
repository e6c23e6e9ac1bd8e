/// What every function needs: the runtime it stands in, HTTP and problem documents, access, strict
/// JSON and logs. Knows nothing of any capability.
@NullMarked
package kz.bagalau.lambda;

import org.jspecify.annotations.NullMarked;
