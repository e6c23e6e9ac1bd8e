package kz.bagalau.forms.conclusion;

import java.util.List;

/// How one score came about, in one language.
///
/// @param parts what there is to say, each under a word: working, where, basis …
/// @param facts those behind it
record Explanation(
        String number, String name, Form.Points points, List<Part> parts, List<Evidence> facts) {

    record Part(String about, String text) {}

    /// @param code the fact's name in the system
    record Evidence(String code, String label, String value, String source) {}
}
