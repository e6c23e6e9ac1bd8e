package kz.bagalau.cases.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.Language;

/// Whether a document is asked for as it is, or on paper: `<id>.pdf`.
///
/// @param language of the paper; empty where it is not asked for
public record Printed(Optional<Language> language) {

    private static final String SUFFIX = ".pdf";

    /// The id in a path, without the suffix.
    public static String id(String named) {
        return named.endsWith(SUFFIX)
                ? named.substring(0, named.length() - SUFFIX.length())
                : named;
    }

    public static Input.Result<Printed> read(Request request) {
        if (!request.rawPath().endsWith(SUFFIX)) {
            return new Input.Accepted<>(new Printed(Optional.empty()));
        }
        return language(request)
                .<Input.Result<Printed>>map(
                        found -> new Input.Accepted<>(new Printed(Optional.of(found))))
                .orElseGet(() ->
                        new Input.Rejected<>(
                                Problem.invalid(
                                        List.of(
                                                new Problem.Error(
                                                        "lang",
                                                        FieldProblem.NOT_ALLOWED,
                                                        request.query("lang").orElse(""))))));
    }

    /// The language of a file: the parameter `lang`, else the caller's; empty for one that is none
    /// of ours.
    public static Optional<Language> language(Request request) {
        Optional<String> asked = request.query("lang");
        return asked.isEmpty()
                ? Optional.of(request.language())
                : Arrays.stream(Language.values())
                        .filter(each -> each.code().equals(asked.get()))
                        .findFirst();
    }

    public static Response pdf(String name, byte[] content) {
        return new Response.File("application/pdf", name + SUFFIX, content);
    }
}
