package kz.bagalau.lambda;

import java.net.URI;

/// What a route answers. Language, headers, compression and problem documents are added where it is
/// rendered, in [Rendering].
public sealed interface Response
        permits Response.Document,
                Response.File,
                Response.Redirect,
                Response.Retry,
                Response.Challenge,
                Problem {

    /// JSON that no cache keeps.
    ///
    /// @param body a JSON node, or what Jackson makes one of
    record Document(int status, Object body) implements Response {}

    /// A file to be kept.
    ///
    /// @param name of Latin letters, digits, hyphens and dots
    record File(String type, String name, byte[] content) implements Response {}

    /// 303 to where the answer lies, for what is too long for API Gateway.
    record Redirect(URI address) implements Response {}

    /// Somebody was quicker: what stands there is no longer what was looked at, or the same request
    /// was carried out meanwhile. The route is gone through again from the start.
    record Retry() implements Response {}

    /// 401 that names how to log in where no token is asked for (RFC 9110, 11.6.1).
    ///
    /// @param scheme such as `Basic realm="…"`
    record Challenge(String scheme, Problem problem) implements Response {}

    static Response ok(Object body) {
        return new Document(200, body);
    }

    static Response created(Object body) {
        return new Document(201, body);
    }

    static Response accepted(Object body) {
        return new Document(202, body);
    }

    /// 404: it does not exist for this caller.
    static Response notFound() {
        return Problem.of(HttpProblem.NOT_FOUND);
    }
}
