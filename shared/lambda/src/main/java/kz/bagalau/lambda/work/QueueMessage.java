package kz.bagalau.lambda.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A message of a queue, as far as functions look at it.
///
/// @param id by which Lambda knows the message
public record QueueMessage(String id, String body) {

    /// The messages of an event of SQS, in order. Throws [IllegalStateException] for any other
    /// event: none of it may count as done with.
    static List<QueueMessage> all(JsonNode event) {
        List<QueueMessage> messages = new ArrayList<>();
        JsonNode records = event.path("Records");
        if (!records.isArray()) {
            throw new IllegalStateException("an event without messages");
        }
        for (JsonNode record : records) {
            messages.add(new QueueMessage(text(record, "messageId"), text(record, "body")));
        }
        return messages;
    }

    private static String text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (!value.isTextual()) {
            throw new IllegalStateException("a message without " + field);
        }
        return value.textValue();
    }
}
