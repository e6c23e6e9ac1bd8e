/// What the survey's stores promise, tested on DynamoDB's API and on twins in memory. It knows the
/// stores only, not who uses them.
@NullMarked
package kz.bagalau.survey.store;

import org.jspecify.annotations.NullMarked;
