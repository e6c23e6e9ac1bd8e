package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import kz.bagalau.lambda.Batch;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;

/// What a message of a run's queues asks for.
///
/// @param id the message's own
/// @param run empty where the message is none of ours
/// @param body empty in the queue of runs to finish
record RunMessage(String id, String run, String body) {

    private static RunMessage of(SQSEvent.SQSMessage message) {
        String id = message.getMessageId();
        try {
            JsonNode json = Json.parse(message.getBody());
            return new RunMessage(id, json.path("run").asText(), json.path("body").asText());
        } catch (JsonProcessingException e) {
            return new RunMessage(id, "", "");
        }
    }

    /// Does `work` for each message by itself; it returns whether the message is done with. The
    /// others are delivered again.
    static SQSBatchResponse each(String function, SQSEvent event, Predicate<RunMessage> work) {
        return Batch.messages(function, event, message -> work.test(of(message)));
    }

    /// Notes by its id a message of no run, or of none of its bodies: nobody waits for it, and it
    /// would only come again.
    ///
    /// @return that it is done with
    boolean putAside() {
        Log.event("message_of_no_run", Map.of("message", id));
        return true;
    }
}
