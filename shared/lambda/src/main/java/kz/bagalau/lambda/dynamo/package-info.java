/// What every store on DynamoDB shares: items as maps, transactions, replies kept for a repeated
/// request, the audit trail. Attribute names live here and in the capabilities' own `dynamo`
/// packages only.
@NullMarked
package kz.bagalau.lambda.dynamo;

import org.jspecify.annotations.NullMarked;
