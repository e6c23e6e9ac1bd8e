package kz.bagalau.reports.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;

/// A message about files that have come, in the JSON of S3 ("event message structure").
public sealed interface ArrivalMessage {

    /// Files that have come.
    record Came(List<Arrival> files) implements ArrivalMessage {}

    /// What S3 sends once to try a new queue.
    record Test() implements ArrivalMessage {}

    /// Not of S3, or cut off.
    record Foreign() implements ArrivalMessage {}

    /// @param key in the bucket
    /// @param at when the store says that it had the file, in real time
    record Arrival(String key, Instant at) {}

    static ArrivalMessage read(String message) {
        try {
            JsonNode json = Json.parse(message);
            if (json.path("Event").asText().equals("s3:TestEvent")) {
                return new Test();
            }
            List<Arrival> files = new ArrayList<>();
            for (JsonNode record : json.path("Records")) {
                Optional<Arrival> file = file(record);
                if (file.isEmpty()) {
                    return new Foreign();
                }
                files.add(file.get());
            }
            return files.isEmpty() ? new Foreign() : new Came(files);
        } catch (JsonProcessingException e) {
            return new Foreign();
        }
    }

    private static Optional<Arrival> file(JsonNode record) {
        JsonNode key = record.at("/s3/object/key");
        if (!key.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Arrival(
                            URLDecoder.decode(key.asText(), StandardCharsets.UTF_8),
                            Instant.parse(record.path("eventTime").asText())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The message of S3 about one file, with as much of it as is read here.
    static String of(Arrival file) {
        var message = Json.object();
        var record = message.putArray("Records").addObject();
        record.put("eventTime", file.at().toString());
        record.putObject("s3")
                .putObject("object")
                .put(
                        "key",
                        URLEncoder.encode(file.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        return Json.write(message);
    }
}
