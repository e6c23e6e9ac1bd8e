package kz.bagalau.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// It stands here because `shared/lambda` is built before the sandbox in which it can be tested.
class DynamoIdempotencyTest {

    private static final Instant AT = Instant.parse("2025-11-03T04:00:00Z");
    private static final String CALLER = "a1";

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final String TABLE = SANDBOX.table("Records");

    private final Idempotency replies = new DynamoIdempotency(SANDBOX.dynamo(), TABLE);

    @Test
    void withoutAKey_aRequestIsNewEachTime() {
        assertThat(replies.find(request(CALLER, null, "POST /surveys", "{}")))
                .isEqualTo(new Idempotency.New(Optional.empty()));
    }

    @Test
    void aBlankKeyIsNone() {
        for (String blank : List.of("", " ", "\t")) {
            assertThat(replies.find(request(CALLER, blank, "POST /surveys", "{}")))
                    .isEqualTo(new Idempotency.New(Optional.empty()));
        }
    }

    @Test
    void theSameRequestUnderItsKey_hasTheSameReply() {
        keep(request(CALLER, "k1", "POST /surveys", "{}"));

        assertThat(replies.find(request(CALLER, "k1", "POST /surveys", "{}")))
                .isEqualTo(new Idempotency.Done(201, "{\"id\":\"s1\"}"));
    }

    @Test
    void anotherBodyOrRouteOrPathUnderTheKey_isRefused() {
        keep(request(CALLER, "k2", "POST /surveys", "{}"));
        Request otherPath = request(CALLER, "k2", "POST /surveys", "/surveys/other", "{}");

        assertThat(replies.find(request(CALLER, "k2", "POST /surveys", "{ }")))
                .isInstanceOf(Idempotency.Reused.class);
        assertThat(replies.find(request(CALLER, "k2", "POST /surveys/{survey}/codes", "{}")))
                .isInstanceOf(Idempotency.Reused.class);
        assertThat(replies.find(otherPath)).isInstanceOf(Idempotency.Reused.class);
    }

    @Test
    void anotherCallersKey_isAnotherKey() {
        keep(request(CALLER, "k3", "POST /surveys", "{}"));

        assertThat(replies.find(request("a2", "k3", "POST /surveys", "{}")))
                .isInstanceOf(Idempotency.New.class);
    }

    @Test
    void ofTwoRepliesUnderOneKey_oneIsKept() {
        keep(request(CALLER, "k4", "POST /surveys", "{}"));
        var second =
                new Transaction()
                        .putIfAbsent(
                                TABLE,
                                DynamoIdempotency.item(
                                        new Idempotency.Reply(
                                                new Idempotency.Key(key("k4"), "r"), 200, ""),
                                        AT));

        assertThat(second.write(SANDBOX.dynamo())).hasSize(1);
        assertThat(replies.find(request(CALLER, "k4", "POST /surveys", "{}")))
                .isEqualTo(new Idempotency.Done(201, "{\"id\":\"s1\"}"));
    }

    @Test
    void aReply_isKeptForADay_andNamesNeitherCallerNorKey() {
        keep(request(CALLER, "key-to-be-hidden", "POST /surveys", "{\"body\":1}"));

        var item =
                SANDBOX.dynamo()
                        .getItem(request ->
                                request.tableName(TABLE)
                                        .key(Item.key("reply#" + key("key-to-be-hidden"), "-")))
                        .item();

        assertThat(Item.number(item, "expires"))
                .isEqualTo(AT.plus(Duration.ofDays(1)).getEpochSecond());
        assertThat(item.toString()).doesNotContain("key-to-be-hidden", "\"body\":1", "a1\n");
    }

    private void keep(Request request) {
        if (replies.find(request) instanceof Idempotency.New(var key)) {
            new Transaction()
                    .putIfAbsent(
                            TABLE,
                            DynamoIdempotency.item(
                                    key.orElseThrow().reply(201, "{\"id\":\"s1\"}"), AT))
                    .write(SANDBOX.dynamo());
        }
    }

    /// The id under which the caller's reply to this key stands: SHA-256 of both.
    private static String key(String header) {
        try {
            byte[] both = (CALLER + "\n" + header).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Request request(
            String subject, @Nullable String key, String route, String body) {
        return request(subject, key, route, "/surveys", body);
    }

    private static Request request(
            String subject, @Nullable String key, String route, String rawPath, String body) {
        ObjectNode event =
                Json.object().put("routeKey", route).put("rawPath", rawPath).put("body", body);
        if (key != null) {
            event.putObject("headers").put("idempotency-key", key);
        }
        event.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", subject)
                .put("roles", "bagalau:agency");
        return Runtime.with(
                SANDBOX.runtime("ManageSurveys", Clock.systemUTC()),
                () -> {
                    Request request =
                            Request.read(
                                    new ByteArrayInputStream(
                                            event.toString().getBytes(StandardCharsets.UTF_8)));
                    assertThat(request.caller().subject()).isEqualTo(subject);
                    return request;
                });
    }
}
