package kz.bagalau.lambda.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "ProvisionedThroughputExceededException, true",
        "ThrottlingException, true",
        "RequestLimitExceeded, true",
        "InternalServerError, true",
        "SlowDown, true",
        "AccessDeniedException, true",
        "ExpiredTokenException, true",
        "ResourceNotFoundException, true",
        "ValidationException, false",
        "ConditionalCheckFailedException, false",
        "PreconditionFailed, false",
        "EntityTooLarge, false"
    })
    void whatAStoreAnswers(String code, boolean outage) {
        AwsServiceException answer =
                AwsServiceException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                        .build();

        assertThat(Outage.is(answer)).isEqualTo(outage);
        assertThat(Outage.is(new IllegalStateException(answer))).isEqualTo(outage);
    }

    @ParameterizedTest
    @CsvSource({
        "TransactionConflict, true",
        "ThrottlingError, true",
        "ProvisionedThroughputExceeded, true",
        "ValidationError, false",
        "ConditionalCheckFailed, false"
    })
    void whyATransactionWasCancelled(String reason, boolean outage) {
        assertThat(
                        Outage.is(
                                TransactionCanceledException.builder()
                                        .cancellationReasons(
                                                CancellationReason.builder().code("None").build(),
                                                CancellationReason.builder().code(reason).build())
                                        .build()))
                .isEqualTo(outage);
    }

    @Test
    void aStoreThatDoesNotAnswer_isOne() {
        assertThat(Outage.is(SdkClientException.create("no connection"))).isTrue();
        assertThat(Outage.is(new Outage("no file"))).isTrue();
    }

    /// A broken file fails to be read by an `IOException` too.
    @Test
    void anErrorOfTheWork_isNone() {
        assertThat(Outage.is(new IllegalStateException("no such body"))).isFalse();
        assertThat(Outage.is(new UncheckedIOException(new IOException("no zip")))).isFalse();
        assertThat(Outage.is(new StackOverflowError())).isFalse();
    }
}
