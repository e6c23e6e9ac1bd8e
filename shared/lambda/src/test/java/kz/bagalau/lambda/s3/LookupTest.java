package kz.bagalau.lambda.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LookupTest {

    @Test
    void whatIsThere_isFound() {
        assertThat(Lookup.of(() -> "content")).contains("content");
    }

    /// 404 to whoever may list the bucket, 403 to everybody else.
    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void whatIsNotThere_isEmpty(int status) {
        assertThat(Lookup.of(() -> refuse(status))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 412, 500, 503})
    void anyOtherAnswer_isAnError(int status) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> Lookup.of(() -> refuse(status)))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    private static String refuse(int status) {
        throw S3Exception.builder().statusCode(status).build();
    }
}
