package kz.bagalau.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;

/// Everything that was done with a document, each entry chained to the one before by its hash. The
/// chain is the document's own: a chain for a whole body would be one item that all its writers
/// wait for. It finds what was changed, removed or moved inside the store. Whoever can write the
/// whole table could also write a whole new chain, and is found by comparing `head` with one that
/// was kept elsewhere.
///
/// @param entries in the order of their places
/// @param count how many entries there should be
/// @param head the hash of the last one
/// @param versions what is stored of each version, by its number
/// @param current what is stored of the document as it stands; empty where it is gone
/// @param destroyed how it went where it was destroyed: then the trail begins with the destruction
public record AuditTrail(
        Reference reference,
        List<Entry> entries,
        long count,
        String head,
        Map<Long, String> versions,
        Optional<Current> current,
        Optional<Destroyed> destroyed) {

    /// @param place from 1
    /// @param text of the entry as it is stored: JSON, with its place and the hash before it
    public record Entry(long place, String text, String hash) {}

    public record Current(long version, String snapshot) {}

    /// @param named whether the document of the act names what was destroyed
    public record Destroyed(Tombstone tombstone, boolean named) {}

    /// What is wrong with a trail.
    ///
    /// @param place of the entry, or number of the version
    public record Fault(Kind kind, long place) {

        public enum Kind {
            /// An entry says something else than it was written with.
            ENTRY_CHANGED,
            ENTRY_MISSING,
            /// An entry stands at another place than it was written to.
            ENTRY_MOVED,
            /// The last entry is not the one that was written last.
            HEAD_CHANGED,
            /// A version says something else than its entry vouches for.
            VERSION_CHANGED,
            VERSION_MISSING,
            /// The document is not the last version.
            DOCUMENT_CHANGED,
            /// A tombstone stands, and the trail or the act of destruction does not speak of it.
            DESTROYED_WITHOUT_ACT
        }
    }

    /// The hash before the first entry.
    public static final String START = "";

    /// The event under which the destruction of a document stands in its trail.
    public static final String DESTROY = "destroy";

    public AuditTrail {
        entries = List.copyOf(entries);
        versions = Map.copyOf(versions);
    }

    /// The hash of an entry. The document's name is in it, so that no entry can be moved to another
    /// document.
    public static String hash(Reference reference, String text) {
        return Sha256.hex(reference + "\n" + text);
    }

    /// Empty where all is as it was written. Of a document that was destroyed, what stood before
    /// the destruction is not missed: the destruction is chained to it, and its act names the
    /// document.
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Map<Long, Entry> byPlace = new HashMap<>();
        entries.forEach(entry -> byPlace.put(entry.place(), entry));
        long last = Math.max(count, entries.isEmpty() ? 0 : entries.getLast().place());
        long first = destroyed.map(Destroyed::tombstone).map(Tombstone::place).orElse(1L);
        for (long place = first; place <= last; place++) {
            fault(byPlace, place).ifPresent(faults::add);
        }
        String end = entries.isEmpty() ? START : entries.getLast().hash();
        if (last != count || !end.equals(head)) {
            faults.add(new Fault(Fault.Kind.HEAD_CHANGED, last));
        }
        faults.addAll(
                destroyed
                        .map(how -> faultsOfDestruction(how, byPlace))
                        .orElseGet(this::faultsOfVersions));
        return faults;
    }

    private static List<Fault> faultsOfDestruction(Destroyed how, Map<Long, Entry> byPlace) {
        Tombstone tombstone = how.tombstone();
        Entry entry = byPlace.get(tombstone.place());
        JsonNode json = entry == null ? MissingNode.getInstance() : parse(entry.text());
        boolean founded =
                how.named()
                        && json.path("event").asText().equals(DESTROY)
                        && json.path("act").asText().equals(tombstone.act().objectId());
        return founded
                ? List.of()
                : List.of(new Fault(Fault.Kind.DESTROYED_WITHOUT_ACT, tombstone.place()));
    }

    private Optional<Fault> fault(Map<Long, Entry> byPlace, long place) {
        Entry entry = byPlace.get(place);
        if (entry == null) {
            return Optional.of(new Fault(Fault.Kind.ENTRY_MISSING, place));
        }
        if (!hash(reference, entry.text()).equals(entry.hash())) {
            return Optional.of(new Fault(Fault.Kind.ENTRY_CHANGED, place));
        }
        JsonNode json = parse(entry.text());
        if (json.path("place").asLong() != place) {
            return Optional.of(new Fault(Fault.Kind.ENTRY_MOVED, place));
        }
        Entry before = byPlace.get(place - 1);
        String expected = before == null ? START : before.hash();
        boolean chained = json.path("previous").asText().equals(expected);
        // What stands before it was replaced, hash and all; a missing one is named there, and one
        // that was destroyed is not looked for.
        return chained || (before == null && place > 1) || endsDestroyed(place - 1)
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Kind.ENTRY_CHANGED, place - 1));
    }

    private boolean endsDestroyed(long place) {
        return destroyed.filter(how -> place < how.tombstone().place()).isPresent();
    }

    private List<Fault> faultsOfVersions() {
        List<Fault> faults = new ArrayList<>();
        long latest = 0;
        String digest = "";
        for (Entry entry : entries) {
            JsonNode json = parse(entry.text());
            if (json.has("version")) {
                latest = json.path("version").asLong();
                digest = json.path("snapshot").asText();
                String snapshot = versions.get(latest);
                if (snapshot == null) {
                    faults.add(new Fault(Fault.Kind.VERSION_MISSING, latest));
                } else if (!Sha256.hex(snapshot).equals(digest)) {
                    faults.add(new Fault(Fault.Kind.VERSION_CHANGED, latest));
                }
            }
        }
        boolean stands =
                current.isPresent()
                        && current.get().version() == latest
                        && Sha256.hex(current.get().snapshot()).equals(digest);
        if (!stands) {
            faults.add(new Fault(Fault.Kind.DOCUMENT_CHANGED, latest));
        }
        return faults;
    }

    private static JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // its hash does not hold either
        }
    }
}
