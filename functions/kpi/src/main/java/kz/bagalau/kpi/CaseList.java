package kz.bagalau.kpi;

import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;

/// Which plans or sheets are asked for.
///
/// @param archive only entries of the past, or only live cases; empty for both
record CaseList(Listed listed, Optional<Boolean> archive) {

    static Input.Result<CaseList> read(Request request) {
        Optional<String> archive = request.query("archive");
        if (archive.filter(text -> !text.matches("true|false")).isPresent()) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "archive", FieldProblem.BAD_FORMAT, "true"))));
        }
        return switch (Listed.ofYear(request)) {
            case Input.Rejected<Listed>(var problem) -> new Input.Rejected<>(problem);
            case Input.Accepted<Listed>(var listed) ->
                    new Input.Accepted<>(new CaseList(listed, archive.map(Boolean::valueOf)));
        };
    }

    String body() {
        return listed.body();
    }

    boolean wants(Document document) {
        return archive.filter(entry -> entry != Archive.isEntry(document)).isEmpty();
    }
}
