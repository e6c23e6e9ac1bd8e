package kz.bagalau.worktime.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.flow.Flow;

/// Which list is asked for: that of a body, else that of the caller's authority; the Agency's is
/// that of all authorities.
///
/// @param year four digits; empty for all
public record Listed(
        Optional<String> body, Optional<String> state, String year, Optional<String> cursor) {

    private static final int LIMIT = 50;

    public static Function<Request, Input.Result<Listed>> of(Flow flow) {
        return request -> read(request, flow);
    }

    private static Input.Result<Listed> read(Request request, Flow flow) {
        Optional<String> body = request.query("body");
        Optional<String> state = request.query("state");
        Optional<String> year = request.query("year");
        if (body.filter(Predicate.not(Input::isId)).isPresent()) {
            return wrong("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        if (state.filter(name -> !flow.states().contains(name)).isPresent()) {
            return wrong("state", FieldProblem.NOT_ALLOWED, state.get());
        }
        if (year.filter(text -> !text.matches("\\d{4}")).isPresent()) {
            return wrong("year", FieldProblem.BAD_FORMAT, "2026");
        }
        return new Input.Accepted<>(
                new Listed(body, state, year.orElse(""), request.query("cursor")));
    }

    private static Input.Result<Listed> wrong(String field, FieldProblem code, String argument) {
        return new Input.Rejected<>(
                Problem.invalid(List.of(new Problem.Error(field, code, argument))));
    }

    /// The list of a body that is another authority's does not exist for this caller.
    public Response answer(
            Desk desk,
            Caller caller,
            String kind,
            String name,
            Function<Document, ObjectNode> line) {
        boolean another =
                body.filter(id ->
                                desk.bodies()
                                        .find(id)
                                        .filter(b -> desk.covers(caller, b))
                                        .isEmpty())
                        .isPresent();
        Optional<Authority> authority = Authority.of(caller);
        if (authority.isEmpty()) {
            return caller.refusal();
        }
        if (another) {
            return Response.notFound();
        }
        Party party =
                body.map(Parts::monitored)
                        .orElseGet(() ->
                                authority.get().isAgency() ? Desk.EVERY : authority.get().party());
        return lines(desk, party, kind, name, line);
    }

    /// The list of somebody, in which only what is asked for stands.
    public Response lines(
            Desk desk, Party party, String kind, String name, Function<Document, ObjectNode> line) {
        return lines(page(desk, kind, party, _ -> _ -> true), name, line);
    }

    /// One page of what somebody has a part in and is asked for.
    ///
    /// @param visible what the caller may see of some of it
    public Optional<Page<Document>> page(
            Desk desk, String kind, Party party, Cases.Wanted visible) {
        return desk.cases().wanted(party, kind, year, paging(), visible.and(this::isAskedFor));
    }

    /// A page of the documents that are asked for.
    public static Response lines(
            Optional<Page<Document>> page, String name, Function<Document, ObjectNode> line) {
        if (page.isEmpty()) {
            return Problem.invalid(
                    List.of(new Problem.Error("cursor", FieldProblem.BAD_FORMAT, "next")));
        }
        var answer = Json.object();
        var lines = answer.putArray(name);
        page.get().items().forEach(document -> lines.add(line.apply(document)));
        page.get().next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }

    public Paging paging() {
        return new Paging(LIMIT, cursor);
    }

    public boolean isAskedFor(Document document) {
        return state.map(document.state()::equals).orElse(true);
    }
}
