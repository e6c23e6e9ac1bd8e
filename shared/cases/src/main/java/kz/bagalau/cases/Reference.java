package kz.bagalau.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a document is called: a kind such as `kpi-sheet`, and an id that no other document of the
/// kind has.
public record Reference(String kind, String id) {

    /// Characters of an id, and of a kind.
    public static final int LONGEST_ID = 100;

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9._-]{1,%d}".formatted(LONGEST_ID));
    private static final String SEPARATOR = "~";

    public Reference {
        if (!NAME.matcher(kind).matches() || !NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("no name of a document: " + kind + " " + id);
        }
    }

    /// The document that an id in an address names; empty where it names none.
    ///
    /// @param objectId as [#objectId]
    public static Optional<Reference> ofObjectId(String objectId) {
        String[] parts = objectId.split(SEPARATOR, -1);
        return parts.length == 2
                        && NAME.matcher(parts[0]).matches()
                        && NAME.matcher(parts[1]).matches()
                ? Optional.of(new Reference(parts[0], parts[1]))
                : Optional.empty();
    }

    /// The documents of these kinds with an id; none where it can be none.
    public static List<Reference> ofAnyKind(String id, List<String> kinds) {
        return NAME.matcher(id).matches()
                ? kinds.stream().map(kind -> new Reference(kind, id)).toList()
                : List.of();
    }

    /// The document's name as an id for addresses: `kpi-sheet~k-1`. A tilde needs no escape in a
    /// URL (RFC 3986, 2.3) and stands in no kind and in no id.
    public String objectId() {
        return kind + SEPARATOR + id;
    }

    /// `kpi-sheet#k-1`.
    @Override
    public String toString() {
        return kind + "#" + id;
    }
}
