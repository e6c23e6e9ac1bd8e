package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;

/// The appeals that somebody may see: those addressed to the Agency or its territorial unit, a
/// body's for its personnel service and authorised person, one's own.
public record AppealList(Desk desk, Caller caller, Listed asked) {

    public Response answer() {
        Optional<Page<Document>> page =
                desk.cases()
                        .of(
                                list(),
                                Desk.SHEET,
                                "",
                                asked.paging(),
                                sheet -> wanted(sheet).findAny().isPresent());
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray("appeals");
        page.get()
                .items()
                .forEach(sheet ->
                        wanted(sheet)
                                .<ObjectNode>map(
                                        appeal -> Appeals.shown(sheet, appeal).without("text"))
                                .forEach(lines::add));
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

    private Stream<ObjectNode> wanted(Document sheet) {
        return asked.named() && !sheet.body().equals(asked.body())
                ? Stream.of()
                : sheet.content()
                        .path("appeals")
                        .valueStream()
                        .map(ObjectNode.class::cast)
                        .filter(this::isAskedFor)
                        .filter(appeal ->
                                Appeals.visible(caller, sheet, desk.mandate(sheet), appeal));
    }

    private boolean isAskedFor(ObjectNode appeal) {
        return appeal.path("filedOn").asText().startsWith(asked.period())
                && asked.state()
                        .filter(state -> !state.equals(appeal.path("state").asText()))
                        .isEmpty();
    }
}
