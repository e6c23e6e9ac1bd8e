/// The zips that are deployed, each run by AWS's own runtime client in a process of its own. Knows
/// nothing of the classes inside them.
@NullMarked
package kz.bagalau.local.packaged;

import org.jspecify.annotations.NullMarked;
