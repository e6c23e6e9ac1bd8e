/// Work arrangements (Agency order No. 120) and what they rest on: the internal work rules of
/// bodies, how the silent places of orders 120 and 121 are read, and the wordings that are loaded.
/// Knows nothing of scores. Here are the functions; each subject has a package of its own.
@NullMarked
package kz.bagalau.workmode;

import org.jspecify.annotations.NullMarked;
