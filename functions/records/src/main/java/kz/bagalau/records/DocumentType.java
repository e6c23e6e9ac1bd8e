package kz.bagalau.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The types of file that can be sent, by the ending of a name. No program and no page is among
/// them: nothing that was sent is ever run.
enum DocumentType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif", "tiff"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String media;
    private final List<String> endings;

    DocumentType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    /// The media type (RFC 6838), which the sender must name in the header `content-type`.
    String media() {
        return media;
    }

    static Optional<DocumentType> of(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findAny();
    }

    /// As people read them.
    static String all() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(", "));
    }
}
