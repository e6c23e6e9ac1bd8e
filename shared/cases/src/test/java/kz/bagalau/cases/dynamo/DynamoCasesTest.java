package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.AT;
import static kz.bagalau.cases.dynamo.Sheets.EMPLOYEE;
import static kz.bagalau.cases.dynamo.Sheets.HIGHER;
import static kz.bagalau.cases.dynamo.Sheets.KIND;
import static kz.bagalau.cases.dynamo.Sheets.MANAGER;
import static kz.bagalau.cases.dynamo.Sheets.act;
import static kz.bagalau.cases.dynamo.Sheets.content;
import static kz.bagalau.cases.dynamo.Sheets.draft;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static kz.bagalau.cases.dynamo.Sheets.submitting;
import static kz.bagalau.cases.dynamo.Sheets.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.PastVersion;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.Written;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoCasesTest {

    private static final Optional<LocalDate> EVER = Optional.empty();

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Crash CRASH = new Crash();

    @AutoClose
    private static final DynamoDbClient MORTAL = new Endpoint(SANDBOX.address()).connect(CRASH);

    private static final Table TABLE = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));

    private final DynamoCases cases = new DynamoCases(TABLE);
    private final DynamoCases mortal = new DynamoCases(new Table(MORTAL, SANDBOX.table("Records")));
    private final Outbox outbox = new DynamoOutbox(TABLE);
    private final String body = "body-" + UUID.randomUUID();

    @Test
    void whatIsStoredIsFound_byIdStateBodyPeriodAndPerson() {
        Document draft = opened("2026");

        assertThat(cases.find(draft.reference())).contains(draft);
        assertThat(cases.find(new Reference(KIND, "other"))).isEmpty();
        assertThat(all(paging -> cases.inState(KIND, body, "DRAFT", paging)))
                .containsExactly(draft);
        assertThat(all(paging -> cases.inState(KIND, body, "ON_REVIEW", paging))).isEmpty();
        assertThat(all(paging -> cases.ofBody(KIND, body, "2026", paging))).containsExactly(draft);
        assertThat(all(paging -> cases.ofBody(KIND, body, "2027", paging))).isEmpty();
        assertThat(all(paging -> cases.ofBody("kpi-plan", body, "", paging))).isEmpty();
        assertThat(all(paging -> cases.of(EMPLOYEE, KIND, paging))).contains(draft);
        assertThat(all(paging -> cases.of(HIGHER, KIND, paging))).doesNotContain(draft);
    }

    @Test
    void anEventMovesTheDocumentThroughItsLists_andSettlesAndOpensTasks() {
        Document draft = opened("2026");
        assertThat(tasksOf(body)).extracting(Task::event).containsExactly("submit");

        Change submitting = submitting(draft);
        assertThat(cases.perform(submitting)).isEqualTo(new Written.Stored(submitting.next()));

        assertThat(all(paging -> cases.inState(KIND, body, "DRAFT", paging))).isEmpty();
        assertThat(all(paging -> cases.inState(KIND, body, "ON_REVIEW", paging)))
                .containsExactly(submitting.next());
        assertThat(all(paging -> cases.ofBody(KIND, body, "", paging)))
                .containsExactly(submitting.next());
        assertThat(all(paging -> cases.of(HIGHER, KIND, paging))).contains(submitting.next());
        assertThat(tasksOf(body)).isEqualTo(submitting.tasks());
        assertThat(all(paging -> cases.tasks(MANAGER, EVER, paging)))
                .noneMatch(task -> task.body().equals(body));
        assertThat(all(paging -> cases.tasks(HIGHER, EVER, paging)))
                .containsAll(submitting.tasks());
    }

    @Test
    void whoHasNoPartAnyMoreLosesItFromTheirList() {
        Document draft = opened("2026");
        Document next = draft.next("DRAFT", Set.of(EMPLOYEE), draft.content());

        cases.perform(new Change(next, act("open", "hr-1"), List.of()));

        assertThat(all(paging -> cases.of(MANAGER, KIND, paging)))
                .extracting(Document::reference)
                .doesNotContain(draft.reference());
        assertThat(all(paging -> cases.inState(KIND, body, "DRAFT", paging))).containsExactly(next);
    }

    @Test
    void everyVersionIsKept_withWhoMadeIt() {
        Document draft = opened("2026");
        cases.perform(submitting(draft));

        assertThat(all(paging -> cases.history(draft.reference(), paging)))
                .containsExactly(
                        new PastVersion(
                                1, "-", "DRAFT", act("open", "hr-1"), content("achieved", 3)),
                        new PastVersion(
                                2,
                                "DRAFT",
                                "ON_REVIEW",
                                act("submit", "boss-1"),
                                content("achieved", 4)));
        assertThat(cases.trail(draft.reference()).faults()).isEmpty();
        assertThat(cases.trail(draft.reference()).entries()).hasSize(2);
    }

    @Test
    void whoSawAnOlderVersionIsShownWhatStands_andNothingIsStored() {
        Document draft = opened("2026");
        Change first = submitting(draft);
        cases.perform(first);
        Document other = draft.next("DRAFT", draft.parties(), content("achieved", 5));

        assertThat(cases.perform(new Change(other, act("edit", "boss-1"), List.of())))
                .isEqualTo(new Written.Conflict(first.next()));

        assertThat(cases.find(draft.reference())).contains(first.next());
        assertThat(tasksOf(body)).isEqualTo(first.tasks());
        assertThat(cases.trail(draft.reference()).entries()).hasSize(2);
    }

    @Test
    void theSameAgainHasNoSecondEffect_alsoAfterOthersHaveGoneOn() {
        Document draft = opened("2026");
        Change first = submitting(draft);
        cases.perform(first);

        assertThat(cases.perform(first)).isEqualTo(new Written.Again(first.next()));
        assertThat(cases.perform(opening(draft))).isEqualTo(new Written.Again(first.next()));

        Document third = first.next().next("RETURNED", first.next().parties(), content("a", 1));
        cases.perform(new Change(third, act("return", "boss-2"), List.of()));
        assertThat(cases.perform(first)).isEqualTo(new Written.Again(third));
        assertThat(messagesTo(draft)).hasSize(1);
        assertThat(cases.trail(draft.reference()).entries()).hasSize(3);
    }

    @Test
    void theSameEventOfAnotherPerson_orWithAnotherReason_isNotTheSameAgain() {
        Document draft = opened("2026");
        Change first = submitting(draft);
        cases.perform(first);

        assertThat(cases.perform(new Change(first.next(), act("submit", "boss-9"), first.tasks())))
                .isInstanceOf(Written.Conflict.class);
        assertThat(
                        cases.perform(
                                new Change(
                                        first.next(),
                                        new Act("submit", "boss-1", AT, content("row", 5)),
                                        first.tasks())))
                .isInstanceOf(Written.Conflict.class);
    }

    @Test
    void whetherTheVersionThatWasSeenStillStands_isKnownBeforeAnythingIsDecided() {
        Document draft = opened("2026");
        Act submit = act("submit", "boss-1");
        assertThat(cases.overtaken(draft, 1, submit)).isEmpty();

        Document second = submitting(draft).next();
        cases.perform(submitting(draft));

        assertThat(cases.overtaken(second, 2, submit)).isEmpty();
        assertThat(cases.overtaken(second, 1, submit)).contains(new Written.Again(second));
        assertThat(cases.overtaken(second, 1, act("submit", "boss-2")))
                .contains(new Written.Conflict(second));
        assertThat(cases.overtaken(second, 9, submit)).contains(new Written.Conflict(second));
    }

    @Test
    void ofTwoThatOpenUnderOneId_oneStands() {
        Document draft = opened("2026");
        Document other =
                new Document(
                        draft.reference(),
                        KIND,
                        body,
                        "2026",
                        Set.of(),
                        "DRAFT",
                        1,
                        content("achieved", 0));

        assertThat(cases.perform(new Change(other, act("open", "hr-2"), List.of())))
                .isEqualTo(new Written.Conflict(draft));
    }

    @Test
    void severalDocuments_areChangedTogetherOrNoneIs() {
        Document first = opened("2026");
        Document second = opened("2026");

        assertThat(together(cases, submitting(first), submitting(second)))
                .contains(new Written.Stored(submitting(first).next()));
        assertThat(cases.find(second.reference())).contains(submitting(second).next());
        assertThat(cases.trail(second.reference()).faults()).isEmpty();

        Document third = opened("2026");
        assertThat(together(cases, submitting(third), submitting(second))).isEmpty();
        assertThat(cases.find(third.reference())).contains(third);
        assertThat(together(cases, submitting(first), submitting(second)))
                .contains(new Written.Again(submitting(first).next()));
    }

    @Test
    void whoIsOvertakenInADocumentBeside_changesNothing() {
        for (int request = 1; request <= 5; request++) {
            Document main = opened("2026");
            Document beside = opened("2026");
            Document theirs = beside.next("DRAFT", beside.parties(), content("achieved", 5));
            Change quicker = new Change(theirs, act("edit", "boss-1"), List.of());

            Optional<Written> written =
                    CRASH.meanwhile(
                            request,
                            () -> cases.perform(quicker),
                            () -> together(mortal, submitting(main), submitting(beside)));

            assertThat(written).as("%d", request).isEmpty();
            assertThat(cases.find(main.reference())).contains(main);
        }
    }

    private static Optional<Written> together(DynamoCases cases, Change first, Change second) {
        return cases.perform(List.of(first, second), transaction -> {});
    }

    @Test
    void thePartsOfAnOwnList_areFoundByPeriod() {
        Document old = opened("2025");
        Document recent = opened("2026");

        assertThat(all(paging -> cases.of(EMPLOYEE, KIND, "2026", paging)))
                .contains(recent)
                .doesNotContain(old);
    }

    @Test
    void underAKeyThatWasCarriedOut_nothingHappens() {
        var reply =
                Optional.of(
                        new Idempotency.Key(UUID.randomUUID().toString(), "digest")
                                .reply(201, "{}"));
        Document first = draft("k-" + UUID.randomUUID(), body, "2026");
        Document second = draft("k-" + UUID.randomUUID(), body, "2026");

        assertThat(
                        cases.perform(
                                new Change(
                                        first, act("open", "hr-1"), List.of(), List.of(), reply)))
                .isInstanceOf(Written.Stored.class);
        assertThat(
                        cases.perform(
                                new Change(
                                        second, act("open", "hr-1"), List.of(), List.of(), reply)))
                .isEqualTo(new Written.CarriedOut());

        assertThat(cases.find(second.reference())).isEmpty();
        assertThat(all(paging -> cases.ofBody(KIND, body, "", paging))).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_theSameAgainGivesOneEffect(Moment moment) {
        int requests = 0;
        boolean died = true;
        while (died) {
            requests++;
            Document draft = opened("2026");
            Change change = submitting(draft);

            died = CRASH.at(requests, moment, () -> mortal.perform(change)).isEmpty();
            Written again = cases.perform(change);

            boolean stood = !died || (moment == Moment.AFTER && again instanceof Written.Again);
            assertThat(again)
                    .isEqualTo(
                            stood
                                    ? new Written.Again(change.next())
                                    : new Written.Stored(change.next()));
            assertThat(cases.find(draft.reference())).contains(change.next());
            assertThat(all(paging -> cases.history(draft.reference(), paging))).hasSize(2);
            assertThat(messagesTo(draft)).hasSize(1);
            assertThat(cases.trail(draft.reference()).faults()).isEmpty();
            assertThat(cases.trail(draft.reference()).entries()).hasSize(2);
            assertThat(
                            tasksOf(body).stream()
                                    .filter(task -> task.object().equals(draft.reference())))
                    .isEqualTo(change.tasks());
        }
        assertThat(requests).isEqualTo(4); // two reads, one transaction, and then it lives
    }

    @Test
    void whoIsOvertakenAtAnyMoment_changesNothing() {
        for (int request = 1; request <= 3; request++) {
            Document draft = opened("2026");
            Document theirs = draft.next("DRAFT", draft.parties(), content("achieved", 5));
            Change quicker = new Change(theirs, act("edit", "boss-1"), List.of());

            Written written =
                    CRASH.meanwhile(
                            request,
                            () -> cases.perform(quicker),
                            () -> mortal.perform(submitting(draft)));

            assertThat(written).isEqualTo(new Written.Conflict(theirs));
            assertThat(messagesTo(draft)).isEmpty();
            assertThat(cases.trail(draft.reference()).faults()).isEmpty();
        }
    }

    @Test
    void aReadingNotedMeanwhile_keepsNobodyFromChanging() {
        for (int request = 1; request <= 3; request++) {
            Document draft = opened("2026");

            Written written =
                    CRASH.meanwhile(
                            request,
                            () -> cases.note(draft.reference(), act("read", "head-1")),
                            () -> mortal.perform(submitting(draft)));

            assertThat(written).isInstanceOf(Written.Stored.class);
            assertThat(cases.trail(draft.reference()).entries()).hasSize(3);
            assertThat(cases.trail(draft.reference()).faults()).isEmpty();
        }
    }

    @Test
    void ofManyAtOnce_oneChangesTheDocument_andEveryReadingIsNoted() {
        Document draft = opened("2026");

        List<Written> written =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> {
                            if (i % 2 == 0) {
                                cases.note(draft.reference(), act("read", "reader-" + i));
                            }
                            return cases.perform(
                                    new Change(
                                            draft.next(
                                                    "ON_REVIEW", draft.parties(), content("by", i)),
                                            act("submit", "boss-" + i),
                                            List.of()));
                        })
                        .toList();

        assertThat(written).filteredOn(Written.Stored.class::isInstance).hasSize(1);
        assertThat(written).filteredOn(Written.Conflict.class::isInstance).hasSize(15);
        assertThat(cases.trail(draft.reference()).entries()).hasSize(1 + 1 + 8);
        assertThat(cases.trail(draft.reference()).faults()).isEmpty();
    }

    @Test
    void moreThanTwentyFiveTasksOfOneDocument_areOpenedAndSettledAtOnce() {
        Document draft = opened("2026");
        Document second = draft.next("ON_REVIEW", draft.parties(), content("a", 1));
        List<Task> forty = tasks(second, "first", 40);
        cases.perform(new Change(second, act("submit", "boss-1"), forty));
        assertThat(tasksOf(body)).containsExactlyInAnyOrderElementsOf(forty);

        Document third = second.next("SIGNED", second.parties(), content("a", 2));
        List<Task> others = tasks(third, "second", 40);
        assertThat(cases.perform(new Change(third, act("agree", "boss-2"), others)))
                .isInstanceOf(Written.Stored.class);

        assertThat(tasksOf(body)).containsExactlyInAnyOrderElementsOf(others);
        assertThat(all(paging -> cases.tasks(Party.person("first-7"), EVER, paging)))
                .noneMatch(task -> task.body().equals(body));
    }

    @Test
    void whatNoTransactionHolds_isRefusedBeforeAnythingIsWritten() {
        Document draft = opened("2026");
        Document next = draft.next("ON_REVIEW", draft.parties(), content("a", 1));

        assertThatThrownBy(() ->
                        cases.perform(
                                new Change(next, act("submit", "boss-1"), tasks(next, "p", 95))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a transaction holds 100");
        assertThat(cases.find(draft.reference())).contains(draft);
        assertThat(cases.trail(draft.reference()).faults()).isEmpty();
    }

    @Test
    void tasksThatStayOpenAreLeftAlone() {
        Document draft = opened("2026");
        Document second = draft.next("ON_REVIEW", draft.parties(), content("a", 1));
        List<Task> many = tasks(second, "p", 80);
        cases.perform(new Change(second, act("submit", "boss-1"), many));
        Document third = second.next("ON_REVIEW", second.parties(), content("a", 2));

        // Eighty that stay and fifteen that are new: together too many, had they been written anew.
        List<Task> more = new ArrayList<>(many);
        more.addAll(tasks(third, "q", 15));
        assertThat(cases.perform(new Change(third, act("edit", "boss-1"), more)))
                .isInstanceOf(Written.Stored.class);
        assertThat(tasksOf(body)).containsExactlyInAnyOrderElementsOf(more);
    }

    @Test
    void aTaskWhoseDayIsConfirmed_isSeenSo() {
        Document draft = opened("2026");
        Document second = draft.next("ON_REVIEW", draft.parties(), content("a", 1));
        Task provisional = task(second, "agree", HIGHER, day("2027-01-11")).provisional(true);
        cases.perform(new Change(second, act("submit", "boss-1"), List.of(provisional)));
        Document third = second.next("ON_REVIEW", second.parties(), content("a", 1));

        cases.perform(
                new Change(
                        third, act("recount", "system"), List.of(provisional.provisional(false))));

        assertThat(tasksOf(body)).containsExactly(provisional.provisional(false));
    }

    @Test
    void tasksAreReadByTheirDay_thoseWithoutOneLast() {
        Document draft = opened("2026");
        Document next = draft.next("ON_REVIEW", draft.parties(), content("a", 1));
        Party owner = Party.person("owner-" + UUID.randomUUID());
        Task late = task(next, "a", owner, day("2026-04-20"));
        Task early = task(next, "b", owner, day("2026-03-02"));
        Task never = task(next, "c", owner, EVER);
        cases.perform(new Change(next, act("submit", "boss-1"), List.of(late, never, early)));

        assertThat(all(paging -> cases.tasks(owner, EVER, paging)))
                .containsExactly(early, late, never);
        assertThat(tasksOf(body)).containsExactly(early, late, never);
        assertThat(all(paging -> cases.tasks(owner, day("2026-04-19"), paging)))
                .containsExactly(early);
        assertThat(all(paging -> cases.tasks(owner, day("2026-04-20"), paging)))
                .containsExactly(early, late);
        assertThat(all(paging -> cases.tasksOf(body, day("2026-03-01"), paging))).isEmpty();
        assertThat(early.late(LocalDate.of(2026, 3, 2))).isFalse();
        assertThat(early.late(LocalDate.of(2026, 3, 3))).isTrue();
        assertThat(never.late(LocalDate.of(2036, 3, 3))).isFalse();
    }

    @Test
    void everyListIsReadPageByPage_withoutDoubleOrLoss() {
        List<Document> documents =
                IntStream.range(0, 23)
                        .mapToObj(
                                i -> opened("2026-Q" + (1 + i % 4), "k%02d-%s".formatted(i, body)))
                        .toList();

        for (int limit : new int[] {1, 5, 22, 23, 24}) {
            assertThat(all(limit, paging -> cases.ofBody(KIND, body, "", paging)))
                    .hasSize(23)
                    .containsExactlyInAnyOrderElementsOf(documents);
            assertThat(all(limit, paging -> cases.inState(KIND, body, "DRAFT", paging)))
                    .hasSize(23)
                    .containsExactlyInAnyOrderElementsOf(documents);
            assertThat(all(limit, paging -> cases.tasksOf(body, EVER, paging))).hasSize(23);
            assertThat(all(limit, paging -> cases.ofBody(KIND, body, "2026-Q1", paging)))
                    .hasSize(6);
        }
        assertThat(cases.ofBody(KIND, body, "", Paging.first(23)).orElseThrow().next()).isEmpty();
        assertThat(cases.ofBody(KIND, body, "", Paging.first(22)).orElseThrow().next()).isPresent();
    }

    @Test
    void aCursorThatCannotBeOfTheListGivesNoPage() {
        IntStream.range(0, 3).forEach(i -> opened("2026-Q" + (1 + i)));
        String ofAll = cases.ofBody(KIND, body, "", Paging.first(2)).orElseThrow().next().get();

        assertThat(cases.ofBody(KIND, body, "2026-Q1", Paging.first(2).after(ofAll))).isEmpty();
        assertThat(cases.tasksOf(body, day("2026-01-01"), Paging.first(2).after("MjAyNy0wMS0wMQ")))
                .isEmpty();
        for (String forged : List.of("", "?", "!!", "AA==A")) {
            assertThat(cases.ofBody(KIND, body, "", Paging.first(2).after(forged))).isEmpty();
        }
    }

    @Test
    void aDocumentStaysInItsBodyAndPeriod() {
        Document draft = opened("2026");
        Document moved =
                new Document(
                        draft.reference(),
                        KIND,
                        "elsewhere",
                        "2026",
                        Set.of(),
                        "DRAFT",
                        2,
                        content("a", 1));

        assertThatThrownBy(() -> cases.perform(new Change(moved, act("move", "hr-1"), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatACapabilityWritesBesides_isInTheSameTransaction() {
        Document draft = opened("2026");
        Change change = submitting(draft);
        String fact = "fact-" + UUID.randomUUID();

        cases.perform(
                change,
                transaction -> transaction.put(TABLE.name(), Item.of(fact, "-").with("v", "1")));
        assertThat(TABLE.find(fact, "-")).isPresent();

        String lost = "fact-" + UUID.randomUUID();
        assertThat(
                        cases.perform(
                                change,
                                transaction -> transaction.put(TABLE.name(), Item.of(lost, "-"))))
                .isInstanceOf(Written.Again.class);
        assertThat(TABLE.find(lost, "-")).isEmpty();
    }

    @Test
    void aMessageWaitsUntilItIsSent_andIsSentUnderItsId() {
        Document draft = opened("2026");
        Change change = submitting(draft);
        cases.perform(change);

        Outbox.Waiting waiting = messagesTo(draft).getFirst();
        assertThat(waiting.message()).isEqualTo(change.messages().getFirst());
        assertThat(waiting.id()).endsWith(draft.reference() + "#2#0");
        assertThat(messagesTo(draft)).containsExactly(waiting);

        outbox.sent(waiting);
        outbox.sent(waiting);
        assertThat(messagesTo(draft)).isEmpty();
    }

    /// The lists of several owners by day, in pages of every length.
    @Test
    void theTasksOfSeveralOwnersAreOneList_byDay() {
        List<Party> owners = Stream.of("a", "b", "c").map(one -> person(one)).toList();
        List<Task> expected = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Document draft = draft("k-" + i + UUID.randomUUID(), body, "2026");
            Optional<LocalDate> day =
                    i == 8 ? EVER : Optional.of(LocalDate.of(2026, 3, 20).plusDays(i % 4));
            // the last but one is everybody's: one document and event, three owners
            List<Task> tasks =
                    (i == 7 ? owners : List.of(owners.get(i % 3)))
                            .stream().map(owner -> task(draft, "submit", owner, day)).toList();
            cases.perform(new Change(draft, act("open", "hr-1"), tasks));
            expected.addAll(tasks);
        }
        for (int limit = 1; limit <= 12; limit++) {
            List<Task> read = all(limit, paging -> cases.tasks(owners, EVER, paging));
            assertThat(read).as("pages of " + limit).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(read)
                    .isSortedAccordingTo(
                            Comparator.comparing(
                                    one -> one.due().orElse(LocalDate.of(9999, 12, 31))));
        }
        assertThat(all(paging -> cases.tasks(owners, day("2026-03-20"), paging)))
                .hasSize(2)
                .allMatch(task -> task.due().equals(day("2026-03-20")));
        assertThat(all(paging -> cases.tasks(List.of(), EVER, paging))).isEmpty();
        assertThat(cases.tasks(owners, EVER, new Paging(5, Optional.of("?")))).isEmpty();
    }

    @Test
    void aBodysTasksOfAPeriod_bothDaysIncluded() {
        for (int i = 0; i < 10; i++) {
            Document draft = draft("k-" + UUID.randomUUID(), body, "2026");
            Optional<LocalDate> due = Optional.of(LocalDate.of(2026, 3, 20).plusDays(i));
            cases.perform(
                    new Change(
                            draft,
                            act("open", "hr-1"),
                            List.of(task(draft, "submit", MANAGER, due))));
        }
        LocalDate from = LocalDate.of(2026, 3, 22);
        LocalDate to = LocalDate.of(2026, 3, 25);

        assertThat(all(2, paging -> cases.tasksOf(body, from, to, paging)))
                .extracting(task -> task.due().orElseThrow())
                .containsExactly(from, from.plusDays(1), from.plusDays(2), to);
    }

    @Test
    void aListNamesWhatIsGoneToo() {
        Document draft = opened("2026");
        TABLE.dynamo()
                .deleteItem(request ->
                        request.tableName(TABLE.name())
                                .key(Item.key("case#" + draft.reference(), "document")));

        assertThat(all(paging -> cases.ofBody(KIND, body, "", paging))).isEmpty();
        assertThat(all(paging -> cases.listed(KIND, body, paging)))
                .containsExactly(draft.reference());
    }

    private Party person(String name) {
        return Party.person(name + body);
    }

    private Document opened(String period) {
        return opened(period, "k-" + UUID.randomUUID());
    }

    private Document opened(String period, String id) {
        Document draft = draft(id, body, period);
        assertThat(cases.perform(opening(draft))).isEqualTo(new Written.Stored(draft));
        return draft;
    }

    private static List<Task> tasks(Document document, String event, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> task(document, event, Party.person(event + "-" + i), EVER))
                .toList();
    }

    private List<Task> tasksOf(String ofBody) {
        return all(paging -> cases.tasksOf(ofBody, EVER, paging));
    }

    private List<Outbox.Waiting> messagesTo(Document document) {
        return outbox.waiting()
                .filter(waiting -> waiting.id().contains("#" + document.reference() + "#"))
                .toList();
    }

    private static <T> List<T> all(Function<Paging, Optional<Page<T>>> list) {
        return all(100, list);
    }

    private static <T> List<T> all(int limit, Function<Paging, Optional<Page<T>>> list) {
        List<T> items = new ArrayList<>();
        Optional<Paging> paging = Optional.of(Paging.first(limit));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<T> page = list.apply(asked).orElseThrow();
            items.addAll(page.items());
            paging = page.next().map(asked::after);
        }
        return items;
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }
}
