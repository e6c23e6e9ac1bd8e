package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.Store;
import kz.bagalau.local.data.Store.Obstacle;
import kz.bagalau.local.data.Store.Postponed;
import kz.bagalau.local.data.Store.Rewritten;
import kz.bagalau.local.data.Store.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rewriting of the store loses nothing: not where the host or the database is killed at any
/// step, not where the database ends slowly, not where the new file holds something else.
class RewritingTest {

    private static final int ITEMS = 60;

    @TempDir Path folder;

    /// As a host that was killed: nothing after it is done.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatIsKilledAfterAnyStepLosesNothing(Step step) {
        try (DataFolder data = DataFolder.lock(folder)) {
            Store store = Box.open(data);
            Set<Long> servers = new TreeSet<>();
            fill(store);
            Consumer<Step> killing =
                    at -> {
                        store.pid().ifPresent(servers::add);
                        if (at == step) {
                            throw new Killed();
                        }
                    };

            assertThatThrownBy(() -> store.rewriteInKeyOrder(killing)).isInstanceOf(Killed.class);
            store.pid().ifPresent(servers::add);
            servers.forEach(RewritingTest::kill);

            assertEverythingIsThere(data);
        }
    }

    /// The log of a database that was killed while it ended lies beside its file. With the file
    /// moved from beside it, SQLite would play it into the new one.
    @Test
    void aDatabaseThatEndsTooSlowlyKeepsItsFile() throws IOException {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data)) {
            fill(store);

            var rewriting = store.rewriteInKeyOrder(at(Step.COPIED, () -> pause(store)));

            assertThat(rewriting).isEqualTo(new Postponed(Obstacle.LOG_REMAINS));
            assertThat(Box.items(store)).isEqualTo(all());
            assertThat(store.isAlive()).isTrue();
            assertThat(store.rewriteInKeyOrder()).isEqualTo(new Rewritten());
            assertThat(Box.items(store)).isEqualTo(all());
        }
    }

    @Test
    void aDatabaseThatIsKilledKeepsItsFile() throws IOException {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data)) {
            fill(store);

            var rewriting =
                    store.rewriteInKeyOrder(at(Step.COPIED, () -> kill(store.pid().orElseThrow())));

            assertThat(rewriting).isEqualTo(new Postponed(Obstacle.LOG_REMAINS));
            assertThat(Box.items(store)).isEqualTo(all());
        }
    }

    @Test
    void aNewFileThatHoldsSomethingElseIsNotTaken() throws IOException {
        Path other = folder.resolve("other");
        try (DataFolder data = DataFolder.lock(other);
                Store store = Box.open(data)) {
            Box.put(store, "something else");
        }
        try (DataFolder data = DataFolder.lock(folder.resolve("own"));
                Store store = Box.open(data)) {
            fill(store);
            Path inUse = data.file("store.db");

            var rewriting =
                    store.rewriteInKeyOrder(
                            at(Step.NEW_IN_PLACE, () -> replace(other.resolve("store.db"), inUse)));

            assertThat(rewriting).isEqualTo(new Postponed(Obstacle.COPY_DIFFERS));
            assertThat(Box.items(store)).isEqualTo(all());
            assertThat(store.rewriteInKeyOrder()).isEqualTo(new Rewritten());
            assertThat(Box.items(store)).isEqualTo(all());
        }
    }

    @Test
    void aNewFileThatIsNoDatabaseIsNotTaken() throws IOException {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data)) {
            fill(store);
            Path inUse = data.file("store.db");

            var rewriting =
                    store.rewriteInKeyOrder(at(Step.NEW_IN_PLACE, () -> write(inUse, "nonsense")));

            assertThat(rewriting).isEqualTo(new Postponed(Obstacle.COPY_DIFFERS));
            assertThat(Box.items(store)).isEqualTo(all());
        }
    }

    /// Whoever watches whether the store still runs must not end the host meanwhile.
    @Test
    void theStoreCountsAsAliveWhileItIsExchanged() {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data)) {
            fill(store);

            store.rewriteInKeyOrder(step -> assertThat(store.isAlive()).as(step.name()).isTrue());

            assertThat(store.isAlive()).isTrue();
        }
    }

    private static Consumer<Step> at(Step wanted, Runnable work) {
        return step -> {
            if (step == wanted) {
                work.run();
            }
        };
    }

    private void assertEverythingIsThere(DataFolder data) {
        try (Store store = Box.open(data)) {
            assertThat(Box.items(store)).isEqualTo(all());
            Box.put(store, "one more");
        }
        try (Store store = Box.open(data);
                Stream<Path> files = Files.list(folder)) {
            assertThat(Box.items(store)).hasSize(ITEMS + 1);
            assertThat(files.map(file -> "" + file.getFileName()))
                    .noneMatch(name -> name.startsWith("store-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Store store) {
        all().forEach(key -> Box.put(store, key));
    }

    private static Set<String> all() {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> "item-" + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(server -> {
                    server.destroyForcibly();
                    server.onExit().join();
                });
    }

    private static void pause(Store store) {
        try {
            new ProcessBuilder(List.of("kill", "-STOP", "" + store.pid().orElseThrow()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void replace(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
