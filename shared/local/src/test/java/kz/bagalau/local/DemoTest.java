package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example data of a first start, on the functions and the template of the checkout.
class DemoTest {

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());

    @TempDir Path folder;

    /// Interrupted after a hundred ballots, and started again.
    @Test
    void theExamplesAreMadeOnceEvenWhereTheFirstStartWasInterrupted() {
        try (Host host = Host.start(new Settings(0, folder, true, true), line -> {});
                Client client = new Client(host.address())) {
            String first = new Demo(host, DemoTest::stopAtAHundred).walkThrough(true);
            assertThat(first).doesNotContain("survey.html");

            List<String> said = new ArrayList<>();
            String second = new Demo(host, said::add).walkThrough(true);
            String third = new Demo(host, said::add).walkThrough(true);

            assertThat(second)
                    .as(said.toString())
                    .contains("survey.html?id=example-open#fp=", "&code=");
            assertThat(third).isEqualTo(second);
            JsonNode clock = client.send(null, "GET", "/local/clock", null).body();
            assertThat(clock.path("moved").asBoolean()).isFalse();
            assertThat(survey(client, "example-open").path("state").asText()).isEqualTo("OPEN");
            assertThat(survey(client, "example-results").path("state").asText())
                    .isEqualTo("CLOSED");
            assertThat(folder.resolve("rewritten.json")).hasContent("[\"example-results\"]");
            for (String body : List.of("min-digital", "akimat-region", "revision-commission")) {
                JsonNode results =
                        client.send(
                                        AGENCY,
                                        "GET",
                                        "/surveys/example-results/results?body=" + body,
                                        null)
                                .expect(200)
                                .body();
                int tokens =
                        results.path("tokens").path("login").asInt()
                                + results.path("tokens").path("slip").asInt();
                assertThat(results.path("ballots").asInt()).isEqualTo(tokens).isGreaterThan(30);
                assertThat(results.path("statements").path(0).path("counts").isNull()).isFalse();
            }
        }
    }

    @Test
    void aStoreWithDataOfItsOwnGetsNoExamples() {
        try (Host host = Host.start(new Settings(0, folder, true, true), line -> {});
                Client client = new Client(host.address())) {
            JsonNode body =
                    Json.read(
                            """
                            {"name":{"kk":"Б","ru":"Б","en":"B"},"kind":"OTHER","headcount":30}
                            """);
            client.send(AGENCY, "PUT", "/bodies/mine", body).expect(200, 201);

            assertThat(new Demo(host, line -> {}).walkThrough(true)).doesNotContain("survey.html");

            assertThat(client.send(AGENCY, "GET", "/bodies", null).body().path("bodies"))
                    .hasSize(1);
        }
    }

    private static void stopAtAHundred(String line) {
        if (line.startsWith("example data: 100")) {
            throw new IllegalStateException("interrupted");
        }
    }

    private static JsonNode survey(Client client, String id) {
        return client.send(null, "GET", "/surveys/" + id, null).expect(200).body();
    }
}
