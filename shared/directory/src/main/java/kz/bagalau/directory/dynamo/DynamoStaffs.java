package kz.bagalau.directory.dynamo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.directory.Staffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// A body's staff as the partition `staff#<body>`, read by one query: `#head`, units, people in
/// shares, places of those who are sent here, substitutions, decisions, and under `sent#<body>` the
/// people whom another body sends here, as that body has written them. Every change is one
/// transaction with the head, so that it is made to the staff that was checked.
///
/// A query is no snapshot of a transaction: it may see some of its items and not others. The head
/// names the edition of every share, so a reader sees whether they belong together.
public final class DynamoStaffs implements Staffs {

    private static final String HEAD = "#head";
    private static final String REVISION = "revision";
    private static final String SHARES = "shares";
    private static final String SENT = "sent";

    private static final int ATTEMPTS = 10;
    private static final long PAUSE = 20;

    /// DynamoDB takes 4 MB in a transaction and 400 kB in an item.
    private static final int LARGEST_SHARE = 350_000;

    private static final int LARGEST_CHANGE = 3_500_000;

    private final Table table;
    private final Clock clock;

    public DynamoStaffs(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The staffs of this runtime's `RECORDS_TABLE`.
    public static DynamoStaffs fromEnvironment() {
        return new DynamoStaffs(Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    static String partition(String body) {
        return "staff#" + body;
    }

    @Override
    public StaffRecords of(String body) {
        return read(body).records();
    }

    @Override
    public List<Substitution> substitutions(String body) {
        var kind = kinds(body).substitutions();
        return table.partition(partition(body), "substitution#").stream()
                .map(item -> kind.edition(item).value())
                .toList();
    }

    /// @param shares the editions of the shares; empty where a share has nobody
    private record Read(StaffRecords records, List<Optional<Edition<People>>> shares) {}

    private Read read(String body) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Read> whole = whole(body, table.partition(partition(body)));
            if (whole.isPresent()) {
                return whole.get();
            }
            pause(attempt);
        }
        throw new IllegalStateException("the shares of a staff do not belong together");
    }

    private Optional<Read> whole(String body, List<Map<String, AttributeValue>> items) {
        Kinds kinds = kinds(body);
        List<Optional<Edition<People>>> shares = new ArrayList<>();
        IntStream.range(0, People.SHARES).forEach(_ -> shares.add(Optional.empty()));
        SortedMap<String, Edition<Unit>> units = new TreeMap<>();
        SortedMap<String, Edition<Employee>> people = new TreeMap<>();
        SortedMap<String, Edition<SecondedPlace>> places = new TreeMap<>();
        SortedMap<String, List<Employee>> sent = new TreeMap<>();
        SortedMap<String, Edition<Substitution>> substitutions = new TreeMap<>();
        SortedMap<String, Edition<ApparatusDecision>> decisions = new TreeMap<>();
        Optional<Map<String, AttributeValue>> head = Optional.empty();
        for (Map<String, AttributeValue> item : items) {
            String[] key = Item.text(item, Item.SK).split("#", 2);
            switch (key[0]) {
                case "" -> head = Optional.of(item);
                case "unit" -> units.put(key[1], kinds.units().edition(item));
                case "place" -> places.put(key[1], kinds.places().edition(item));
                case "substitution" ->
                        substitutions.put(key[1], kinds.substitutions().edition(item));
                case "decision" -> decisions.put(key[1], kinds.decisions().edition(item));
                case "people" -> {
                    Edition<People> share = kinds.people().edition(item);
                    shares.set(Integer.parseInt(key[1]), Optional.of(share));
                    people.putAll(share.value().byId());
                }
                case SENT ->
                        sent.put(
                                key[1],
                                People.unpacked(Item.bytes(item, SENT)).values().stream()
                                        .map(Edition::value)
                                        .toList());
                default -> throw new IllegalStateException("an item of no staff: " + key[0]);
            }
        }
        if (!head.map(item -> Item.texts(item, SHARES))
                .orElse(editions(List.of()))
                .equals(editions(shares))) {
            return Optional.empty();
        }
        long revision = head.map(item -> Item.number(item, REVISION)).orElse(0L);
        return Optional.of(
                new Read(
                        new StaffRecords(
                                body,
                                revision,
                                units,
                                people,
                                places,
                                sent,
                                substitutions,
                                decisions),
                        shares));
    }

    private static List<String> editions(List<Optional<Edition<People>>> shares) {
        return IntStream.range(0, People.SHARES)
                .mapToObj(share ->
                        shares.isEmpty()
                                ? "0"
                                : shares.get(share).map(Edition::version).orElse(0L).toString())
                .toList();
    }

    @Override
    public Written put(StaffRecords seen, StaffChange change, Caller by) {
        Read standing = read(seen.body());
        if (standing.records().revision() != seen.revision()) {
            return Written.OVERTAKEN;
        }
        Kinds kinds = kinds(seen.body());
        Transaction transaction = new Transaction();
        List<Optional<Edition<People>>> shares = standing.shares();
        switch (change) {
            case StaffChange.OfUnit(var unit) ->
                    add(transaction, kinds.units(), unit.id(), seen.units(), unit, by);
            case StaffChange.OfPlace(var person, var place) ->
                    add(transaction, kinds.places(), person, seen.places(), place, by);
            case StaffChange.OfSubstitution(var substitution) ->
                    add(
                            transaction,
                            kinds.substitutions(),
                            substitution.id(),
                            seen.substitutions(),
                            substitution,
                            by);
            case StaffChange.OfDecision(var decision) ->
                    add(
                            transaction,
                            kinds.decisions(),
                            decision.id(),
                            seen.decisions(),
                            decision,
                            by);
            case StaffChange.OfPeople people -> {
                StaffRecords next = seen.with(people);
                shares = shares(next, standing.shares());
                if (tooLarge(shares, standing.shares())) {
                    return Written.TOO_LARGE;
                }
                for (int share = 0; share < People.SHARES; share++) {
                    if (!shares.get(share).equals(standing.shares().get(share))) {
                        kinds.people()
                                .add(
                                        transaction,
                                        number(share),
                                        standing.shares().get(share),
                                        shares.get(share).orElseThrow().value(),
                                        by);
                    }
                }
                send(transaction, seen, next);
            }
        }
        transaction.add(head(seen, shares));
        if (transaction.size() > Transaction.MAX_ITEMS) {
            return Written.TOO_WIDE;
        }
        return transaction.write(table.dynamo()).isEmpty() ? Written.STORED : Written.OVERTAKEN;
    }

    private static <T> void add(
            Transaction transaction,
            DynamoEditions<T> editions,
            String id,
            SortedMap<String, Edition<T>> standing,
            T value,
            Caller by) {
        editions.add(transaction, id, Optional.ofNullable(standing.get(id)), value, by);
    }

    /// The shares after a change; those in which nobody has changed stay as they are.
    private static List<Optional<Edition<People>>> shares(
            StaffRecords next, List<Optional<Edition<People>>> standing) {
        List<SortedMap<String, Edition<Employee>>> people = new ArrayList<>();
        IntStream.range(0, People.SHARES).forEach(_ -> people.add(new TreeMap<>()));
        next.people().forEach((id, person) -> people.get(People.share(id)).put(id, person));
        return IntStream.range(0, People.SHARES)
                .mapToObj(share -> {
                    People now = new People(people.get(share));
                    Optional<Edition<People>> stands = standing.get(share);
                    boolean same =
                            stands.map(Edition::value)
                                    .map(now::equals)
                                    .orElse(now.byId().isEmpty());
                    return same
                            ? stands
                            : Optional.of(
                                    new Edition<>(
                                            now, stands.map(Edition::version).orElse(0L) + 1));
                })
                .toList();
    }

    /// What stands and its place in the history are both written.
    private static boolean tooLarge(
            List<Optional<Edition<People>>> shares, List<Optional<Edition<People>>> standing) {
        long bytes = 0;
        for (int share = 0; share < People.SHARES; share++) {
            if (!shares.get(share).equals(standing.get(share))) {
                int packed = People.packed(shares.get(share).orElseThrow().value().byId()).length;
                if (packed > LARGEST_SHARE) {
                    return true;
                }
                bytes += 2L * packed;
            }
        }
        return bytes > LARGEST_CHANGE;
    }

    /// Writes to each receiving body who is now sent to it. Only this body writes there, and its
    /// changes follow one another.
    private void send(Transaction transaction, StaffRecords before, StaffRecords after) {
        SortedSet<String> receivers = receivers(before);
        receivers.addAll(receivers(after));
        for (String receiver : receivers) {
            var now = sentTo(receiver, after);
            if (!now.equals(sentTo(receiver, before))) {
                transaction.put(
                        table.name(),
                        Item.of(partition(receiver), SENT + "#" + after.body())
                                .with(SENT, People.packed(now)));
            }
        }
    }

    private static SortedSet<String> receivers(StaffRecords records) {
        SortedSet<String> receivers = new TreeSet<>();
        records.people()
                .values()
                .forEach(person ->
                        person.value().secondments().stream()
                                .map(Secondment::to)
                                .forEach(receivers::add));
        return receivers;
    }

    private static SortedMap<String, Edition<Employee>> sentTo(
            String receiver, StaffRecords records) {
        SortedMap<String, Edition<Employee>> sent = new TreeMap<>(records.people());
        sent.values()
                .removeIf(person ->
                        person.value().secondments().stream()
                                .noneMatch(secondment -> secondment.to().equals(receiver)));
        return sent;
    }

    private Put head(StaffRecords seen, List<Optional<Edition<People>>> shares) {
        Item item =
                Item.of(partition(seen.body()), HEAD)
                        .with(REVISION, seen.revision() + 1)
                        .with(SHARES, Item.texts(editions(shares)));
        Put.Builder put = Put.builder().tableName(table.name()).item(item.attributes());
        return seen.revision() == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("revision = :seen")
                        .expressionAttributeValues(Map.of(":seen", Item.number(seen.revision())))
                        .build();
    }

    private static String number(int share) {
        return "%02d".formatted(share);
    }

    private record Kinds(
            DynamoEditions<Unit> units,
            DynamoEditions<People> people,
            DynamoEditions<SecondedPlace> places,
            DynamoEditions<Substitution> substitutions,
            DynamoEditions<ApparatusDecision> decisions) {}

    private Kinds kinds(String body) {
        return new Kinds(
                new DynamoEditions<>(
                        table,
                        clock,
                        new RecordShelf<>(body, "unit", StaffJson::write, StaffJson::unit)),
                new DynamoEditions<>(table, clock, new People.InShares(body)),
                new DynamoEditions<>(
                        table,
                        clock,
                        new RecordShelf<>(body, "place", StaffJson::write, StaffJson::place)),
                new DynamoEditions<>(
                        table,
                        clock,
                        new RecordShelf<>(
                                body, "substitution", StaffJson::write, StaffJson::substitution)),
                new DynamoEditions<>(
                        table,
                        clock,
                        new RecordShelf<>(
                                body, "decision", StaffJson::write, StaffJson::decision)));
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
