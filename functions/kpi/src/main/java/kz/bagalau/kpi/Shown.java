package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.flow.Flow;

/// What documents of every kind show of themselves.
final class Shown {

    private Shown() {}

    static ObjectNode head(Document document) {
        return Json.object()
                .put("id", document.reference().id())
                .put("body", document.body())
                .put("state", document.state())
                .put("version", document.version());
    }

    /// A line of a list: enough to find a case, and nothing of what it says.
    static ObjectNode line(Document document, Flow flow) {
        ObjectNode line = head(document);
        ObjectNode content = document.content();
        line.set("employee", content.path("employee"));
        line.set("name", content.at("/person/name"));
        line.set("period", content.path("period"));
        var turns = line.putArray("turns");
        flow.turns(document.state()).stream()
                .flatMap(step -> step.who().stream())
                .map(Enum::name)
                .distinct()
                .sorted()
                .forEach(turns::add);
        return line;
    }
}
