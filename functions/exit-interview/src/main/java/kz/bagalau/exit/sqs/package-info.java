/// The queue `Messages`, out of which another system delivers.
@NullMarked
package kz.bagalau.exit.sqs;

import org.jspecify.annotations.NullMarked;
