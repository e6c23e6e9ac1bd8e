package kz.bagalau.workmode.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.flow.Flows;

/// Which applications are asked for: those of a body, perhaps in one state, or one's own.
public record ListForm(Optional<String> body, Optional<String> state, Optional<String> cursor) {

    private static final int PAGE = 50;

    public static Input.Result<ListForm> read(Request request) {
        Optional<String> state = request.query("state");
        if (state.filter(name -> !Flows.FLEXIBLE_APPLICATION.flow().states().contains(name))
                .isPresent()) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "state", FieldProblem.NOT_ALLOWED, state.get()))));
        }
        return new Input.Accepted<>(
                new ListForm(request.query("body"), state, request.query("cursor")));
    }

    /// Empty where the cursor is of no such list.
    ///
    /// @param sees whether the caller may see it
    public Optional<Page<Document>> page(Cases cases, Caller caller, Predicate<Document> sees) {
        var paging = new Paging(PAGE, cursor);
        if (body.isEmpty()) {
            Predicate<Document> wanted =
                    document ->
                            state.map(document.state()::equals).orElse(true) && sees.test(document);
            return cases.of(Party.person(caller.subject()), Applications.KIND, "", paging, wanted);
        }
        return state.map(name ->
                        cases.inState(Applications.KIND, body.get(), name, "", paging, sees))
                .orElseGet(() -> cases.ofBody(Applications.KIND, body.get(), "", paging, sees));
    }
}
