package kz.bagalau.rules.workmode;

import java.util.List;

/// What is wrong with a document of order 120, or worth knowing about it.
///
/// @param place where in the document, as a JSON pointer such as `/employees/0/agreement`; empty
///   for the document itself
/// @param details what the text names: a last allowed day, another act
public record Finding(Fault fault, String place, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    static Finding of(Fault fault, String place, Object... details) {
        return new Finding(fault, place, List.of(details).stream().map(Object::toString).toList());
    }

    /// Whether the document cannot stand with it.
    public boolean blocks() {
        return fault.weight() != Fault.Weight.WARNING;
    }
}
