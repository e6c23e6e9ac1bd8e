/// The table `ExitInterviews`, and its facts in `Records`; the only place that knows attribute
/// names.
@NullMarked
package kz.bagalau.exit.dynamo;

import org.jspecify.annotations.NullMarked;
