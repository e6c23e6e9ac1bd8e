package kz.bagalau.lambda;

import static kz.bagalau.lambda.Calls.printed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads what the process prints")
class LogTest {

    @Test
    void quietWorkLogsNothing_andAFailureOnceForItsKindAndPlace() {
        RuntimeException failure = new IllegalStateException("x");
        Runnable work =
                () ->
                        Log.quietly(() -> {
                            Log.count("ballot");
                            Log.event("ballot", Map.of());
                            Log.failure("POST /surveys/{survey}/ballots", failure);
                            return true;
                        });

        assertThat(printed(work).lines()).singleElement().asString().contains("failure");
        assertThat(printed(work)).isEmpty();
        assertThat(printed(() -> Log.count("after"))).contains("after");
        assertThat(printed(() -> Log.failure("GET /bodies", failure))).isNotEmpty();
        assertThat(printed(() -> Log.failure("GET /bodies", failure))).isNotEmpty();
    }
}
