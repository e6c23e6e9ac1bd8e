package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Nobody is asked to send again what a store will never take.
class ProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "SerializationException"})
    void whatAStoreRefusesIsNotToBeSentAgain(String code) {
        assertThat(Problem.of(failure(code)).code()).isEqualTo(HttpProblem.UNSTORABLE);
        assertThat(HttpProblem.UNSTORABLE.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InternalServerError",
                "ProvisionedThroughputExceededException",
                "ThrottlingException",
                "AccessDeniedException"
            })
    void whatPassesIsToBeSentAgain(String code) {
        assertThat(Problem.of(failure(code)).code()).isEqualTo(HttpProblem.UNAVAILABLE);
    }

    @Test
    void aTransactionIsRefusedForOneOfItsItems() {
        assertThat(Problem.of(cancelled("None", "ValidationError")).code())
                .isEqualTo(HttpProblem.UNSTORABLE);
        assertThat(Problem.of(cancelled("None", "TransactionConflict")).code())
                .isEqualTo(HttpProblem.UNAVAILABLE);
    }

    @Test
    void aStoreThatDoesNotAnswerIsAskedAgainAndABugIsOurs() {
        assertThat(Problem.of(SdkClientException.create("no answer")).code())
                .isEqualTo(HttpProblem.UNAVAILABLE);
        assertThat(Problem.of(DynamoDbException.builder().build()).code())
                .isEqualTo(HttpProblem.UNAVAILABLE);
        assertThat(Problem.of(new IllegalStateException("a bug")).code())
                .isEqualTo(HttpProblem.INTERNAL);
    }

    private static RuntimeException failure(String code) {
        return DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static RuntimeException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        Arrays.stream(codes)
                                .map(code -> CancellationReason.builder().code(code).build())
                                .toList())
                .build();
    }
}
