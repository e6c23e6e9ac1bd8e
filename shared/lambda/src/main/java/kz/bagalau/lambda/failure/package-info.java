/// What the failure of a store, a queue or the network means to the work that met it.
@NullMarked
package kz.bagalau.lambda.failure;

import org.jspecify.annotations.NullMarked;
