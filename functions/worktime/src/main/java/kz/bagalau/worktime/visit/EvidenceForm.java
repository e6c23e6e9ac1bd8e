package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.worktime.desk.Days;

/// What an official says of a file before sending it.
///
/// @param json as it stands in the visit, without its id
public record EvidenceForm(ObjectNode json) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_NAME = 255;
    private static final int MAX_DEVICE = 200;

    private static final int MEGABYTE = 1_048_576;

    /// The kinds of evidence, each with what it may be and its largest file.
    enum Kind {
        PHOTO(20 * MEGABYTE, EnumSet.of(Type.JPG, Type.PNG, Type.TIFF)),
        VIDEO(1024 * MEGABYTE, EnumSet.of(Type.MP4, Type.MOV, Type.WEBM)),
        AUDIO(200 * MEGABYTE, EnumSet.of(Type.MP3, Type.M4A, Type.WAV, Type.OGG)),
        DOCUMENT(20 * MEGABYTE, EnumSet.of(Type.PDF, Type.JPG, Type.PNG, Type.TIFF));

        private final int limit;
        private final Set<Type> types;

        Kind(int limit, Set<Type> types) {
            this.limit = limit;
            this.types = Set.copyOf(types);
        }
    }

    /// The types of file, by the ending of a name.
    enum Type {
        JPG("image/jpeg"),
        PNG("image/png"),
        TIFF("image/tiff"),
        PDF("application/pdf"),
        MP4("video/mp4"),
        MOV("video/quicktime"),
        WEBM("video/webm"),
        MP3("audio/mpeg"),
        M4A("audio/mp4"),
        WAV("audio/wav"),
        OGG("audio/ogg");

        private final String media;

        Type(String media) {
            this.media = media;
        }

        /// The media type (RFC 6838).
        String media() {
            return media;
        }

        static Optional<Type> of(String fileName) {
            String ending =
                    fileName.substring(fileName.lastIndexOf('.') + 1)
                            .toUpperCase(Locale.ROOT)
                            .replace("JPEG", "JPG");
            return Arrays.stream(values())
                    .filter(type ->
                            type.name().equals(ending) || (type == TIFF && ending.equals("TIF")))
                    .findFirst();
        }
    }

    public static Input.Result<EvidenceForm> read(Request request, Instant now) {
        Input input = request.input(MAX_BYTES);
        Asked.anyVersion(input);
        Kind kind = input.oneOf("kind", Kind.class, Kind.DOCUMENT);
        ObjectNode json =
                Json.object()
                        .put("kind", kind.name())
                        .put("takenAt", Days.notAfter(input, "takenAt", now).toString());
        input.optionalText("device", MAX_DEVICE).ifPresent(device -> json.put("device", device));
        file(input, json, kind);
        return input.finish(() -> new EvidenceForm(json));
    }

    /// A scan of a document.
    public static Input.Result<EvidenceForm> scan(Request request) {
        Input input = request.input(MAX_BYTES);
        ObjectNode json = Json.object();
        file(input, json, Kind.DOCUMENT);
        return input.finish(() -> new EvidenceForm(json));
    }

    private static void file(Input input, ObjectNode json, Kind kind) {
        String name = input.fileName("fileName", MAX_NAME);
        Optional<Type> type = Type.of(name).filter(kind.types::contains);
        if (type.isEmpty() && !name.isEmpty()) {
            input.error(
                    "fileName",
                    FieldProblem.NOT_ALLOWED,
                    kind.types.stream()
                            .map(one -> "." + one.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        json.put("fileName", name)
                .put("type", type.map(Enum::name).orElse(""))
                .put("bytes", input.integer("bytes", 1, kind.limit))
                .put("sha256", input.sha256("sha256"));
    }
}
