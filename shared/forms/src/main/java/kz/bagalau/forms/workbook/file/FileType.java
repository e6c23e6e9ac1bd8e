package kz.bagalau.forms.workbook.file;

import java.util.Locale;
import java.util.Optional;

/// What a file of rows says it is. What it really is, is found when it is opened.
public enum FileType {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv");

    private final String extension;
    private final String mediaType;

    FileType(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// Without the dot.
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// By the end of a file's name, in either case.
    public static Optional<FileType> named(String fileName) {
        String name = fileName.strip().toLowerCase(Locale.ROOT);
        for (FileType type : values()) {
            if (name.endsWith("." + type.extension)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
