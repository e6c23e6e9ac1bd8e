package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.rules.flow.Flow;

/// What plans and sheets show of themselves in a list.
final class Shown {

    private Shown() {}

    /// A line of a list: enough to find a case, and nothing of what it says.
    static ObjectNode line(Document document, Flow flow) {
        ObjectNode line = Heads.of(document);
        ObjectNode content = document.content();
        line.set("employee", content.path("employee"));
        line.set("name", content.at("/person/name"));
        line.set("period", content.path("period"));
        if (Archive.isEntry(content)) {
            line.set("archive", content.path("archive"));
        }
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
