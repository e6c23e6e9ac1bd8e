package kz.bagalau.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.work.QueueMessage;

/// What a message of a run's queues asks for.
///
/// @param id the message's own
/// @param run empty where the message is none of ours
/// @param body empty in the queue of runs to finish
record RunMessage(String id, String run, String body) {

    static RunMessage of(QueueMessage message) {
        try {
            JsonNode json = Json.parse(message.body());
            return new RunMessage(
                    message.id(), json.path("run").asText(), json.path("body").asText());
        } catch (JsonProcessingException e) {
            return new RunMessage(message.id(), "", "");
        }
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
