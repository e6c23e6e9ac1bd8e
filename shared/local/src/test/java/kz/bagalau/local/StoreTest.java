package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Design, "Anonymity", step 9: once it is rewritten, the store's file says nothing of the order in
/// which ballots came.
class StoreTest {

    private static final int PAGE = 4096;
    private static final int ITEMS = 250;

    @TempDir Path folder;

    /// Two stores with the same items, put in another order. Rewritten, their files are the same
    /// byte for byte, but for the first page (SQLite's counters) and what dynoxide notes of each
    /// table itself (its random id and when it was made).
    @Test
    void theRewrittenFileDependsOnTheItemsAloneAndNotOnTheirOrder() throws IOException {
        Path one = store("one", 1, true);
        Path two = store("two", 2, true);

        for (int page : differing(one, two)) {
            assertThat(isServersOwn(one, page)).as("page " + page).isTrue();
        }
    }

    /// The control: without the rewriting the same comparison finds the order.
    @Test
    void withoutRewritingTheFileTellsTheOrder() throws IOException {
        Path one = store("one", 1, false);
        Path two = store("two", 2, false);

        assertThat(differing(one, two)).anyMatch(page -> !isServersOwn(one, page));
    }

    @Test
    void whatWasDeletedIsInTheFileNoMore() throws IOException {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data);
                DynamoDbClient dynamo = store.endpoint().connect()) {
            Box.put(dynamo, "marker-deleted");
            Box.put(dynamo, "marker-kept");
            dynamo.deleteItem(delete -> delete.tableName(Box.TABLE).key(Box.key("marker-deleted")));
            assertThat(bytes(folder)).contains("marker-deleted");

            store.rewriteInKeyOrder();

            assertThat(bytes(folder)).doesNotContain("marker-deleted").contains("marker-kept");
        }
    }

    @Test
    void clientsGoOnWithTheSameAddressAndFindEveryItem() {
        try (DataFolder data = DataFolder.lock(folder);
                Store store = Box.open(data);
                DynamoDbClient dynamo = store.endpoint().connect()) {
            for (int i = 0; i < 60; i++) {
                Box.put(dynamo, "item-" + i);
            }

            store.rewriteInKeyOrder();
            store.rewriteInKeyOrder();

            assertThat(dynamo.scan(scan -> scan.tableName(Box.TABLE)).count()).isEqualTo(60);
            Box.put(dynamo, "one-more");
            assertThat(store.isAlive()).isTrue();
        }
        assertThat(folder.resolve("store-old.db")).doesNotExist();
        assertThat(folder.resolve("store-new.db")).doesNotExist();
    }

    /// Killed between the two renamings, or before the old file was erased.
    @Test
    void anInterruptedRewritingLosesNothing() throws IOException {
        try (DataFolder data = DataFolder.lock(folder)) {
            try (Store store = Box.open(data);
                    DynamoDbClient dynamo = store.endpoint().connect()) {
                Box.put(dynamo, "kept");
            }
            Files.move(folder.resolve("store.db"), folder.resolve("store-old.db"));
            Files.writeString(folder.resolve("store-new.db"), "half");

            try (Store store = Box.open(data);
                    DynamoDbClient dynamo = store.endpoint().connect()) {
                assertThat(dynamo.scan(scan -> scan.tableName(Box.TABLE)).count()).isEqualTo(1);
            }
            assertThat(folder.resolve("store-old.db")).doesNotExist();
            assertThat(folder.resolve("store-new.db")).doesNotExist();
        }
    }

    private Path store(String name, long seed, boolean rewrite) {
        Path own = folder.resolve(name);
        List<String> keys =
                new ArrayList<>(IntStream.range(0, ITEMS).mapToObj(i -> "ballot-" + i).toList());
        Collections.shuffle(keys, new Random(seed));
        try (DataFolder data = DataFolder.lock(own);
                Store store = Box.open(data);
                DynamoDbClient dynamo = store.endpoint().connect()) {
            keys.forEach(key -> Box.put(dynamo, key));
            if (rewrite) {
                store.rewriteInKeyOrder();
            }
        }
        return own.resolve("store.db");
    }

    private static Set<Integer> differing(Path one, Path two) throws IOException {
        byte[] first = Files.readAllBytes(one);
        byte[] second = Files.readAllBytes(two);
        assertThat(second).hasSameSizeAs(first);
        Set<Integer> pages = new TreeSet<>();
        for (int at = 0; at < first.length; at++) {
            if (first[at] != second[at]) {
                pages.add(at / PAGE);
            }
        }
        return pages;
    }

    /// The first page, and the row that dynoxide keeps of a table: it names the billing mode.
    private static boolean isServersOwn(Path file, int page) {
        try {
            byte[] all = Files.readAllBytes(file);
            String content =
                    new String(
                            Arrays.copyOfRange(all, page * PAGE, (page + 1) * PAGE),
                            StandardCharsets.ISO_8859_1);
            return !content.contains("ballot-")
                    && (page == 0 || content.contains("PAY_PER_REQUEST"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The store's file and all that lies beside it.
    private static String bytes(Path folder) throws IOException {
        StringBuilder out = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().contains("store")).toList()) {
                out.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return out.toString();
    }
}
