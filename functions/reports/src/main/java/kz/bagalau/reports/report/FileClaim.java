package kz.bagalau.reports.report;

import kz.bagalau.reports.obligation.FileType;

/// What the sender says of a file before sending it; the file that comes must be exactly that.
///
/// @param name as it is called on the sender's machine
/// @param sha256 in base64, with padding, as S3 writes checksums
public record FileClaim(String name, FileType type, long bytes, String sha256) {}
