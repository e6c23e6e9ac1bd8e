package kz.bagalau.worktime.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.Signatures;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WithoutTerms;

/// Acts on somebody at the workplace outside working time (121 ¶14).
///
/// The content of a document: `authority`, `body`, `visit`, `employee` or `person`, `name`,
/// `workplace`, `observedAt`, `reason`, `overtimeAct`, `evidence`, `schedule`, `outsideMinutes`,
/// `officials` (who sign), `sha256` (of the printed act); later `signatures`, `acquaintance`,
/// `withdrawn`.
record ActCase() implements Kind {

    @Override
    public Flow flow() {
        return Flows.PRESENCE_ACT.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document act) {
        return isOfficial(caller, act) ? EnumSet.of(Actor.OFFICIAL) : EnumSet.noneOf(Actor.class);
    }

    private static boolean isOfficial(Caller caller, Document act) {
        return Parts.isOwn(caller, act) && officials(act.content()).contains(caller.subject());
    }

    static Set<String> officials(ObjectNode content) {
        return content.path("officials")
                .valueStream()
                .map(one -> one.path("sub").asText())
                .collect(Collectors.toSet());
    }

    static Signatures signatures(ObjectNode content) {
        return new Signatures(
                officials(content),
                content.path("signatures")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.path("by").asText(),
                                        one -> one.path("sha256").asText())));
    }

    @Override
    public Turn turn(Document act) {
        return new WithoutTerms(_ -> Optional.of(Parts.authority(act).party()));
    }

    @Override
    public ObjectNode shown(Caller caller, Document act) {
        ObjectNode content = act.content();
        ObjectNode shown = Parts.head(act);
        for (String field :
                List.of(
                        "visit",
                        "employee",
                        "person",
                        "name",
                        "workplace",
                        "reason",
                        "overtimeAct",
                        "evidence",
                        "schedule",
                        "outsideMinutes",
                        "when",
                        "officials",
                        "sha256")) {
            if (content.has(field)) {
                shown.set(field, content.get(field));
            }
        }
        Parts.timed(content, shown, "observedAt");
        var signatures = shown.putArray("signatures");
        content.path("signatures")
                .valueStream()
                .forEach(one -> {
                    ObjectNode json = one.deepCopy();
                    Parts.timed((ObjectNode) one, json, "at");
                    signatures.add(json);
                });
        if (content.has("acquaintance")) {
            ObjectNode given = content.withObject("/acquaintance");
            ObjectNode json = given.deepCopy();
            Parts.timed(given, json, "at");
            shown.set("acquaintance", json);
        }
        if (content.has("withdrawn")) {
            shown.put("withdrawn", content.at("/withdrawn/reason").asText());
        }
        return shown;
    }
}
