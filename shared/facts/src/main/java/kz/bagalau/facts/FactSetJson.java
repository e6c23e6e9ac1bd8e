package kz.bagalau.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.Decimals;

/// Facts as they are returned: what stands, where it comes from, and what other origins say. The
/// set must already be the one that the reader may see ([FactSet#shownTo]).
public final class FactSetJson {

    private FactSetJson() {}

    public static ObjectNode write(FactSet set) {
        ObjectNode written = Json.object().put("body", set.body()).put("year", set.year());
        written.set("facts", facts(set.facts()));
        written.set("manual", manual(set.manual()));
        return written;
    }

    public static ObjectNode facts(Map<String, StandingFact> facts) {
        ObjectNode written = Json.object();
        facts.forEach((name, fact) -> {
            ObjectNode entry = claim(name, fact.claim(), written.putObject(name));
            entry.put("version", fact.version());
            if (fact.disputed()) {
                entry.put("disputed", true);
            }
            if (!fact.others().isEmpty()) {
                ArrayNode others = entry.putArray("others");
                fact.others().forEach(other -> claim(name, other, others.addObject()));
            }
        });
        return written;
    }

    public static ObjectNode manual(Map<String, StandingPoints> manual) {
        ObjectNode written = Json.object();
        manual.forEach((id, standing) -> {
            ObjectNode entry =
                    written.putObject(id)
                            .put("points", Decimals.plain(standing.points().points()))
                            .put("basis", standing.points().basis())
                            .put("document", standing.points().document());
            entry.putObject("source")
                    .put("kind", "analyst")
                    .put("by", standing.stamp().by())
                    .put("at", Times.shown(standing.stamp().at()));
            entry.put("version", standing.version());
        });
        return written;
    }

    private static ObjectNode claim(String name, Claim claim, ObjectNode entry) {
        entry.set("value", FactJson.write(name, claim.value()));
        entry.put("origin", claim.origin());
        entry.set("source", claim.source());
        claim.stamp()
                .ifPresent(stamp -> entry.put("by", stamp.by()).put("at", Times.shown(stamp.at())));
        return entry;
    }

    public static void past(PastClaim past, ObjectNode entry) {
        past.value()
                .ifPresentOrElse(
                        value -> entry.set("value", value), () -> entry.put("withdrawn", true));
        entry.put("origin", past.origin());
        entry.set("source", past.source());
        past.stamp()
                .ifPresent(stamp -> entry.put("by", stamp.by()).put("at", Times.shown(stamp.at())));
        if (past.source().hasNonNull("basis")) {
            entry.set("basis", past.source().path("basis"));
        }
    }
}
