package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The servers for tables, buckets and queues are where no page can look for them.
class LoopbackTest {

    private static final String YAML =
            """
            Resources:
              Papers:
                Type: AWS::S3::Bucket
            """;

    @TempDir Path folder;

    enum Server {
        TABLES,
        BUCKETS,
        QUEUES
    }

    @ParameterizedTest
    @EnumSource
    void aServerDoesNotListenWherePagesLook(Server kind) throws Exception {
        assumeTrue(hasMoreThanOneAddress(), "this system has 127.0.0.1 only");
        Set<String> hosts = new HashSet<>();
        for (int start = 0; start < 2; start++) {
            switch (kind) {
                case TABLES -> {
                    try (Dynoxide server = Dynoxide.onFile(folder.resolve("store.db"))) {
                        hosts.add(hidden(server.endpoint()));
                    }
                }
                case BUCKETS -> {
                    try (BucketServer server = buckets()) {
                        hosts.add(hidden(server.endpoint().uri()));
                    }
                }
                case QUEUES -> {
                    try (QueueServer server = QueueServer.inFolder(folder)) {
                        hosts.add(hidden(server.endpoint().uri()));
                    }
                }
            }
        }
        assertThat(hosts).as("another address at each start").hasSize(2);
    }

    @Test
    void whoKnowsTheAddressOfBucketsAloneGetsNothing() throws Exception {
        try (BucketServer server = buckets();
                S3Client own = server.endpoint().s3();
                S3Client guessing = new Endpoint(server.endpoint().uri()).s3()) {
            assertThat(own.listBuckets().buckets()).isEmpty();

            assertThatExceptionOfType(S3Exception.class).isThrownBy(guessing::listBuckets);
        }
    }

    @Test
    void anEndpointDoesNotShowItsSecret() throws Exception {
        try (BucketServer server = buckets()) {
            assertThat(server.endpoint()).asString().doesNotContain(server.endpoint().secret());
        }
    }

    @Test
    void everyServerHasASecretOfItsOwn() throws Exception {
        String first;
        try (BucketServer server = buckets()) {
            first = server.endpoint().secret();
        }
        try (BucketServer another = buckets()) {
            assertThat(another.endpoint().secret()).hasSize(first.length()).isNotEqualTo(first);
        }
        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
    }

    private BucketServer buckets() {
        return BucketServer.inFolder(
                folder.resolve("buckets"),
                Template.parse(YAML, "t-", Map.of()),
                List.of("http://localhost:1"),
                (bucket, key) ->
                        new BucketServer.Arrival() {
                            @Override
                            public void stored(BucketServer.Stored object) {}

                            @Override
                            public void refused() {}
                        });
    }

    /// Asked of the system and not of the code under test.
    private static boolean hasMoreThanOneAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.1.2.3"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String hidden(@Nullable URI endpoint) {
        URI uri = Objects.requireNonNull(endpoint);
        assertThat(answers(uri.getHost(), uri.getPort())).isTrue();
        assertThat(answers("127.0.0.1", uri.getPort())).isFalse();
        assertThat(answers("::1", uri.getPort())).isFalse();
        return uri.getHost();
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
