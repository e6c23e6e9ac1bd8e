package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;

/// A list of documents: a body's for its personnel service and its authorised person, else those in
/// which the caller has a part.
public record Lists(
        String name, Listed asked, Optional<Page<Document>> page, Predicate<Document> visible) {

    public static Lists answer(Cases cases, String kind, String name, Caller caller, Listed asked) {
        return new Lists(name, asked, page(cases, kind, caller, asked), _ -> true);
    }

    private static Optional<Page<Document>> page(
            Cases cases, String kind, Caller caller, Listed asked) {
        if (!asked.ofWholeBody(caller)) {
            return cases.of(Party.person(caller.subject()), kind, asked.paging());
        }
        return asked.state().isPresent() && asked.state().get().matches("[A-Z_]{1,40}")
                ? cases.inState(kind, asked.body(), asked.state().get(), asked.paging())
                : cases.ofBody(kind, asked.body(), asked.period(), asked.paging());
    }

    /// Only those that the caller may see.
    public Lists of(Predicate<Document> may) {
        return new Lists(name, asked, page, may);
    }

    /// On the first page also documents that stand in no list of the caller's own.
    public Lists with(Collection<Document> more) {
        if (asked.cursor().isPresent() || page.isEmpty()) {
            return this;
        }
        Map<String, Document> items = new LinkedHashMap<>();
        page.get().items().forEach(item -> items.put(item.reference().id(), item));
        more.forEach(item -> items.putIfAbsent(item.reference().id(), item));
        Page<Document> all = new Page<>(List.copyOf(items.values()), page.get().next());
        return new Lists(name, asked, Optional.of(all), visible);
    }

    public Response lines(Function<Document, ObjectNode> line) {
        return lines(line, Json.object());
    }

    /// @param besides fields that the answer has beside the list
    public Response lines(Function<Document, ObjectNode> line, ObjectNode besides) {
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray(name);
        page.get().items().stream()
                .filter(this::isAskedFor)
                .filter(visible)
                .forEach(document -> lines.add(line.apply(document)));
        answer.setAll(besides);
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    private boolean isAskedFor(Document document) {
        return asked.state().filter(state -> !state.equals(document.state())).isEmpty()
                && document.period().startsWith(asked.period())
                && (!asked.named() || document.body().equals(asked.body()));
    }
}
