package kz.bagalau.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a request an event as HTTP APIs send it (payload format 2.0).
final class Events {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Clock real;

    Events(Clock real) {
        this.real = real;
    }

    /// `claims` are those of a checked token, null on an API without authorizer. The time is the
    /// real one: on AWS it is API Gateway's.
    APIGatewayV2HTTPEvent of(
            Request request, Routes.Match match, @Nullable Map<String, String> claims) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("cookie");
        boolean text = isText(request);
        Map<String, String> query = query(request.query());
        List<String> cookies = cookies(request);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(match.route().key())
                .withRawPath(request.path())
                .withRawQueryString(request.query())
                .withCookies(cookies.isEmpty() ? null : cookies)
                .withHeaders(headers)
                .withQueryStringParameters(query.isEmpty() ? null : query)
                .withPathParameters(match.parameters().isEmpty() ? null : match.parameters())
                .withRequestContext(context(request, match, claims))
                .withBody(body(request, text))
                .withIsBase64Encoded(request.body().length > 0 && !text)
                .build();
    }

    private RequestContext context(
            Request request, Routes.Match match, @Nullable Map<String, String> claims) {
        Instant now = real.instant();
        String host = request.header("host").orElse("localhost");
        return RequestContext.builder()
                .withAccountId("000000000000")
                .withApiId(match.route().api())
                .withDomainName(host)
                .withDomainPrefix(host.split("[.:]", 2)[0])
                .withRequestId(UUID.randomUUID().toString())
                .withRouteKey(match.route().key())
                .withStage("$default")
                .withTime(TIME.format(now))
                .withTimeEpoch(now.toEpochMilli())
                .withHttp(
                        RequestContext.Http.builder()
                                .withMethod(request.method())
                                .withPath(request.path())
                                .withProtocol(request.protocol())
                                .withSourceIp("127.0.0.1")
                                .withUserAgent(request.header("user-agent").orElse(""))
                                .build())
                .withAuthorizer(claims == null ? null : authorizer(claims))
                .build();
    }

    private static Authorizer authorizer(Map<String, String> claims) {
        return Authorizer.builder()
                .withJwt(Authorizer.JWT.builder().withClaims(claims).build())
                .build();
    }

    private static @Nullable String body(Request request, boolean text) {
        if (request.body().length == 0) {
            return null;
        }
        return text
                ? new String(request.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(request.body());
    }

    /// What API Gateway takes for text; everything else is sent in Base64.
    private static boolean isText(Request request) {
        String type =
                request.header("content-type")
                        .orElse("text/plain")
                        .split(";", 2)[0]
                        .trim()
                        .toLowerCase(Locale.ROOT);
        boolean encoded = request.header("content-encoding").isPresent();
        return !encoded
                && (type.startsWith("text/")
                        || type.equals("application/json")
                        || type.endsWith("+json")
                        || type.equals("application/javascript")
                        || type.equals("application/xml"));
    }

    private static List<String> cookies(Request request) {
        List<String> cookies = new ArrayList<>();
        for (String line : request.headers().getOrDefault("cookie", List.of())) {
            cookies.addAll(List.of(line.split(";\\s*", -1)));
        }
        return cookies;
    }

    /// A parameter that is given twice has both values, joined by a comma.
    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.merge(
                        decode(parts[0]),
                        parts.length == 2 ? decode(parts[1]) : "",
                        (first, second) -> first + "," + second);
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
