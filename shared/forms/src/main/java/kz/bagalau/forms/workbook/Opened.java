package kz.bagalau.forms.workbook;

/// What became of opening a file.
public sealed interface Opened {

    /// It can be read, and must be closed.
    record Readable(IncomingFile file) implements Opened {}

    record Refused(Refusal refusal) implements Opened {}
}
