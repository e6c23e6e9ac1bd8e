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
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;

/// A list of documents: a body's for its personnel service and its authorised person, else those in
/// which the caller has a part. A page is filled with those that are asked for and that the caller
/// may see.
///
/// @param more documents that stand in no list of the caller's own, on the first page
public record Lists(
        String name,
        Listed asked,
        Source source,
        Predicate<Document> visible,
        Collection<Document> more) {

    /// Where the documents are listed.
    @FunctionalInterface
    public interface Source {

        /// Empty where the cursor is none of this list.
        Optional<Page<Document>> page(Paging paging, Predicate<Document> wanted);
    }

    public Lists(String name, Listed asked, Source source, Predicate<Document> visible) {
        this(name, asked, source, visible, List.of());
    }

    public static Lists answer(Cases cases, String kind, String name, Caller caller, Listed asked) {
        return new Lists(name, asked, source(cases, kind, caller, asked), _ -> true);
    }

    private static Source source(Cases cases, String kind, Caller caller, Listed asked) {
        return asked.ofWholeBody(caller)
                ? ofBody(cases, kind, asked)
                : (paging, wanted) ->
                        cases.of(
                                Party.person(caller.subject()),
                                kind,
                                asked.period(),
                                paging,
                                wanted);
    }

    /// The asked body's.
    public static Source ofBody(Cases cases, String kind, Listed asked) {
        return asked.state()
                .filter(state -> state.matches("[A-Z_]{1,40}"))
                .<Source>map(state ->
                        (paging, wanted) ->
                                cases.inState(
                                        kind, asked.body(), state, asked.period(), paging, wanted))
                .orElse((paging, wanted) ->
                        cases.ofBody(kind, asked.body(), asked.period(), paging, wanted));
    }

    /// Only those that the caller may see.
    public Lists of(Predicate<Document> may) {
        return new Lists(name, asked, source, may, more);
    }

    /// On the first page also these.
    public Lists with(Collection<Document> besides) {
        return new Lists(name, asked, source, visible, besides);
    }

    public Response lines(Function<Document, ObjectNode> line) {
        return lines(line, Json.object());
    }

    /// @param besides fields that the answer has beside the list
    public Response lines(Function<Document, ObjectNode> line, ObjectNode besides) {
        Optional<Page<Document>> page = source.page(asked.paging(), this::isWanted);
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray(name);
        withMore(page.get().items()).forEach(document -> lines.add(line.apply(document)));
        answer.setAll(besides);
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    private Collection<Document> withMore(List<Document> items) {
        if (asked.cursor().isPresent() || more.isEmpty()) {
            return items;
        }
        Map<String, Document> all = new LinkedHashMap<>();
        items.forEach(item -> all.put(item.reference().id(), item));
        more.stream()
                .filter(this::isWanted)
                .forEach(item -> all.putIfAbsent(item.reference().id(), item));
        return all.values();
    }

    private boolean isWanted(Document document) {
        return isAskedFor(document) && visible.test(document);
    }

    private boolean isAskedFor(Document document) {
        return asked.state().filter(state -> !state.equals(document.state())).isEmpty()
                && document.period().startsWith(asked.period())
                && (!asked.named() || document.body().equals(asked.body()));
    }
}
