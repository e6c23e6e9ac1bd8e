package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.KIND;
import static kz.bagalau.cases.dynamo.Sheets.content;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Pages of lists of which only some documents are wanted.
class FillingTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Crash CRASH = new Crash();

    @AutoClose
    private static final DynamoDbClient COUNTED = new Endpoint(SANDBOX.address()).connect(CRASH);

    private static final String BODY = "body";
    private static final Party SOMEBODY = Party.person("somebody");
    private static final int ALL = 230;

    private final DynamoCases cases = new DynamoCases(new Table(COUNTED, SANDBOX.table("Records")));

    @BeforeAll
    static void aList() {
        DynamoCases cases = new DynamoCases(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")));
        List<List<Change>> openings =
                IntStream.range(0, ALL).mapToObj(i -> List.of(opening(document(i)))).toList();
        assertThat(cases.performAll(openings)).isEqualTo(ALL);
    }

    private static Document document(int number) {
        return new Document(
                new Reference(KIND, "d-%03d".formatted(number)),
                KIND,
                BODY,
                number < 115 ? "2025" : "2026",
                Set.of(SOMEBODY, Sheets.MANAGER),
                "DRAFT",
                1,
                content("number", number));
    }

    private static int number(Document document) {
        return document.content().path("number").asInt();
    }

    private static Predicate<Document> every(int nth) {
        return document -> number(document) % nth == 0;
    }

    private static List<Page<Document>> pages(
            int limit, Function<Paging, Optional<Page<Document>>> list) {
        List<Page<Document>> pages = new ArrayList<>();
        Optional<Paging> paging = Optional.of(Paging.first(limit));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<Document> page = list.apply(asked).orElseThrow();
            pages.add(page);
            paging = page.next().map(asked::after);
        }
        return pages;
    }

    /// Each page but the last is full, none is empty, and nothing is left out or shown twice.
    @ParameterizedTest
    @CsvSource({
        "50, 1, 5",
        "50, 2, 3",
        "50, 10, 1",
        "23, 10, 1",
        "10, 3, 8",
        "1, 100, 3",
        "100, 1, 3",
        "5, 46, 1"
    })
    void everyPageIsFull(int limit, int nth, int pages) {
        for (Function<Paging, Optional<Page<Document>>> list :
                List.<Function<Paging, Optional<Page<Document>>>>of(
                        paging -> cases.ofBody(KIND, BODY, "", paging, every(nth)),
                        paging -> cases.inState(KIND, BODY, "DRAFT", "", paging, every(nth)),
                        paging -> cases.of(SOMEBODY, KIND, "", paging, every(nth)))) {
            List<Page<Document>> found = pages(limit, list);

            assertThat(found).hasSize(pages);
            assertThat(found.subList(0, pages - 1)).allMatch(page -> page.items().size() == limit);
            assertThat(found.getLast().items()).isNotEmpty();
            assertThat(found.stream().flatMap(page -> page.items().stream()))
                    .extracting(FillingTest::number)
                    .containsExactlyElementsOf(
                            IntStream.range(0, ALL).filter(i -> i % nth == 0).boxed().toList());
        }
    }

    @Test
    void onlyAPeriodIsLookedAt() {
        assertThat(pages(50, paging -> cases.of(SOMEBODY, KIND, "2026", paging, every(2))))
                .flatExtracting(Page::items)
                .extracting(FillingTest::number)
                .allMatch(number -> number >= 115)
                .hasSize(57);
        assertThat(
                        pages(
                                50,
                                paging ->
                                        cases.inState(
                                                KIND, BODY, "DRAFT", "2025", paging, every(1))))
                .flatExtracting(Page::items)
                .hasSize(115);
    }

    @Test
    void nothingWantedIsOneEmptyPage() {
        Page<Document> page =
                cases.ofBody(KIND, BODY, "", Paging.first(50), _ -> false).orElseThrow();

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    /// A list of which everything is wanted costs what it did.
    @Test
    void aFullPageIsTwoRequests_andASparseOneAFewMore() {
        assertThat(requests(every(1))).isEqualTo(2);
        assertThat(requests(every(ALL))).isLessThanOrEqualTo(6);
    }

    private int requests(Predicate<Document> wanted) {
        return CRASH.requests(() -> cases.ofBody(KIND, BODY, "", Paging.first(50), wanted));
    }

    @Test
    void aCursorOfNoSuchListIsNone_andOneThatIsGoneIsLeftOut() {
        assertThat(
                        cases.of(
                                SOMEBODY,
                                KIND,
                                "2026",
                                new Paging(50, Optional.of("bm9uZQ")),
                                every(1)))
                .isEmpty();
        Document gone = document(3);
        var key = Item.key("case#" + gone.reference(), "document");
        var item =
                SANDBOX.dynamo()
                        .getItem(r -> r.tableName(SANDBOX.table("Records")).key(key))
                        .item();
        SANDBOX.dynamo().deleteItem(r -> r.tableName(SANDBOX.table("Records")).key(key));
        Page<Document> page = cases.ofBody(KIND, BODY, "", Paging.first(5), every(1)).orElseThrow();
        SANDBOX.dynamo().putItem(r -> r.tableName(SANDBOX.table("Records")).item(item));

        assertThat(page.items()).extracting(FillingTest::number).containsExactly(0, 1, 2, 4, 5);
    }

    /// What the wanted ones rest on is asked for once for each part that is read, not once for each
    /// document.
    @Test
    void whatIsWantedIsAskedOfManyAtOnce() {
        List<Integer> asked = new ArrayList<>();
        Cases.Wanted wanted =
                documents -> {
                    asked.add(documents.size());
                    return every(10);
                };

        Page<Document> page =
                cases.wanted(
                                SOMEBODY,
                                KIND,
                                "",
                                Paging.first(20),
                                wanted.and(document -> number(document) % 2 == 0))
                        .orElseThrow();

        assertThat(page.items())
                .extracting(FillingTest::number)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).map(i -> i * 10).boxed().toList());
        assertThat(asked).hasSizeLessThan(5).allMatch(size -> size <= Paging.MAX / 2);
    }
}
