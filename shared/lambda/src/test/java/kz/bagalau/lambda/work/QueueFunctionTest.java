package kz.bagalau.lambda.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A batch of messages as Lambda hands it over and reads the answer.
class QueueFunctionTest {

    private final List<QueueMessage> seen = new ArrayList<>();

    private final QueueFunction function =
            new QueueFunction() {
                @Override
                protected boolean work(QueueMessage message) {
                    seen.add(message);
                    if (message.body().equals("fails")) {
                        throw new IllegalStateException();
                    }
                    return !message.body().equals("left");
                }
            };

    @Test
    void whatFailsOrIsLeft_comesAgain_andNothingElse() throws IOException {
        var event = Json.object();
        var records = event.putArray("Records");
        Stream.of("done", "left", "fails", "last")
                .forEach(body ->
                        records.addObject()
                                .put("messageId", "id of " + body)
                                .put("receiptHandle", "a handle")
                                .put("body", body)
                                .put("eventSource", "aws:sqs"));

        JsonNode answer = answer(Json.write(event));

        assertThat(seen)
                .extracting(QueueMessage::body)
                .containsExactly("done", "left", "fails", "last");
        assertThat(answer.toString())
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"id of left\"},"
                                + "{\"itemIdentifier\":\"id of fails\"}]}");
    }

    /// A message may have 1 MB, all of it in one text.
    @Test
    void aLongMessageIsRead() throws IOException {
        String body = "ә".repeat(500_000);
        var event = Json.object();
        event.putArray("Records").addObject().put("messageId", "long").put("body", body);

        assertThat(answer(Json.write(event)).path("batchItemFailures")).isEmpty();
        assertThat(seen).containsExactly(new QueueMessage("long", body));
    }

    /// What is not understood fails as a whole before any work: Lambda delivers all of it again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "{\"Records\":null}",
                "{\"Records\":{}}",
                "{\"Records\":[{\"messageId\":\"a\",\"body\":\"b\"},{\"body\":\"no id\"}]}",
                "{\"Records\":[{\"messageId\":\"a\",\"body\":\"b\"},{\"messageId\":\"no body\"}]}",
                "{\"Records\":[{\"messageId\":\"a\",\"body\":\"b\"},{\"messageId\":1,\"body\":\"\"}]}"
            })
    void anEventThatIsNone_isNotDone(String event) {
        assertThatThrownBy(() -> answer(event)).isInstanceOf(IllegalStateException.class);
        assertThat(seen).isEmpty();
    }

    @SuppressWarnings("NullAway") // no function asks anything of its context
    private JsonNode answer(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.read(out.toString(StandardCharsets.UTF_8));
    }
}
