package kz.bagalau.cases;

import java.util.regex.Pattern;

/// What a document is called: a kind such as `kpi-sheet`, and an id that no other document of the
/// kind has.
public record Reference(String kind, String id) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public Reference {
        if (!NAME.matcher(kind).matches() || !NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("no name of a document: " + kind + " " + id);
        }
    }

    /// `kpi-sheet#k-1`.
    @Override
    public String toString() {
        return kind + "#" + id;
    }
}
