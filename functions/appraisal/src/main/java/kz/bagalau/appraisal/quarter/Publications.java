package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;

/// Results that are published at once: each case is its own event, and one that is refused keeps no
/// other from its turn.
public final class Publications {

    private static final int ATTEMPTS = 20;

    private final Desk desk;

    public Publications(Desk once) {
        this.desk = once;
    }

    /// `{"appraisals": {"<id>": {"status", "state", "version"} | {"status", "code", …}}}`.
    public Response publish(Caller caller, Map<String, Asked> asked) {
        ObjectNode answer = Json.object();
        ObjectNode byId = answer.putObject("appraisals");
        asked.forEach((id, publish) -> byId.set(id, one(caller, id, publish)));
        return Response.ok(answer);
    }

    private ObjectNode one(Caller caller, String id, Asked publish) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Response response = event(caller, id, publish);
            if (!(response instanceof Response.Retry)) {
                return shown(response);
            }
        }
        return shown(Problem.of(HttpProblem.UNAVAILABLE));
    }

    private Response event(Caller caller, String id, Asked publish) {
        Optional<Held> held =
                desk.find(Desk.APPRAISAL, id)
                        .map(found -> new Held(desk, found, Opening.of(desk, found.body())))
                        .filter(found -> found.view(caller).some());
        return held.map(found ->
                        found.happen(caller, publish, _ -> published(found, caller.subject())))
                .orElseGet(Response::notFound);
    }

    static Decision published(Held held, String by) {
        AppraisalContent content = Publishing.published(held.content(), held.opening(), by);
        Document appraisal = held.appraisal();
        return Decision.next(appraisal, "PUBLISHED", content.json());
    }

    private static ObjectNode shown(Response response) {
        ObjectNode shown = Json.object();
        switch (response) {
            case Response.Document(var status, var body) -> {
                ObjectNode document = (ObjectNode) body;
                shown.put("status", status);
                shown.set("state", document.path("state"));
                shown.set("version", document.path("version"));
            }
            case Problem problem -> {
                shown.put("status", problem.code().status());
                shown.put("code", problem.code().name());
                shown.setAll(problem.members());
            }
            case Response.File _, Response.Redirect _, Response.Retry _, Response.Challenge _ ->
                    throw new IllegalStateException("no answer to an event");
        }
        return shown;
    }
}
