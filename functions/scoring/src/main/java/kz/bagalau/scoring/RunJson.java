package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.BodyResult.CriterionPoints;
import kz.bagalau.scoring.run.BodyResult.DirectionPoints;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Ranking;
import kz.bagalau.scoring.run.Run;

/// Runs and rankings as they are returned. There is no digest of any input in them.
final class RunJson {

    private RunJson() {}

    static ObjectNode head(Run run) {
        ObjectNode json =
                Json.object()
                        .put("id", run.id())
                        .put("year", run.year())
                        .put("kind", run.kind().name())
                        .put("state", run.state().name())
                        .put("at", Times.shown(run.at()))
                        .put("bodies", run.progress().bodies())
                        .put("scored", run.progress().scored())
                        .put("failed", run.progress().failed());
        run.supersededBy().ifPresent(other -> json.put("supersededBy", other));
        return json;
    }

    static ObjectNode whole(Run run) {
        ObjectNode json = head(run).put("methodology", run.methodology());
        json.set("settings", run.settings());
        run.release().ifPresent(reason -> json.putObject("release").put("reason", reason));
        return json;
    }

    static ObjectNode body(ListedBody body) {
        ObjectNode json = Json.object().put("id", body.id());
        json.set("name", Json.texts(body.name()));
        return json.put("kind", body.kind().name());
    }

    static ObjectNode failed(BodyResult.Failed failed, Language language) {
        return named(failed.body()).put("reason", reason(failed, language));
    }

    static String reason(BodyResult.Failed failed, Language language) {
        return failed.reason().text().in(language);
    }

    static ObjectNode ranking(Ranking ranking, Language language) {
        ObjectNode json =
                Json.object()
                        .put("direction", ranking.direction())
                        .put("kind", ranking.kind().name());
        ArrayNode ranked = json.putArray("ranked");
        for (Ranking.Ranked place : ranking.ranked()) {
            ObjectNode entry = ranked.addObject().put("rank", place.rank());
            entry.setAll(named(place.body()));
            entry.put("points", Decimals.plain(place.score().points()))
                    .put("maximum", Decimals.plain(place.score().maximum()))
                    .set("criteria", criteria(place.score()));
        }
        ArrayNode incomplete = json.putArray("incomplete");
        for (Ranking.Placed placed : ranking.incomplete()) {
            ObjectNode entry = incomplete.addObject();
            entry.setAll(named(placed.body()));
            ArrayNode missing = entry.putArray("missing");
            placed.score().missing().forEach(missing::add);
            entry.put("points", Decimals.plain(placed.score().points()));
        }
        ArrayNode failed = json.putArray("failed");
        ranking.failed().forEach(one -> failed.add(failed(one, language)));
        return json;
    }

    private static ArrayNode criteria(DirectionPoints score) {
        ArrayNode criteria = Json.object().putArray("criteria");
        for (CriterionPoints criterion : score.criteria()) {
            criteria.addObject()
                    .put("id", criterion.id())
                    .put("points", Decimals.plain(criterion.points()))
                    .put("maximum", Decimals.plain(criterion.maximum()));
        }
        return criteria;
    }

    private static ObjectNode named(ListedBody body) {
        ObjectNode json = Json.object().put("body", body.id());
        json.set("name", Json.texts(body.name()));
        return json;
    }
}
