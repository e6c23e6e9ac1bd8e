package kz.bagalau.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The pages from the class path, as the distribution would send them: compressed, with its
/// headers.
public final class Pages {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("yaml", "application/yaml"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"));

    private static final List<String> COMPRESSED = List.of("png", "ico", "woff2");

    /// The page or its part at a path; empty where there is none.
    public Optional<Answer> answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        String path = request.path().equals("/") ? "/index.html" : request.path();
        int dot = path.lastIndexOf('.');
        String extension = dot < 0 ? "" : path.substring(dot + 1);
        if (!path.matches("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+") || !TYPES.containsKey(extension)) {
            return Optional.empty();
        }
        try (InputStream in = Pages.class.getResourceAsStream("/pages" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            Answer answer =
                    Answer.of(200, TYPES.get(extension), in.readAllBytes())
                            .with("Cache-Control", "no-cache");
            boolean zip =
                    !COMPRESSED.contains(extension)
                            && request.header("accept-encoding").orElse("").contains("gzip");
            return Optional.of(zip ? zipped(answer) : answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer zipped(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(answer.body());
        }
        return new Answer(answer.status(), answer.headers(), out.toByteArray())
                .with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding");
    }
}
