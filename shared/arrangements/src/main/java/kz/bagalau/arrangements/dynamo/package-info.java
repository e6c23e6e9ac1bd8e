/// The table `Records` as it keeps regimes, arrangements and who has read them.
@NullMarked
package kz.bagalau.arrangements.dynamo;

import org.jspecify.annotations.NullMarked;
