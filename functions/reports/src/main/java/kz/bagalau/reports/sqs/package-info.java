/// The queues of the intake on the API of SQS.
@NullMarked
package kz.bagalau.reports.sqs;

import org.jspecify.annotations.NullMarked;
