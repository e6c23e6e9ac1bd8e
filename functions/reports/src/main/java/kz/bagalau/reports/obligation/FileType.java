package kz.bagalau.reports.obligation;

import java.util.Locale;
import java.util.Optional;

/// The types of file that can be sent, by the ending of a name.
public enum FileType {
    XLSX(kz.bagalau.forms.workbook.file.FileType.XLSX.mediaType()),
    CSV(kz.bagalau.forms.workbook.file.FileType.CSV.mediaType()),
    PDF("application/pdf"),
    JPG("image/jpeg"),
    PNG("image/png"),
    TIFF("image/tiff");

    private final String media;

    FileType(String media) {
        this.media = media;
    }

    /// The media type (RFC 6838), which the sender must name in the header `content-type`.
    public String media() {
        return media;
    }

    /// How names of such files end, as people read it.
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// The type as those know it who read rows; empty for a picture.
    public Optional<kz.bagalau.forms.workbook.file.FileType> rows() {
        return switch (this) {
            case XLSX -> Optional.of(kz.bagalau.forms.workbook.file.FileType.XLSX);
            case CSV -> Optional.of(kz.bagalau.forms.workbook.file.FileType.CSV);
            case PDF, JPG, PNG, TIFF -> Optional.empty();
        };
    }

    /// Whether files of this type can be scans.
    public boolean picture() {
        return switch (this) {
            case PDF, JPG, PNG, TIFF -> true;
            case XLSX, CSV -> false;
        };
    }

    public static Optional<FileType> of(String fileName) {
        String ending =
                fileName.substring(fileName.lastIndexOf('.') + 1)
                        .toUpperCase(Locale.ROOT)
                        .replace("JPEG", "JPG");
        for (FileType type : values()) {
            if (type.name().equals(ending) || type == TIFF && ending.equals("TIF")) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
