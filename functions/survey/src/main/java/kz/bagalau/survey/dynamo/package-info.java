/// The survey's stores on DynamoDB, one class a table; the only place that knows their attribute
/// names.
@NullMarked
package kz.bagalau.survey.dynamo;

import org.jspecify.annotations.NullMarked;
