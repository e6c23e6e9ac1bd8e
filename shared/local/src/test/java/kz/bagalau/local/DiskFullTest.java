package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a disk that is really full: a file system of a few megabytes, where this session may make
/// one.
class DiskFullTest {

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());

    @TempDir Path folder;

    private Path small = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small.toString()),
                "this session may not mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", small.toString());
    }

    @Test
    void everyRouteThatWritesSaysSoAndGoesOnAfterwards() throws Exception {
        try (Host host = Host.start(new Settings(0, small, true, false), line -> {});
                Client client = new Client(host.address())) {
            client.send(AGENCY, "PUT", "/bodies/before", body(61)).expect(200);
            Path filler = fill();

            Client.Reply refused = writeUntilRefused(client);
            Client.Reply clock =
                    client.send(
                            null,
                            "POST",
                            "/local/clock",
                            Json.object().put("now", "2026-12-05T03:00:00Z"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("code").asText()).isEqualTo("UNAVAILABLE");
            assertThat(clock.status()).isEqualTo(507);
            assertThat(clock.body().path("code").asText()).isEqualTo("DATA_NOT_WRITTEN");
            client.send(AGENCY, "GET", "/bodies", null).expect(200);

            Files.delete(filler);
            client.send(AGENCY, "PUT", "/bodies/after", body(62)).expect(200);
            client.send(
                            null,
                            "POST",
                            "/local/clock",
                            Json.object().put("now", "2026-12-05T03:00:00Z"))
                    .expect(200);
            assertThat(ids(client)).contains("before", "after");
        }
        try (Host again = Host.start(new Settings(0, small, true, false), line -> {});
                Client client = new Client(again.address())) {
            assertThat(ids(client)).contains("before", "after");
        }
    }

    /// The store has room in its own file for a while.
    private static Client.Reply writeUntilRefused(Client client) {
        for (int number = 0; number < 2_000; number++) {
            Client.Reply reply = client.send(AGENCY, "PUT", "/bodies/b-" + number, body(100));
            if (reply.status() != 200) {
                return reply;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    private Path fill() throws IOException {
        Path filler = small.resolve("filler");
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static String ids(Client client) {
        JsonNode bodies = client.send(AGENCY, "GET", "/bodies", null).expect(200).body();
        return bodies.findValuesAsText("id").toString();
    }

    private static ObjectNode body(int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name")
                .put("kk", "Министрлік")
                .put("ru", "Министерство")
                .put("en", "Ministry");
        return body;
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
