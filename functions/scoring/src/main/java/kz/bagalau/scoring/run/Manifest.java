package kz.bagalau.scoring.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Decimals;

/// What a run was made of and what it made: methodology and settings, the digest of every body's
/// input, of everything written about it, of the rankings, and of the code that made each. There is
/// no time, no host and no run's id in it, so that the same inputs give the same bytes, whoever
/// runs it and wherever. The Agency's only, for the digests of inputs.
public final class Manifest {

    private Manifest() {}

    /// @param results of every body, in any order
    /// @param code digest of each module's classes by which the rankings were made
    public static byte[] of(
            Run run,
            List<BodyResult> results,
            List<Ranking> rankings,
            SortedMap<String, String> code) {
        ObjectNode manifest =
                Json.object()
                        .put("version", 2)
                        .put("year", run.year())
                        .put("kind", run.kind().name())
                        .put("methodology", run.methodology());
        manifest.set("settings", run.settings());
        manifest.set("code", code(results, code));
        ObjectNode bodies = manifest.putObject("bodies");
        results.forEach(result -> write(bodies.putObject(result.body().id()), result));
        manifest.put("rankings", Canonical.digest(rankings(rankings)));
        return Canonical.json(manifest).getBytes(StandardCharsets.UTF_8);
    }

    /// Each code with the bodies that it scored, in an order of its own. There are several where
    /// the code was deployed anew while the run was under way.
    private static ArrayNode code(List<BodyResult> results, SortedMap<String, String> ofRankings) {
        SortedMap<String, SortedSet<String>> bodies = new TreeMap<>();
        bodies.put(modules(ofRankings), new TreeSet<>());
        for (BodyResult result : results) {
            if (result instanceof BodyResult.Scored scored) {
                bodies.computeIfAbsent(modules(scored.code()), _ -> new TreeSet<>())
                        .add(scored.body().id());
            }
        }
        ArrayNode list = Json.object().putArray("code");
        bodies.forEach((modules, ids) -> {
            ObjectNode entry = list.addObject();
            entry.set("modules", Json.read(modules));
            ids.forEach(entry.putArray("bodies")::add);
            entry.put("rankings", modules.equals(modules(ofRankings)));
        });
        return list;
    }

    private static String modules(SortedMap<String, String> code) {
        return Json.write(code);
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
