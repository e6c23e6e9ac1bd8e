package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
