package kz.bagalau.scoring;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.contract.Away;
import kz.bagalau.contract.Crash;
import kz.bagalau.scoring.run.Documents;

/// Documents in memory.
final class MemoryDocuments implements Documents {

    private final Crash crash;
    private final Away away;
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private Runnable meanwhile = () -> {};

    MemoryDocuments(Crash crash, Away away) {
        this.crash = crash;
        this.away = away;
    }

    /// Does something while the next document is being put.
    void meanwhile(Runnable other) {
        meanwhile = other;
    }

    @Override
    public void put(String name, byte[] content, String type) {
        Runnable other = meanwhile;
        meanwhile = () -> {};
        other.run();
        away.passed();
        crash.passed(Crash.Moment.BEFORE);
        byte[] standing = documents.putIfAbsent(name, content);
        if (standing != null && !Arrays.equals(standing, content)) {
            throw new IllegalStateException(name + " stands there with other bytes");
        }
        crash.passed(Crash.Moment.AFTER);
    }

    @Override
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public URI address(String name) {
        return URI.create("https://documents.example/" + name);
    }

    Map<String, byte[]> all() {
        return Map.copyOf(documents);
    }
}
