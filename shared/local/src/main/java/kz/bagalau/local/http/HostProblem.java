package kz.bagalau.local.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;

/// What the host itself refuses, before or beside the functions. On AWS most of it is answered by
/// the distribution or by API Gateway.
public enum HostProblem implements ProblemCode {
    /// The address has characters or an encoding that no address may have.
    URL_MALFORMED(400),
    /// Anything else of the request that HTTP does not allow.
    REQUEST_MALFORMED(400),
    CLOCK_MALFORMED(400),
    CLOCK_OUT_OF_RANGE(400),
    TOKEN_MALFORMED(400),
    /// A page of another origin asks.
    FOREIGN_PAGE(403),
    URL_TOO_LONG(414),
    /// A form was sent where JSON is read.
    NOT_JSON(415),
    HEADERS_TOO_LARGE(431),
    HOST_FAILED(500),
    /// The data folder cannot be written: its disk is full, or it cannot be written at all.
    DATA_NOT_WRITTEN(507);

    private final int status;

    HostProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /// A problem document (RFC 9457) in the language that the caller accepts.
    ///
    /// @param acceptLanguage the header's value; empty for the default
    public Answer answer(String acceptLanguage, String... arguments) {
        Language language = Language.accepted(acceptLanguage);
        String detail = Messages.text(this, language, List.of(arguments));
        byte[] body =
                Json.write(
                                Json.object()
                                        .put("type", "urn:bagalau:problem:" + name())
                                        .put("title", title(language))
                                        .put("status", status)
                                        .put("detail", detail)
                                        .put("code", name()))
                        .getBytes(StandardCharsets.UTF_8);
        return Answer.of(status, "application/problem+json; charset=utf-8", body)
                .with("Content-Language", language.code())
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    private String title(Language language) {
        return Messages.text(HostTitle.valueOf("TITLE_" + status), language, List.of());
    }

    /// The titles, one a status.
    private enum HostTitle implements ProblemCode {
        TITLE_400,
        TITLE_403,
        TITLE_414,
        TITLE_415,
        TITLE_431,
        TITLE_500,
        TITLE_507;

        @Override
        public int status() {
            return Integer.parseInt(name().substring("TITLE_".length()));
        }
    }
}
