package kz.bagalau.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// It stands here because `shared/lambda` is built before the sandbox in which it can be tested.
class DynamoRepliesTest {

    private static final Instant AT = Instant.parse("2025-11-03T04:00:00Z");
    private static final Caller CALLER = caller("a1");

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final String TABLE = SANDBOX.table("Records");

    private final Replies replies = new DynamoReplies(SANDBOX.dynamo(), TABLE);

    @Test
    void withoutAKey_aRequestIsFreshEachTime() {
        assertThat(replies.find(CALLER, event(null, "POST /surveys", "{}")))
                .isEqualTo(new Replies.Fresh(Optional.empty()));
    }

    @Test
    void theSameRequestUnderItsKey_hasTheSameAnswer() {
        keep(CALLER, event("k1", "POST /surveys", "{}"));

        assertThat(replies.find(CALLER, event("k1", "POST /surveys", "{}")))
                .isEqualTo(new Replies.Known(201, "{\"id\":\"s1\"}"));
    }

    @Test
    void anotherBodyOrRouteOrPathUnderTheKey_isRefused() {
        keep(CALLER, event("k2", "POST /surveys", "{}"));
        var otherPath = event("k2", "POST /surveys", "{}");
        otherPath.setRawPath("/surveys/other");

        assertThat(replies.find(CALLER, event("k2", "POST /surveys", "{ }")))
                .isInstanceOf(Replies.Reused.class);
        assertThat(replies.find(CALLER, event("k2", "POST /surveys/{survey}/codes", "{}")))
                .isInstanceOf(Replies.Reused.class);
        assertThat(replies.find(CALLER, otherPath)).isInstanceOf(Replies.Reused.class);
    }

    @Test
    void anotherCallersKey_isAnotherKey() {
        keep(CALLER, event("k3", "POST /surveys", "{}"));

        assertThat(replies.find(caller("a2"), event("k3", "POST /surveys", "{}")))
                .isInstanceOf(Replies.Fresh.class);
    }

    @Test
    void ofTwoAnswersUnderOneKey_oneIsKept() {
        keep(CALLER, event("k4", "POST /surveys", "{}"));
        var second =
                new Transaction()
                        .putIfAbsent(
                                TABLE,
                                DynamoReplies.item(
                                        new Replies.Reply(new Replies.Key(key("k4"), "r"), 200, ""),
                                        AT));

        assertThat(second.write(SANDBOX.dynamo())).hasSize(1);
        assertThat(replies.find(CALLER, event("k4", "POST /surveys", "{}")))
                .isEqualTo(new Replies.Known(201, "{\"id\":\"s1\"}"));
    }

    @Test
    void anAnswer_isKeptForADay_andNamesNeitherCallerNorKey() {
        keep(CALLER, event("key-to-be-hidden", "POST /surveys", "{\"body\":1}"));

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

    private void keep(Caller caller, APIGatewayV2HTTPEvent event) {
        if (replies.find(caller, event) instanceof Replies.Fresh(var key)) {
            new Transaction()
                    .putIfAbsent(
                            TABLE,
                            DynamoReplies.item(
                                    new Replies.Reply(key.orElseThrow(), 201, "{\"id\":\"s1\"}"),
                                    AT))
                    .write(SANDBOX.dynamo());
        }
    }

    /// The id under which the caller's reply to this key stands: SHA-256 of both.
    private static String key(String header) {
        try {
            byte[] both = (CALLER.subject() + "\n" + header).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller caller(String subject) {
        return new Caller(subject, Set.of(Role.AGENCY), Optional.empty());
    }

    private static APIGatewayV2HTTPEvent event(@Nullable String key, String route, String body) {
        Map<String, String> headers = new HashMap<>();
        if (key != null) {
            headers.put("idempotency-key", key);
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withRawPath("/surveys")
                .withHeaders(headers)
                .withBody(body)
                .build();
    }
}
