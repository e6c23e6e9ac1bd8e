package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;

/// A list of documents: a body's for its personnel service and its authorised person, else those in
/// which the caller has a part.
record Lists(
        String name, Listed asked, Optional<Page<Document>> page, Predicate<Document> visible) {

    static Lists answer(Desk desk, String kind, String name, Caller caller, Listed asked) {
        return new Lists(name, asked, page(desk, kind, caller, asked), _ -> true);
    }

    private static Optional<Page<Document>> page(
            Desk desk, String kind, Caller caller, Listed asked) {
        if (!asked.ofWholeBody(caller)) {
            return desk.cases().of(Party.person(caller.subject()), kind, asked.paging());
        }
        return asked.state().isPresent() && asked.state().get().matches("[A-Z_]{1,40}")
                ? desk.cases().inState(kind, asked.body(), asked.state().get(), asked.paging())
                : desk.cases().ofBody(kind, asked.body(), asked.period(), asked.paging());
    }

    /// Only those that the caller may see.
    Lists of(Predicate<Document> may) {
        return new Lists(name, asked, page, may);
    }

    /// On the first page also sheets that stand in no list of the caller's own.
    Lists with(Set<String> sheets, Meetings meetings) {
        if (asked.cursor().isPresent() || page.isEmpty()) {
            return this;
        }
        Map<String, Document> items = new LinkedHashMap<>();
        page.get().items().forEach(item -> items.put(item.reference().id(), item));
        sheets.stream()
                .filter(id -> !items.containsKey(id))
                .flatMap(id -> meetings.sheet(id).stream())
                .forEach(sheet -> items.put(sheet.reference().id(), sheet));
        Page<Document> all = new Page<>(List.copyOf(items.values()), page.get().next());
        return new Lists(name, asked, Optional.of(all), visible);
    }

    Response lines(Function<Document, ObjectNode> line) {
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray(name);
        page.get().items().stream()
                .filter(this::isAskedFor)
                .filter(visible)
                .forEach(document -> lines.add(line.apply(document)));
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    private boolean isAskedFor(Document document) {
        return asked.state().filter(state -> !state.equals(document.state())).isEmpty()
                && document.period().startsWith(asked.period())
                && (!asked.named() || document.body().equals(asked.body()));
    }
}
