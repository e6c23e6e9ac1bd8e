package kz.bagalau.scoring.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Decimals;

/// What a run was made of and what it made: methodology and settings, the digest of every body's
/// input, of everything written about it, of the rankings, and of the code. There is no time, no
/// host and no run's id in it, so that the same inputs give the same bytes, whoever runs it and
/// wherever. The Agency's only, for the digests of inputs.
public final class Manifest {

    private Manifest() {}

    /// @param results of every body, in any order
    /// @param code digest of each module's classes
    public static byte[] of(
            Run run,
            List<BodyResult> results,
            List<Ranking> rankings,
            SortedMap<String, String> code) {
        ObjectNode manifest =
                Json.object()
                        .put("version", 1)
                        .put("year", run.year())
                        .put("kind", run.kind().name())
                        .put("methodology", run.methodology());
        manifest.set("settings", run.settings());
        ObjectNode modules = manifest.putObject("code");
        code.forEach(modules::put);
        ObjectNode bodies = manifest.putObject("bodies");
        results.forEach(result -> write(bodies.putObject(result.body().id()), result));
        manifest.put("rankings", Canonical.digest(rankings(rankings)));
        return Canonical.json(manifest).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ObjectNode entry, BodyResult result) {
        entry.put("kind", result.body().kind().name());
        switch (result) {
            case BodyResult.Scored scored -> {
                entry.put("state", "SCORED").put("input", scored.input());
                ObjectNode outputs = entry.putObject("outputs");
                scored.outputs().forEach(outputs::put);
            }
            case BodyResult.Failed failed ->
                    entry.put("state", "FAILED").put("reason", failed.reason().name());
        }
    }

    private static ArrayNode rankings(List<Ranking> rankings) {
        ArrayNode list = Json.object().putArray("rankings");
        for (Ranking ranking : rankings) {
            ObjectNode entry =
                    list.addObject()
                            .put("direction", ranking.direction())
                            .put("kind", ranking.kind().name());
            ArrayNode ranked = entry.putArray("ranked");
            for (Ranking.Ranked place : ranking.ranked()) {
                ranked.addObject()
                        .put("rank", place.rank())
                        .put("body", place.body().id())
                        .put("points", Decimals.plain(place.score().points()));
            }
            ArrayNode incomplete = entry.putArray("incomplete");
            ranking.incomplete().forEach(place -> incomplete.add(place.body().id()));
            ArrayNode failed = entry.putArray("failed");
            ranking.failed().forEach(one -> failed.add(one.body().id()));
        }
        return list;
    }
}
