package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;

/// The appeals that somebody may see: those addressed to the Agency or its territorial unit, a
/// body's for its personnel service and authorised person, one's own.
record AppealList(Desk desk, Caller caller, Listed asked) {

    Response answer() {
        Optional<Page<Document>> page = desk.cases().of(list(), Desk.SHEET, asked.paging());
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray("appeals");
        page.get().items().forEach(sheet -> addAll(lines, sheet));
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    private Party list() {
        if (caller.has(Role.AGENCY)) {
            return Party.authority(Parts.AGENCY);
        }
        if (caller.has(Role.TERRITORIAL) && caller.territory().isPresent()) {
            return Party.authority(caller.territory().get());
        }
        return asked.ofWholeBody(caller)
                ? Appeals.ofBody(asked.body())
                : Party.person(caller.subject());
    }

    private void addAll(ArrayNode lines, Document sheet) {
        if (asked.named() && !sheet.body().equals(asked.body())) {
            return;
        }
        for (JsonNode appeal : sheet.content().path("appeals")) {
            boolean wanted =
                    appeal.path("filedOn").asText().startsWith(asked.period())
                            && asked.state()
                                    .filter(state -> !state.equals(appeal.path("state").asText()))
                                    .isEmpty();
            if (wanted
                    && Appeals.visible(caller, sheet, desk.mandate(sheet), (ObjectNode) appeal)) {
                ObjectNode line = Appeals.shown(sheet, appeal);
                line.remove("text");
                lines.add(line);
            }
        }
    }
}
