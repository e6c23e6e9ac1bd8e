/// What callers and leavers are told: problems, findings and the invitation, with their texts
/// beside them.
@NullMarked
package kz.bagalau.exit.texts;

import org.jspecify.annotations.NullMarked;
