package kz.bagalau.cases.dynamo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Opened;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.PastVersion;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.Tombstone;
import kz.bagalau.cases.Written;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Documents as items `case#<kind>#<id>`.
public final class DynamoCases implements Cases {

    /// How often a write is tried again because somebody noted a reading meanwhile.
    private static final int ATTEMPTS = 20;

    private final Table table;

    public DynamoCases(Table table) {
        this.table = table;
    }

    /// The documents of this runtime's `RECORDS_TABLE`.
    public static DynamoCases fromEnvironment() {
        return new DynamoCases(Table.fromEnvironment("RECORDS_TABLE"));
    }

    @Override
    public Optional<Document> find(Reference reference) {
        return item(reference).filter(Tombstones::isDocument).map(Stored::document);
    }

    @Override
    public Map<Reference, Document> find(Collection<Reference> references) {
        return read(references.stream().distinct().toList());
    }

    @Override
    public Optional<Tombstone> tombstone(Reference reference) {
        return item(reference).flatMap(Tombstones::read);
    }

    @Override
    public Written perform(Change change) {
        return perform(change, transaction -> {});
    }

    /// The same, with writes of the capability's own in the transaction, such as facts that it
    /// publishes.
    ///
    /// @param also adds writes; a condition among them that does not hold is a bug
    public Written perform(Change change, Consumer<Transaction> also) {
        return perform(List.of(change), also)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "another condition did not hold: " + change.next().reference()));
    }

    /// Several changes of different documents in one transaction, with writes of the capability's
    /// own.
    ///
    /// @param also adds writes with conditions
    /// @return what became of the first change; empty where another document is not what was seen,
    ///   or a condition of `also` did not hold: nothing is stored
    public Optional<Written> perform(List<Change> changes, Consumer<Transaction> also) {
        Change first = changes.getFirst();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Transaction transaction = new Transaction();
            List<ChangeWrites> writes = new ArrayList<>();
            for (Change change : changes) {
                var standing = item(change.next().reference());
                var tombstone = standing.flatMap(Tombstones::read);
                if (tombstone.isPresent()) {
                    return change == first
                            ? Optional.of(new Written.Destroyed(tombstone.get()))
                            : Optional.empty();
                }
                if (version(standing) != change.next().version() - 1) {
                    return change == first
                            ? Optional.of(overtaken(change, standing))
                            : Optional.empty();
                }
                Chain chain = Chain.of(table, change.next().reference());
                writes.add(new ChangeWrites(table, change, standing, chain, transaction));
            }
            writes.forEach(ChangeWrites::add);
            int own = transaction.size();
            also.accept(transaction);
            fits(transaction, first);
            List<Transaction.Refusal> refusals = transaction.write(table.dynamo());
            if (refusals.isEmpty()) {
                return Optional.of(new Written.Stored(first.next()));
            }
            if (refusals.stream().anyMatch(writes.getFirst()::isOfReply)) {
                return Optional.of(new Written.CarriedOut());
            }
            if (refusals.stream().anyMatch(refusal -> refusal.position() >= own)) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException(first.next().reference() + " is written too often");
    }

    @Override
    public int performAll(List<List<Change>> groups) {
        int stored = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ChangeGroups left = ChangeGroups.read(table, groups.subList(stored, groups.size()));
            stored += left.write();
            if (left.overtaken() || stored == groups.size()) {
                return stored;
            }
        }
        throw new IllegalStateException(
                groups.get(stored).getFirst().next().reference() + " is written too often");
    }

    @Override
    public Map<Reference, Opened> opened(Map<Reference, Act> openings) {
        var found =
                table.find(
                        openings.keySet().stream()
                                .flatMap(one ->
                                        Stream.of(Places.document(one), Places.version(one, 1)))
                                .toList());
        Map<Reference, Opened> opened = new HashMap<>();
        openings.forEach((reference, act) -> opened.put(reference, opened(found, reference, act)));
        return opened;
    }

    private static Opened opened(
            Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found,
            Reference reference,
            Act act) {
        if (!found.containsKey(Places.document(reference))) {
            return Opened.NOT_YET;
        }
        var first = Optional.ofNullable(found.get(Places.version(reference, 1)));
        return first.filter(item -> isOf(act, item)).isPresent()
                ? Opened.BY_THIS_ACT
                : Opened.OTHERWISE;
    }

    private static boolean isOf(Act act, Map<String, AttributeValue> version) {
        return Item.text(version, "act").equals(Stored.digest(act));
    }

    private static long version(Optional<Map<String, AttributeValue>> standing) {
        return standing.map(item -> Item.number(item, "version")).orElse(0L);
    }

    private static void fits(Transaction transaction, Change change) {
        if (transaction.size() > Transaction.MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "%s of %s writes %d items, a transaction holds %d"
                            .formatted(
                                    change.act().event(),
                                    change.next().reference(),
                                    transaction.size(),
                                    Transaction.MAX_ITEMS));
        }
    }

    @Override
    public Optional<Written> overtaken(Document seen, long version, Act act) {
        return seen.version() == version
                ? Optional.empty()
                : Optional.of(overtakenBy(seen, version + 1, act));
    }

    /// The document is not what was seen: by this very act, sent before, or by another.
    private Written overtaken(Change change, Optional<Map<String, AttributeValue>> standing) {
        Reference reference = change.next().reference();
        Document current =
                standing.map(Stored::document)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        reference + " was seen and does not exist"));
        return overtakenBy(current, change.next().version(), change.act());
    }

    private Written overtakenBy(Document current, long made, Act act) {
        boolean again =
                table.find(Places.partition(current.reference()), Places.version(made))
                        .filter(item -> isOf(act, item))
                        .isPresent();
        return again ? new Written.Again(current) : new Written.Conflict(current);
    }

    @Override
    public List<String> notToBeNamed(Collection<String> files, Caller caller) {
        Set<String> theirs = new HashSet<>();
        table.find(files.stream().map(file -> Item.key(Places.file(file), Places.SENT)).toList())
                .values()
                .forEach(item -> {
                    Enclosure file = DynamoEnclosures.read(item);
                    if (file.mayBeNamedBy(caller)) {
                        theirs.add(file.id());
                    }
                });
        return files.stream().filter(file -> !theirs.contains(file)).toList();
    }

    @Override
    public void note(Reference reference, Act act) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Transaction transaction = new Transaction();
            Chain.of(table, reference).add(transaction, table.name(), act, Json.object());
            if (transaction.write(table.dynamo()).isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException(reference + " is written too often");
    }

    @Override
    public Optional<Page<Document>> inState(String kind, String body, String state, Paging paging) {
        return documents(Listing.of(table, Places.inState(kind, body, state), "").page(paging));
    }

    @Override
    public Optional<Page<Document>> ofBody(String kind, String body, String period, Paging paging) {
        return documents(Listing.of(table, Places.ofBody(kind, body), period).page(paging));
    }

    @Override
    public Optional<Page<Document>> of(Party party, String kind, Paging paging) {
        return of(party, kind, "", paging);
    }

    @Override
    public Optional<Page<Document>> of(Party party, String kind, String period, Paging paging) {
        return documents(
                Listing.of(table, Places.ofParty(party), kind + "#" + period).page(paging));
    }

    @Override
    public Optional<Page<Document>> inState(
            String kind,
            String body,
            String state,
            String period,
            Paging paging,
            Predicate<Document> wanted) {
        return filled(Listing.of(table, Places.inState(kind, body, state), period), paging, wanted);
    }

    @Override
    public Optional<Page<Document>> ofBody(
            String kind, String body, String period, Paging paging, Predicate<Document> wanted) {
        return filled(Listing.of(table, Places.ofBody(kind, body), period), paging, wanted);
    }

    @Override
    public Optional<Page<Document>> wanted(
            Party party, String kind, String period, Paging paging, Wanted wanted) {
        return Filling.page(
                Listing.of(table, Places.ofParty(party), kind + "#" + period),
                paging,
                this::find,
                wanted);
    }

    private Optional<Page<Document>> filled(
            Listing listing, Paging paging, Predicate<Document> wanted) {
        return Filling.page(listing, paging, this::find, _ -> wanted);
    }

    @Override
    public Optional<Page<PastVersion>> history(Reference reference, Paging paging) {
        return Listing.of(table, Places.partition(reference), Places.VERSION)
                .page(paging)
                .map(page ->
                        new Page<>(
                                page.items().stream().map(Stored::version).toList(), page.next()));
    }

    @Override
    public Optional<Page<Task>> tasks(Party owner, Optional<LocalDate> until, Paging paging) {
        return tasks(listing(Places.tasks(owner), until).page(paging));
    }

    @Override
    public Optional<Page<Task>> tasks(
            Collection<Party> owners, Optional<LocalDate> until, Paging paging) {
        List<Page<Map<String, AttributeValue>>> pages = new ArrayList<>();
        for (Party owner : Set.copyOf(owners)) {
            var page = listing(Places.tasks(owner), until).page(paging);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            pages.add(page.get());
        }
        return tasks(Optional.of(Listing.merged(pages, paging.limit())));
    }

    @Override
    public Optional<Page<Task>> tasksOf(String body, LocalDate from, LocalDate to, Paging paging) {
        String pk = Places.tasksOfBody(body);
        String end = to.plusDays(1).toString();
        return tasks(
                Listing.between(table, pk, from.toString(), end)
                        .indexed(paging, TaskItems::keyOfIndexed));
    }

    @Override
    public Optional<Page<Reference>> listed(String kind, String body, Paging paging) {
        return Listing.of(table, Places.ofBody(kind, body), "")
                .page(paging)
                .map(page ->
                        new Page<>(page.items().stream().map(Places::named).toList(), page.next()));
    }

    @Override
    public Optional<Page<Task>> tasksOf(String body, Optional<LocalDate> until, Paging paging) {
        return tasks(
                listing(Places.tasksOfBody(body), until).indexed(paging, TaskItems::keyOfIndexed));
    }

    private Listing listing(String pk, Optional<LocalDate> until) {
        return until.map(day -> Listing.before(table, pk, day.plusDays(1).toString()))
                .orElseGet(() -> Listing.of(table, pk, ""));
    }

    private static Optional<Page<Task>> tasks(Optional<Page<Map<String, AttributeValue>>> page) {
        return page.map(found ->
                new Page<>(
                        found.items().stream()
                                .map(item -> Stored.task(Item.text(item, "task")))
                                .toList(),
                        found.next()));
    }

    @Override
    public AuditTrail trail(Reference reference) {
        String partition = Places.partition(reference);
        Map<Long, String> versions = new HashMap<>();
        for (var item : table.partition(partition, Places.VERSION)) {
            versions.put(numberOf(item), Item.text(item, "snapshot"));
        }
        Chain end = Chain.of(table, reference);
        var standing = item(reference);
        return new AuditTrail(
                reference,
                table.partition(partition, Places.ENTRY).stream()
                        .map(item ->
                                new AuditTrail.Entry(
                                        numberOf(item),
                                        Item.text(item, "entry"),
                                        Item.text(item, "hash")))
                        .toList(),
                end.count(),
                end.hash(),
                versions,
                standing.filter(Tombstones::isDocument)
                        .map(item ->
                                new AuditTrail.Current(
                                        Item.number(item, "version"), Item.text(item, "snapshot"))),
                standing.flatMap(Tombstones::read)
                        .map(tombstone ->
                                new AuditTrail.Destroyed(tombstone, isNamedByAct(tombstone))));
    }

    private boolean isNamedByAct(Tombstone tombstone) {
        return find(tombstone.act()).stream()
                .flatMap(act -> act.content().path("objects").valueStream())
                .anyMatch(named ->
                        named.path("object").asText().equals(tombstone.reference().objectId()));
    }

    private static long numberOf(Map<String, AttributeValue> item) {
        String sk = Item.text(item, Item.SK);
        return Long.parseLong(sk.substring(sk.indexOf('#') + 1));
    }

    private Optional<Map<String, AttributeValue>> item(Reference reference) {
        return table.find(Places.partition(reference), Places.DOCUMENT);
    }

    /// The documents that a page of a list names. One that left the list since is not among them.
    private Optional<Page<Document>> documents(Optional<Page<Map<String, AttributeValue>>> page) {
        return page.map(found -> {
            List<Reference> references = found.items().stream().map(Places::named).toList();
            Map<Reference, Document> documents = read(references);
            return new Page<>(
                    references.stream().map(documents::get).filter(Objects::nonNull).toList(),
                    found.next());
        });
    }

    private Map<Reference, Document> read(List<Reference> references) {
        Map<Reference, Document> documents = new HashMap<>();
        table.find(references.stream().map(Places::document).toList()).values().stream()
                .filter(Tombstones::isDocument)
                .map(Stored::document)
                .forEach(document -> documents.put(document.reference(), document));
        return documents;
    }
}
