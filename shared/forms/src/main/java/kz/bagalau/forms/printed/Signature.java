package kz.bagalau.forms.printed;

import java.time.LocalDate;

/// A signature under a document, or what stands in its place.
public sealed interface Signature {

    /// Surname and initials; empty where nobody is named.
    String name();

    /// A line to sign on by hand.
    record Open(String name) implements Signature {}

    /// Given in the system.
    record Signed(String name, LocalDate on) implements Signature {}

    /// Refused, which blocks nothing.
    ///
    /// @param on when it was recorded
    record Refused(String name, LocalDate on, String reason) implements Signature {}

    /// Not given because the person is absent, which blocks nothing.
    ///
    /// @param on when it was recorded
    record Absent(String name, LocalDate on, String reason) implements Signature {}

    static Signature open() {
        return new Open("");
    }
}
