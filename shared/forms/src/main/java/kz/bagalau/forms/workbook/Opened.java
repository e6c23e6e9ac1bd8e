package kz.bagalau.forms.workbook;

import kz.bagalau.forms.workbook.file.Refusal;

/// What became of opening a file.
public sealed interface Opened {

    /// It can be read, and must be closed.
    record Readable(IncomingFile file) implements Opened {}

    record Refused(Refusal refusal) implements Opened {}
}
