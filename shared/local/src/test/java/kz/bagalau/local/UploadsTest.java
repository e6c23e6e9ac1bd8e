package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.fixture.Work;
import kz.bagalau.local.host.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// A file on its way from a browser into a bucket by an address that a function signed: nothing but
/// exactly that file, once; and what the bucket then reports.
@ResourceLock(Fed.LOCK)
class UploadsTest {

    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] FILE = "a workbook, let us say".getBytes(StandardCharsets.UTF_8);

    @TempDir static Path folder;

    private static Host host;
    private static Runtime runtime;
    private static S3Client s3;
    private static HttpClient http;

    private final String key = "reports/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        host = Fed.host(folder.resolve("data"));
        runtime = Work.runtime();
        s3 = host.services().buckets().s3();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        s3.close();
        host.close();
    }

    @BeforeEach
    void forget() {
        Work.seen().clear();
    }

    @Test
    void theFileThatWasSignedIsTakenAndReported() throws Exception {
        assertThat(put(sign(), FILE, Map.of()).statusCode()).isEqualTo(200);

        assertThat(stored()).isEqualTo(FILE);
        assertThat(s3.headObject(head -> head.bucket(bucket()).key(key)).contentType())
                .isEqualTo(TYPE);
        JsonNode record = reported(key).path("Records").path(0);
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:s3");
        assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(record.at("/s3/bucket/name").asText()).isEqualTo(bucket());
        assertThat(record.at("/s3/bucket/arn").asText()).isEqualTo("arn:aws:s3:::" + bucket());
        assertThat(record.at("/s3/object/size").asInt()).isEqualTo(FILE.length);
        assertThat(record.at("/s3/object/eTag").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void theSameAddressWritesOnce() throws Exception {
        URI address = sign();
        assertThat(put(address, FILE, Map.of()).statusCode()).isEqualTo(200);

        assertThat(put(address, FILE, Map.of()).statusCode()).isEqualTo(412);
        assertThat(stored()).isEqualTo(FILE);
    }

    @Test
    void anotherFileOfTheSameSizeIsRefused() throws Exception {
        byte[] other = "a workbook, let us pay".getBytes(StandardCharsets.UTF_8);

        assertThat(put(sign(), other, Map.of()).statusCode()).isEqualTo(400);
        assertNothingStored();
    }

    /// Whoever sends another file with its own checksum has no signature for that.
    @Test
    void anotherFileWithItsOwnChecksumIsRefused() throws Exception {
        byte[] other = "a workbook, let us pay".getBytes(StandardCharsets.UTF_8);

        assertThat(put(sign(), other, Map.of("x-amz-checksum-sha256", sha256(other))).statusCode())
                .isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void anotherSizeIsRefused() throws Exception {
        byte[] longer = "a workbook, let us say, and more".getBytes(StandardCharsets.UTF_8);

        assertThat(put(sign(), longer, Map.of()).statusCode()).isEqualTo(403);
        assertThat(put(sign(), new byte[0], Map.of()).statusCode()).isEqualTo(403);
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, text/html",
        "content-type, ''",
        "if-none-match, ''",
        "if-none-match, another",
        "x-amz-checksum-sha256, ''"
    })
    void anotherHeaderThanTheSignedIsRefused(String header, String value) throws Exception {
        assertThat(put(sign(), FILE, Map.of(header, value)).statusCode()).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void anotherKeyBucketOrTimeIsRefused() throws Exception {
        String address = sign().toString();

        for (String tampered :
                List.of(
                        address.replace(key, key + "2"),
                        address.replace("/" + bucket() + "/", "/another/"),
                        address.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"),
                        address.replaceFirst("X-Amz-Signature=.{4}", "X-Amz-Signature=0000"),
                        address.replaceFirst("&X-Amz-Signature=[^&]+", ""),
                        address.replaceFirst("\\?.*", ""))) {
            assertThat(put(URI.create(tampered), FILE, Map.of()).statusCode())
                    .as(tampered)
                    .isEqualTo(403);
        }
        assertNothingStored();
    }

    @Test
    void anAddressThatHasExpiredIsRefused() throws Exception {
        URI address = sign(key, Duration.ofSeconds(1));
        Thread.sleep(1100);

        assertThat(put(address, FILE, Map.of()).statusCode()).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void anAddressForWritingReadsNothing() throws Exception {
        URI address = sign();
        put(address, FILE, Map.of());

        assertThat(send(HttpRequest.newBuilder(address).GET()).statusCode()).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(address).DELETE()).statusCode()).isEqualTo(403);
    }

    @Test
    void aFunctionSignsOnlyWhatItMayDoItself() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() ->
                        runtime.presigner()
                                .presignDeleteObject(delete ->
                                        delete.signatureDuration(Duration.ofMinutes(1))
                                                .deleteObjectRequest(object ->
                                                        object.bucket(bucket()).key(key))))
                .withMessageContaining("s3:DeleteObject");
    }

    @Test
    void aPageOfTheHostMayAskTheBrowserToSendTheFile() throws Exception {
        for (String origin :
                List.of(
                        host.address().toString(),
                        host.address().toString().replace("localhost", "127.0.0.1"))) {
            HttpResponse<String> preflight =
                    preflight(origin, "content-type,if-none-match,x-amz-checksum-sha256");
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(origin);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                    .contains("PUT");
            HttpResponse<String> answer =
                    put(
                            sign("reports/" + UUID.randomUUID(), Duration.ofMinutes(1)),
                            FILE,
                            Map.of("origin", origin));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
        }
    }

    @Test
    void aPageOfAnotherSiteMayNot() throws Exception {
        assertThat(
                        preflight("https://evil.example", "content-type")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(
                        preflight(host.address() + ".evil.example", "content-type")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void thePagesPolicyNamesWhereBucketsAre() {
        URI buckets = Objects.requireNonNull(host.services().buckets().uri());
        assertThat(
                        http.sendAsync(
                                        HttpRequest.newBuilder(host.address()).build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .join()
                                .headers()
                                .firstValue("Content-Security-Policy"))
                .hasValue("connect-src 'self' " + buckets.getAuthority());
    }

    /// A key as people write it: S3 encodes it in its report as a form does.
    @Test
    void aKeyWithLettersBlanksAndSignsIsReportedEncoded() throws Exception {
        String strange = "reports/қыс 2025+1 & more.xlsx";
        runtime.s3()
                .putObject(put -> put.bucket(bucket()).key(strange), RequestBody.fromBytes(FILE));

        assertThat(
                        reported("reports/%D2%9B%D1%8B%D1%81+2025%2B1+%26+more.xlsx")
                                .at("/Records/0/s3/object/size")
                                .asInt())
                .isEqualTo(FILE.length);
        assertThat(
                        runtime.s3()
                                .getObjectAsBytes(get -> get.bucket(bucket()).key(strange))
                                .asByteArray())
                .isEqualTo(FILE);
    }

    /// Between storing and reporting the host was killed; of another file it had half.
    @Test
    void whatWasStoredAndNotReportedIsReportedByTheNextHost() throws Exception {
        Path data = folder.resolve("killed");
        try (Host first = Fed.host(data);
                S3Client objects = first.services().buckets().s3()) {
            objects.putObject(
                    put -> put.bucket(bucket()).key("a/whole"), RequestBody.fromBytes(FILE));
            reported("a/whole");
        }
        note(data, "one", "a/whole");
        note(data, "two", "a/half");
        Path outside = Files.write(data.resolve("outside-" + UUID.randomUUID()), new byte[1]);
        note(data, "away", "../../outside");
        List<String> broken =
                List.of("", "{", "{}", "[]", "\u0000", "{\"bucket\":\"other\",\"key\":\"a\"}");
        for (int i = 0; i < broken.size(); i++) {
            Files.writeString(data.resolve("arrivals/broken" + i), broken.get(i));
        }
        Path half =
                data.resolve("buckets").resolve(bucket()).resolve("a/half-" + UUID.randomUUID());
        Files.write(half, new byte[10]);

        try (Host second = Fed.host(data)) {
            assertThat(reported("a/whole").at("/Records/0/s3/object/size").asInt())
                    .isEqualTo(FILE.length);
            assertThat(second.data().list("arrivals")).isEmpty();
        }
        assertThat(half).doesNotExist();
        assertThat(outside).exists();
        for (int i = 0; i < broken.size(); i++) {
            assertThat(data.resolve("arrivals/broken" + i + ".broken")).exists();
        }
    }

    /// S3 asks the queue once whether it is there.
    @Test
    void aNewBucketTriesItsQueueFirst() throws Exception {
        try (Host other = Fed.host(folder.resolve("new"))) {
            assertThat(other.template().bucket("Incoming").reports()).hasSize(1);
            String event;
            do { // what another test's host still delivers is no such event
                JsonNode seen = Work.seen().poll(20, TimeUnit.SECONDS);
                assertThat(seen).isNotNull();
                event = Json.read(seen.path("body").asText()).path("Event").asText();
            } while (event.isEmpty());
            assertThat(event).isEqualTo("s3:TestEvent");
        }
    }

    private static void note(Path data, String name, String key) throws Exception {
        Files.writeString(
                data.resolve("arrivals").resolve(name),
                "{\"bucket\":\"%s\",\"key\":\"%s\"}".formatted(bucket(), key));
    }

    private URI sign() throws Exception {
        return sign(key, Duration.ofSeconds(60));
    }

    private static URI sign(String key, Duration valid) throws Exception {
        PresignedPutObjectRequest signed =
                runtime.presigner()
                        .presignPutObject(put ->
                                put.signatureDuration(valid)
                                        .putObjectRequest(object ->
                                                object.bucket(bucket())
                                                        .key(key)
                                                        .contentLength((long) FILE.length)
                                                        .contentType(TYPE)
                                                        .checksumSHA256(sha256(FILE))
                                                        .ifNoneMatch("*")));
        assertThat(signed.signedHeaders().keySet())
                .contains(
                        "content-length", "content-type", "if-none-match", "x-amz-checksum-sha256");
        return signed.url().toURI();
    }

    /// Sends what the signed address demands, with some headers changed; an empty value leaves one
    /// out.
    private static HttpResponse<String> put(URI address, byte[] body, Map<String, String> changed)
            throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", TYPE);
        headers.put("if-none-match", "*");
        headers.put("x-amz-checksum-sha256", sha256(FILE));
        headers.putAll(changed);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return send(request);
    }

    private HttpResponse<String> preflight(String origin, String headers) throws Exception {
        return send(
                HttpRequest.newBuilder(sign())
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", headers));
    }

    /// Each on a connection of its own: the bucket ends the one on which it refused a file unread,
    /// and a request that is sent on it meanwhile gets no answer.
    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private byte[] stored() {
        return s3.getObjectAsBytes(get -> get.bucket(bucket()).key(key)).asByteArray();
    }

    private void assertNothingStored() {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.headObject(head -> head.bucket(bucket()).key(key)));
    }

    /// The report of an object, which the function was called with.
    private static JsonNode reported(String encodedKey) throws InterruptedException {
        while (true) {
            JsonNode seen = Work.seen().poll(20, TimeUnit.SECONDS);
            assertThat(seen).as("a report of " + encodedKey).isNotNull();
            JsonNode message = Json.read(seen.path("body").asText());
            if (message.at("/Records/0/s3/object/key").asText().equals(encodedKey)) {
                return message;
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bucket() {
        return host.template().bucket("Incoming").name();
    }
}
