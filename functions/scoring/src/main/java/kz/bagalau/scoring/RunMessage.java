package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;

/// What a message of a run's queues asks for.
///
/// @param body empty in the queue of runs to finish
record RunMessage(String run, String body) {

    private static RunMessage of(SQSEvent.SQSMessage message) {
        JsonNode json = Json.read(message.getBody());
        return new RunMessage(json.path("run").asText(), json.path("body").asText());
    }

    /// Does `work` for each message by itself. Those that fail are delivered again, the others are
    /// not.
    static SQSBatchResponse each(String function, SQSEvent event, Consumer<RunMessage> work) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                work.accept(of(message));
            } catch (RuntimeException e) {
                Log.failure(function, e);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
