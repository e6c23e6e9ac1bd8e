package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.KIND;
import static kz.bagalau.cases.dynamo.Sheets.act;
import static kz.bagalau.cases.dynamo.Sheets.draft;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static kz.bagalau.cases.dynamo.Sheets.submitting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Opened;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Many documents in few transactions.
class ChangeGroupsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Crash CRASH = new Crash();

    @AutoClose
    private static final DynamoDbClient MORTAL = new Endpoint(SANDBOX.address()).connect(CRASH);

    private static final Table TABLE = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));

    private final DynamoCases cases = new DynamoCases(TABLE);
    private final DynamoCases mortal = new DynamoCases(new Table(MORTAL, SANDBOX.table("Records")));
    private final String body = "body-" + UUID.randomUUID();

    private Document sheet(String text) {
        Document draft = draft("k-" + UUID.randomUUID(), body, "2026");
        return new Document(
                draft.reference(),
                draft.flow(),
                draft.body(),
                draft.period(),
                draft.parties(),
                draft.state(),
                1,
                draft.content().put("text", text));
    }

    /// Each of two documents.
    private List<List<Change>> pairs(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(_ -> List.of(opening(sheet(text)), opening(sheet(text))))
                .toList();
    }

    private int standing(List<Change> group) {
        return cases.find(group.stream().map(change -> change.next().reference()).toList()).size();
    }

    @Test
    void allStand_withListsTasksAndTrail_inFewRequests() {
        List<List<Change>> groups = pairs(20, "");

        int requests = CRASH.requests(() -> assertThat(mortal.performAll(groups)).isEqualTo(20));

        assertThat(requests).isLessThanOrEqualTo(6);
        for (List<Change> group : groups) {
            for (Change change : group) {
                Document next = change.next();
                assertThat(cases.find(next.reference())).contains(next);
                assertThat(cases.trail(next.reference()).faults()).isEmpty();
            }
        }
        assertThat(cases.ofBody(KIND, body, "", Paging.first(100)).orElseThrow())
                .satisfies(page -> assertThat(page.items()).hasSize(40));
        assertThat(cases.tasksOf(body, Optional.empty(), Paging.first(100)).orElseThrow().items())
                .hasSize(40);
    }

    /// A transaction holds 4 MB, whatever the number of its items.
    @Test
    void longDocumentsAreFewerATransaction() {
        List<List<Change>> groups = pairs(10, "ұ".repeat(80_000));

        int requests = CRASH.requests(() -> assertThat(mortal.performAll(groups)).isEqualTo(10));

        assertThat(requests).isBetween(3, 6);
        assertThat(groups).allMatch(group -> standing(group) == 2);
    }

    @Test
    void whatIsNotAsItWasSeenEndsIt_andItsGroupIsNotStoredInPart() {
        List<List<Change>> groups = pairs(3, "");
        cases.perform(groups.get(1).getLast());

        assertThat(cases.performAll(groups)).isEqualTo(1);
        assertThat(groups).extracting(this::standing).containsExactly(2, 1, 0);
    }

    /// Who only reads has not changed the document.
    @Test
    void aReadingMeanwhileIsNoChange() {
        Document draft = sheet("");
        cases.perform(opening(draft));
        List<List<Change>> groups = List.of(List.of(submitting(draft)));

        int stored =
                CRASH.meanwhile(
                        2,
                        () -> cases.note(draft.reference(), act("read", "hr-1")),
                        () -> mortal.performAll(groups));

        assertThat(stored).isEqualTo(1);
        assertThat(cases.trail(draft.reference()).faults()).isEmpty();
        assertThat(cases.find(draft.reference()).orElseThrow().state()).isEqualTo("ON_REVIEW");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void killedAnywhere_eachGroupIsWholeOrMissing(Moment moment) {
        boolean died = true;
        for (int number = 1; died; number++) {
            List<List<Change>> groups = pairs(8, "");
            died = CRASH.at(number, moment, () -> mortal.performAll(groups)).isEmpty();
            assertThat(groups).extracting(this::standing).allMatch(count -> count != 1);
        }
    }

    @Test
    void aGroupThatNoTransactionHoldsIsABug() {
        List<Change> group = IntStream.range(0, 20).mapToObj(_ -> opening(sheet(""))).toList();

        assertThatThrownBy(() -> cases.performAll(List.of(group)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatStandsInTheirPlaceIsKnownForAll() {
        Document missing = sheet("");
        Document same = sheet("");
        Document other = sheet("");
        Document gone = sheet("");
        cases.perform(opening(same));
        cases.perform(submitting(same));
        cases.perform(opening(other));
        SANDBOX.dynamo()
                .putItem(request ->
                        request.tableName(SANDBOX.table("Records"))
                                .item(
                                        Item.of("case#" + gone.reference(), "document")
                                                .with("kind", KIND)
                                                .with("id", gone.reference().id())
                                                .with("destroyed", 1)
                                                .attributes()));

        Map<Reference, Opened> opened =
                cases.opened(
                        Map.of(
                                missing.reference(), opening(missing).act(),
                                same.reference(), opening(same).act(),
                                other.reference(), act("open", "hr-2"),
                                gone.reference(), opening(gone).act()));

        assertThat(opened)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                missing.reference(), Opened.NOT_YET,
                                same.reference(), Opened.BY_THIS_ACT,
                                other.reference(), Opened.OTHERWISE,
                                gone.reference(), Opened.OTHERWISE));
    }
}
