package kz.bagalau.exit.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Ground;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.settled.ChangeRequest;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The register as items `leavers#<body>`/id, its history as `history#<id>`/version (and moment,
/// for another code), and the ways to a leaver as items that name body and id: `interview#<id>`,
/// `code#<hash>`, and `person#<person>`/body and day, which also keeps an announcement from
/// standing twice.
public final class DynamoLeavers implements Leavers {

    private static final String HERE = "-";

    private final Table table;
    private final Clock clock;

    DynamoLeavers(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The register of this runtime's `EXIT_INTERVIEWS_TABLE`.
    public static DynamoLeavers fromEnvironment() {
        return new DynamoLeavers(
                Table.fromEnvironment("EXIT_INTERVIEWS_TABLE"), Runtime.current().clock());
    }

    static String register(String body) {
        return "leavers#" + body;
    }

    @Override
    public Announced announce(Announcement leaver, Optional<String> code, Caller by) {
        Transaction transaction = new Transaction();
        announce(transaction, leaver, code, edition(leaver, "announce", by.subject()));
        List<Transaction.Refusal> refusals = transaction.write(table.dynamo());
        if (refusals.isEmpty()) {
            return new Entered(leaver);
        }
        Map<String, AttributeValue> standing =
                item(pointed(refusals.getFirst().standing()))
                        .orElseThrow(() -> new IllegalStateException("a day without a leaver"));
        return new Before(announcement(standing));
    }

    private void announce(
            Transaction transaction, Announcement leaver, Optional<String> code, Item edition) {
        transaction
                .putIfAbsent(table.name(), pointer(person(leaver), day(leaver), leaver))
                .put(table.name(), pointer("interview#" + leaver.id(), HERE, leaver))
                .put(
                        table.name(),
                        item(leaver).with("code", code).with("delivered", slip(leaver, code)))
                .put(table.name(), edition)
                .add(DynamoChanges.noted(table.name(), leaver.body(), leaver.year()));
        code.ifPresent(
                hash -> transaction.put(table.name(), pointer("code#" + hash, HERE, leaver)));
    }

    /// Adds the change to which the Agency consented.
    void add(Transaction transaction, ChangeRequest consented) {
        String what = consented.what().name().toLowerCase(Locale.ROOT);
        Item edition =
                edition(consented.to(), what, consented.by())
                        .with("reason", consented.reason())
                        .with("consent", consented.id());
        consented
                .from()
                .ifPresentOrElse(
                        from -> change(transaction, from, consented.to(), edition),
                        () -> announce(transaction, consented.to(), Optional.empty(), edition));
    }

    /// A code for a slip is in the answer to whoever asked for it, so it is delivered when made.
    private static Optional<String> slip(Announcement leaver, Optional<String> code) {
        return code.filter(made -> leaver.leaving().deliver() == Announcement.Deliver.PRINT);
    }

    @Override
    public boolean invited(Announcement leaver) {
        return item(new Key(leaver.body(), leaver.id()))
                .filter(item -> {
                    Optional<String> code = Item.optionalText(item, "code");
                    return code.isPresent() && code.equals(Item.optionalText(item, "delivered"));
                })
                .isPresent();
    }

    @Override
    public boolean change(
            Announcement from, Announcement to, String what, String reason, Caller by) {
        Transaction transaction = new Transaction();
        change(transaction, from, to, edition(to, what, by.subject()).with("reason", reason));
        return transaction.write(table.dynamo()).isEmpty();
    }

    private void change(Transaction transaction, Announcement from, Announcement to, Item edition) {
        transaction
                .add(replacement(from, to))
                .put(table.name(), edition)
                .add(DynamoChanges.noted(table.name(), to.body(), to.year()));
        if (!from.leaving().on().equals(to.leaving().on())) {
            transaction.add(
                    Put.builder()
                            .tableName(table.name())
                            .item(pointer(person(to), day(to), to).attributes())
                            .conditionExpression("attribute_not_exists(pk) OR id = :id")
                            .expressionAttributeValues(Map.of(":id", Item.text(to.id())))
                            .build());
        }
        if (from.year() != to.year()) {
            transaction.add(DynamoChanges.noted(table.name(), from.body(), from.year()));
        }
    }

    /// Sets what an announcement says, and leaves its code alone; one that went another way is not
    /// delivered by the new one.
    private Update replacement(Announcement from, Announcement to) {
        StringBuilder set = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        item(to).attributes()
                .forEach((name, value) -> {
                    if (!name.equals(Item.PK) && !name.equals(Item.SK)) {
                        set.append(set.isEmpty() ? "SET " : ", ")
                                .append("#")
                                .append(name)
                                .append(" = :")
                                .append(name);
                        names.put("#" + name, name);
                        values.put(":" + name, value);
                    }
                });
        List<String> gone = new ArrayList<>();
        if (to.leaving().failure().isEmpty() && from.leaving().failure().isPresent()) {
            gone.addAll(List.of("document", "failed", "operator"));
        }
        if (from.leaving().deliver() != to.leaving().deliver()) {
            gone.add("delivered");
        }
        gone.forEach(name -> names.put("#" + name, name));
        if (!gone.isEmpty()) {
            set.append(" REMOVE #").append(String.join(", #", gone));
        }
        names.put("#version", "version");
        values.put(":from", Item.number(from.version()));
        return Update.builder()
                .tableName(table.name())
                .key(Item.key(register(to.body()), to.id()))
                .updateExpression(set.toString())
                .conditionExpression("#version = :from")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    @Override
    public void recode(Announcement leaver, String code, Caller by) {
        String made =
                slip(leaver, Optional.of(code)).isPresent()
                        ? "SET code = :code, delivered = :code"
                        : "SET code = :code";
        new Transaction()
                .put(table.name(), pointer("code#" + code, HERE, leaver))
                .add(
                        Update.builder()
                                .tableName(table.name())
                                .key(Item.key(register(leaver.body()), leaver.id()))
                                .updateExpression(made)
                                .expressionAttributeValues(Map.of(":code", Item.text(code)))
                                .build())
                .put(table.name(), edition(leaver, "recode", by.subject()))
                .write(table.dynamo());
    }

    @Override
    public void delivered(Announcement leaver, String code) {
        table.dynamo()
                .updateItem(request ->
                        request.tableName(table.name())
                                .key(Item.key(register(leaver.body()), leaver.id()))
                                .updateExpression("SET delivered = :code")
                                .expressionAttributeValues(Map.of(":code", Item.text(code))));
    }

    @Override
    public Optional<Announcement> find(String id) {
        return Input.isId(id)
                ? table.find("interview#" + id, HERE).flatMap(this::leaver)
                : Optional.empty(); // DynamoDB refuses keys that are empty or too long
    }

    @Override
    public Optional<Announcement> at(String body, String person, LocalDate day) {
        return table.find(person(person), day(body, day)).flatMap(this::leaver);
    }

    @Override
    public Optional<Announcement> byCode(String code) {
        return table.find("code#" + code, HERE)
                .flatMap(pointer -> item(pointed(pointer)))
                .filter(item -> Item.optionalText(item, "code").filter(code::equals).isPresent())
                .map(DynamoLeavers::announcement);
    }

    @Override
    public List<Announcement> byPerson(String person) {
        return table.partition(person(person)).stream()
                .map(DynamoLeavers::pointed)
                .distinct()
                .flatMap(key -> item(key).stream())
                .map(DynamoLeavers::announcement)
                .toList();
    }

    @Override
    public List<Announcement> of(String body) {
        if (!Input.isId(body)) {
            return List.of();
        }
        return table.partition(register(body)).stream().map(DynamoLeavers::announcement).toList();
    }

    @Override
    public List<Edition> history(Announcement leaver) {
        List<Edition> editions = new ArrayList<>();
        for (Map<String, AttributeValue> item : table.partition("history#" + leaver.id())) {
            editions.add(
                    new Edition(
                            announcement(item),
                            text(item, "what"),
                            Item.optionalText(item, "reason"),
                            Item.optionalText(item, "consent"),
                            text(item, "by"),
                            Instant.parse(text(item, "at"))));
        }
        return editions;
    }

    private record Key(String body, String id) {}

    private static Key pointed(Map<String, AttributeValue> pointer) {
        return new Key(text(pointer, "body"), text(pointer, "id"));
    }

    private Optional<Announcement> leaver(Map<String, AttributeValue> pointer) {
        return item(pointed(pointer)).map(DynamoLeavers::announcement);
    }

    private Optional<Map<String, AttributeValue>> item(Key key) {
        return table.find(register(key.body()), key.id());
    }

    private static String person(Announcement leaver) {
        return person(leaver.person());
    }

    private static String person(String person) {
        return "person#" + person;
    }

    private static String day(Announcement leaver) {
        return day(leaver.body(), leaver.leaving().on());
    }

    private static String day(String body, LocalDate day) {
        return body + "#" + day;
    }

    private static Item pointer(String pk, String sk, Announcement leaver) {
        return Item.of(pk, sk).with("body", leaver.body()).with("id", leaver.id());
    }

    /// One item a version; another code is no version, and stands behind the one it was made under.
    private Item edition(Announcement leaver, String what, String by) {
        String version = "%06d".formatted(leaver.version());
        String place = what.equals("recode") ? version + "#" + clock.instant() : version;
        return written(Item.of("history#" + leaver.id(), place), leaver)
                .with("what", what)
                .with("by", by)
                .with("at", clock.instant().toString());
    }

    /// An announcement inside another item, as it stands in the register.
    static AttributeValue map(Announcement leaver) {
        return AttributeValue.fromM(item(leaver).attributes());
    }

    private static Item item(Announcement leaver) {
        return written(Item.of(register(leaver.body()), leaver.id()), leaver);
    }

    private static Item written(Item item, Announcement leaver) {
        Announcement.Leaving leaving = leaver.leaving();
        item.with("id", leaver.id())
                .with("body", leaver.body())
                .with("person", leaver.person())
                .with("state", leaver.state().name())
                .with("version", leaver.version())
                .with("announced", leaver.announced().toString())
                .with("on", leaving.on().toString())
                .with("left", leaving.left().name())
                .with("ground", leaving.ground().name())
                .with("section", leaving.unit().section().name())
                .with("unit", leaving.unit().name())
                .with("medium", leaving.medium().name())
                .with("deliver", leaving.deliver().name());
        leaving.failure()
                .ifPresent(failure ->
                        item.with("document", failure.document())
                                .with("failed", failure.date().toString())
                                .with("operator", failure.operator()));
        return item;
    }

    static Announcement announcement(Map<String, AttributeValue> item) {
        return new Announcement(
                text(item, "id"),
                text(item, "body"),
                text(item, "person"),
                new Announcement.Leaving(
                        LocalDate.parse(text(item, "on")),
                        Announcement.Left.valueOf(text(item, "left")),
                        Ground.valueOf(text(item, "ground")),
                        new Announcement.Unit(
                                Announcement.Section.valueOf(text(item, "section")),
                                text(item, "unit")),
                        Announcement.Medium.valueOf(text(item, "medium")),
                        Item.optionalText(item, "document")
                                .map(document ->
                                        new Announcement.Failure(
                                                document,
                                                LocalDate.parse(text(item, "failed")),
                                                text(item, "operator"))),
                        Announcement.Deliver.valueOf(text(item, "deliver"))),
                Announcement.State.valueOf(text(item, "state")),
                (int) Item.number(item, "version"),
                Instant.parse(text(item, "announced")));
    }
}
