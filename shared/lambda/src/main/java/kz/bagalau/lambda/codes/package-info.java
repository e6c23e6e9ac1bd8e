/// Codes that people type instead of a login, how bytes are written in them, and the SHA-256 under
/// which such a code is kept.
@NullMarked
package kz.bagalau.lambda.codes;

import org.jspecify.annotations.NullMarked;
