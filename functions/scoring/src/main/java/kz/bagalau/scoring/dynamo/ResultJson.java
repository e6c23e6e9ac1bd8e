package kz.bagalau.scoring.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.BodyResult.CriterionPoints;
import kz.bagalau.scoring.run.BodyResult.DirectionPoints;
import kz.bagalau.scoring.run.ListedBody;

/// Listed bodies and what became of them, as they are stored.
final class ResultJson {

    private ResultJson() {}

    static String list(List<ListedBody> bodies) {
        ArrayNode list = Json.object().putArray("list");
        bodies.forEach(body -> list.add(body(body)));
        return Json.write(list);
    }

    static List<ListedBody> listed(String list) {
        return Json.read(list).valueStream().map(ResultJson::body).toList();
    }

    static ObjectNode write(BodyResult result) {
        ObjectNode json = Json.object();
        json.set("body", body(result.body()));
        switch (result) {
            case BodyResult.Failed failed -> json.put("failed", failed.reason().name());
            case BodyResult.Scored scored -> {
                ObjectNode code = json.putObject("code");
                scored.code().forEach(code::put);
                json.put("input", scored.input());
                ObjectNode outputs = json.putObject("outputs");
                scored.outputs().forEach(outputs::put);
                json.put("provisional", scored.provisional());
                ArrayNode directions = json.putArray("directions");
                scored.directions().forEach(points -> directions.add(write(points)));
            }
        }
        return json;
    }

    static BodyResult result(ObjectNode json) {
        ListedBody body = body(json.path("body"));
        if (json.has("failed")) {
            return new BodyResult.Failed(
                    body, BodyResult.Failure.valueOf(json.path("failed").asText()));
        }
        return new BodyResult.Scored(
                body,
                digests(json.path("code")),
                json.path("input").asText(),
                digests(json.path("outputs")),
                json.path("provisional").asBoolean(),
                json.path("directions").valueStream().map(ResultJson::points).toList());
    }

    private static SortedMap<String, String> digests(JsonNode json) {
        SortedMap<String, String> digests = new TreeMap<>();
        json.properties().forEach(one -> digests.put(one.getKey(), one.getValue().asText()));
        return digests;
    }

    private static ObjectNode write(DirectionPoints points) {
        ObjectNode json =
                Json.object()
                        .put("id", points.id())
                        .put("points", Decimals.plain(points.points()))
                        .put("maximum", Decimals.plain(points.maximum()))
                        .put("complete", points.complete());
        ArrayNode missing = json.putArray("missing");
        points.missing().forEach(missing::add);
        ArrayNode criteria = json.putArray("criteria");
        for (CriterionPoints criterion : points.criteria()) {
            criteria.addObject()
                    .put("id", criterion.id())
                    .put("points", Decimals.plain(criterion.points()))
                    .put("maximum", Decimals.plain(criterion.maximum()));
        }
        return json;
    }

    private static DirectionPoints points(JsonNode json) {
        List<CriterionPoints> criteria = new ArrayList<>();
        for (JsonNode criterion : json.path("criteria")) {
            criteria.add(
                    new CriterionPoints(
                            criterion.path("id").asText(),
                            Decimals.of(criterion.path("points").asText()),
                            Decimals.of(criterion.path("maximum").asText())));
        }
        return new DirectionPoints(
                json.path("id").asText(),
                Decimals.of(json.path("points").asText()),
                Decimals.of(json.path("maximum").asText()),
                json.path("complete").asBoolean(),
                json.path("missing").valueStream().map(JsonNode::asText).toList(),
                criteria);
    }

    private static ObjectNode body(ListedBody body) {
        return Json.object()
                .put("id", body.id())
                .put("kind", body.kind().name())
                .put("kk", body.name().kk())
                .put("ru", body.name().ru())
                .put("en", body.name().en());
    }

    private static ListedBody body(JsonNode json) {
        return new ListedBody(
                json.path("id").asText(),
                BodyKind.valueOf(json.path("kind").asText()),
                new LocalText(
                        json.path("kk").asText(),
                        json.path("ru").asText(),
                        json.path("en").asText()));
    }
}
