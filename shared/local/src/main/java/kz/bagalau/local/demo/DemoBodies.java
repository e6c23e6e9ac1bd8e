package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.start.Progress;

/// Further bodies beside those of the example, as many as somebody wants to see the platform with.
/// They have a number for a name, and all their facts are entered by the analysts.
final class DemoBodies {

    private static final int AT_ONCE = 8;

    /// So many are made before it is noted.
    private static final int BLOCK = 100;

    private static final String MADE = "further";

    private final Client client;
    private final Progress progress;
    private final JsonNode names;
    private final DemoAssessment assessment;

    /// @param names of a body by its kind and language, with a place for its number
    DemoBodies(Client client, Progress progress, JsonNode names, DemoAssessment assessment) {
        this.client = client;
        this.progress = progress;
        this.names = names;
        this.assessment = assessment;
    }

    /// Makes those of `wanted` that are not there yet.
    ///
    /// @param state what is noted between two starts: how many there are
    /// @param note keeps it
    void make(int wanted, ObjectNode state, Consumer<ObjectNode> note) {
        int made = state.path(MADE).asInt();
        while (made < wanted) {
            List<Integer> block = new ArrayList<>();
            for (int number = made + 1; number <= Math.min(made + BLOCK, wanted); number++) {
                block.add(number);
            }
            AtOnce.each(block, AT_ONCE, this::make);
            made += block.size();
            note.accept(state.put(MADE, made));
            progress.say("example data: %d of %d further bodies".formatted(made, wanted));
        }
    }

    private void make(int number) {
        String kind = number % 4 == 0 ? "ZHAO" : "OMO";
        ObjectNode body =
                Json.object()
                        .put("kind", kind)
                        .put("category", kind.equals("OMO") ? "CENTRAL" : "LOCAL_EXEC")
                        .put("headcount", 60 + number * 37 % 400);
        ObjectNode name = body.putObject("name");
        names.path(kind)
                .properties()
                .forEach(text ->
                        name.put(text.getKey(), text.getValue().asText().formatted(number)));
        String id = "example-%04d".formatted(number);
        client.send(Demo.AGENCY, "PUT", "/bodies/" + id, body).expect(200, 201);
        assessment.enter(body.put("id", id));
    }
}
