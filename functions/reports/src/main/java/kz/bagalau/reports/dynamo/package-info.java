/// Schedules, reports, findings on DynamoDB. Attribute names live here only; nothing outside of
/// this capability may know them.
@NullMarked
package kz.bagalau.reports.dynamo;

import org.jspecify.annotations.NullMarked;
