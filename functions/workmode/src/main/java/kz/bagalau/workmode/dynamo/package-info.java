/// The table `Records` as this capability keeps its editions in it.
@NullMarked
package kz.bagalau.workmode.dynamo;

import org.jspecify.annotations.NullMarked;
