package kz.bagalau.survey.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Electorate;
import kz.bagalau.survey.surveys.EnrolledShare;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Survey.State;
import kz.bagalau.survey.surveys.Surveys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Surveys in the table `Surveys`: an item `surveys`/id each, and their parts as
/// `survey#<id>`/body.
public final class DynamoSurveys implements Surveys {

    private static final String PARTITION = "surveys";

    /// An item a questionnaire and year, whose number grows with every opening: two openings at
    /// once cannot both take a body.
    private static final String ELECTORATES = "electorates";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Supplier<String> records;
    private final Clock clock;

    /// @param records the table of audit entries and replies; asked for only by what writes them,
    ///   as most functions have no right to it
    public DynamoSurveys(
            DynamoDbClient dynamo, String table, Supplier<String> records, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.records = records;
        this.clock = clock;
    }

    /// The surveys of this runtime's `SURVEYS_TABLE`.
    public static DynamoSurveys fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoSurveys(
                runtime.dynamo(),
                runtime.env("SURVEYS_TABLE"),
                () -> runtime.env("RECORDS_TABLE"),
                runtime.clock());
    }

    @Override
    public Opening open(
            Survey survey,
            String order,
            List<Constituency> parts,
            Electorate electorate,
            Caller by,
            Optional<Idempotency.Reply> reply) {
        while (true) {
            long openings = openings(electorate);
            SortedMap<String, String> clashes = electorate.clashes(survey.id(), all());
            if (!clashes.isEmpty()) {
                return new Taken(clashes);
            }
            List<Transaction.Refusal> refusals =
                    opening(survey, order, parts, by, reply)
                            .add(nextOpening(electorate, openings))
                            .write(dynamo);
            if (refusals.isEmpty()) {
                return new Opened();
            }
            Transaction.Refusal first = refusals.getFirst();
            if (first.position() == 0) {
                return new Exists(survey(first.standing()), text(first.standing(), "order"));
            }
            if (first.position() < 2 + parts.size() + (reply.isPresent() ? 1 : 0)) {
                return new CarriedOut();
            }
            // another survey of the year was opened meanwhile; look at it
        }
    }

    private long openings(Electorate electorate) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(ELECTORATES, electorate.name()))
                                .consistentRead(true));
        return found.hasItem() ? Item.number(found.item(), "openings") : 0;
    }

    private Update nextOpening(Electorate electorate, long openings) {
        return Update.builder()
                .tableName(table)
                .key(Item.key(ELECTORATES, electorate.name()))
                .updateExpression("SET openings = :next")
                .conditionExpression(
                        openings == 0 ? "attribute_not_exists(pk)" : "openings = :seen")
                .expressionAttributeValues(
                        openings == 0
                                ? Map.of(":next", Item.number(1))
                                : Map.of(
                                        ":next", Item.number(openings + 1),
                                        ":seen", Item.number(openings)))
                .build();
    }

    private Transaction opening(
            Survey survey,
            String order,
            List<Constituency> parts,
            Caller by,
            Optional<Idempotency.Reply> reply) {
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(table, item(survey).with("order", order))
                        .put(
                                records.get(),
                                Audit.entry(
                                        "survey#" + survey.id(),
                                        by,
                                        "open",
                                        Map.of("fingerprint", survey.fingerprint()),
                                        clock.instant()));
        parts.forEach(part -> transaction.put(table, item(survey, part)));
        reply.ifPresent(kept ->
                transaction.putIfAbsent(
                        records.get(), DynamoIdempotency.item(kept, clock.instant())));
        return transaction;
    }

    @Override
    public Optional<Survey> find(String id) {
        if (!Input.isId(id)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(PARTITION, id)).consistentRead(true));
        return found.hasItem() ? Optional.of(survey(found.item())) : Optional.empty();
    }

    @Override
    public List<Survey> all() {
        List<Survey> surveys = new ArrayList<>();
        query(PARTITION).forEach(item -> surveys.add(survey(item)));
        return surveys;
    }

    @Override
    public Optional<Constituency> constituency(Survey survey, String body) {
        if (!Input.isId(body)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(parts(survey.id()), body))
                                .consistentRead(true));
        return found.hasItem() ? Optional.of(part(found.item())) : Optional.empty();
    }

    @Override
    public List<Constituency> constituencies(Survey survey) {
        List<Constituency> parts = new ArrayList<>();
        query(parts(survey.id())).forEach(item -> parts.add(part(item)));
        return parts;
    }

    @Override
    public void beginClosing(String id, Instant at) {
        new Transaction().add(closing(id, at)).write(dynamo);
    }

    @Override
    public void beginClosing(String id, Instant at, Caller by) {
        new Transaction()
                .add(closing(id, at))
                .put(records.get(), Audit.entry("survey#" + id, by, "close", Map.of(), at))
                .write(dynamo);
    }

    @Override
    public boolean cancel(String id, String reason, Caller by) {
        List<Transaction.Refusal> refusals =
                new Transaction()
                        .add(
                                step(
                                        id,
                                        "SET #state = :to",
                                        State.OPEN,
                                        Map.of(":to", text(State.CANCELLED.name()))))
                        .put(
                                records.get(),
                                Audit.entry(
                                        "survey#" + id,
                                        by,
                                        "cancel",
                                        Map.of("reason", reason),
                                        clock.instant()))
                        .write(dynamo);
        return refusals.isEmpty()
                || find(id).filter(now -> now.state() == State.CANCELLED).isPresent();
    }

    @Override
    public void keysDeleted(String id) {
        new Transaction()
                .add(
                        Update.builder()
                                .tableName(table)
                                .key(Item.key(PARTITION, id))
                                .updateExpression("SET keysDeleted = :value")
                                .conditionExpression("attribute_exists(pk) AND #state <> :open")
                                .expressionAttributeNames(Map.of("#state", "state"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":value", AttributeValue.fromBool(true),
                                                ":open", text(State.OPEN.name())))
                                .build())
                .write(dynamo);
    }

    @Override
    public void closed(String id) {
        new Transaction()
                .add(
                        step(
                                id,
                                "SET #state = :to",
                                State.CLOSING,
                                Map.of(":to", text(State.CLOSED.name()))))
                .write(dynamo);
    }

    private Update closing(String id, Instant at) {
        return step(
                id,
                "SET #state = :to, closingSince = :at",
                State.OPEN,
                Map.of(":to", text(State.CLOSING.name()), ":at", text(at.toString())));
    }

    /// One step of a survey's state. In any other state than `from` it does nothing: somebody else
    /// has taken it, or it is not its turn.
    private Update step(String id, String update, State from, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":from", text(from.name()));
        return Update.builder()
                .tableName(table)
                .key(Item.key(PARTITION, id))
                .updateExpression(update)
                .conditionExpression("#state = :from")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(all)
                .build();
    }

    private Iterable<Map<String, AttributeValue>> query(String pk) {
        return dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", text(pk)))
                                .consistentRead(true))
                .items();
    }

    private static String parts(String survey) {
        return "survey#" + survey;
    }

    private static Item item(Survey survey) {
        return Item.of(PARTITION, survey.id())
                .with("year", survey.year())
                .with("questionnaire", survey.questionnaire())
                .with("multi", Item.texts(survey.multi()))
                .with("bodies", Item.texts(survey.bodies().stream().sorted().toList()))
                .with("opens", survey.opens().toString())
                .with("closes", survey.closes().toString())
                .with("minimumGroup", survey.minimumGroup())
                .with("minimumTexts", survey.minimumTexts())
                .with("enrolledShare", survey.enrolledShare().text())
                .with("fingerprint", survey.fingerprint())
                .with("state", survey.state().name());
    }

    private static Survey survey(Map<String, AttributeValue> item) {
        return new Survey(
                text(item, Item.SK),
                (int) Item.number(item, "year"),
                text(item, "questionnaire"),
                Set.copyOf(Item.texts(item, "multi")),
                Set.copyOf(Item.texts(item, "bodies")),
                Instant.parse(text(item, "opens")),
                Instant.parse(text(item, "closes")),
                (int) Item.number(item, "minimumGroup"),
                (int) Item.number(item, "minimumTexts"),
                Item.optionalText(item, "enrolledShare")
                        .map(EnrolledShare::decoded)
                        .orElse(EnrolledShare.NONE),
                text(item, "fingerprint"),
                State.valueOf(text(item, "state")),
                Item.optionalText(item, "closingSince").map(Instant::parse),
                item.containsKey("keysDeleted"));
    }

    private static Item item(Survey survey, Constituency part) {
        return Item.of(parts(survey.id()), part.body())
                .with("kk", part.name().kk())
                .with("ru", part.name().ru())
                .with("en", part.name().en())
                .with("headcount", part.headcount())
                .with("group", part.group())
                .with("modulus", part.key().encoded())
                .with("slipModulus", part.slipKey().map(PublicKey::encoded))
                .with("enrolled", part.enrolment().people())
                .with("late", part.enrolment().late());
    }

    private static Constituency part(Map<String, AttributeValue> item) {
        return new Constituency(
                text(item, Item.SK),
                new LocalText(text(item, "kk"), text(item, "ru"), text(item, "en")),
                (int) Item.number(item, "headcount"),
                text(item, "group"),
                PublicKey.decoded(text(item, "modulus")),
                Item.optionalText(item, "slipModulus").map(PublicKey::decoded),
                new Constituency.Enrolment(
                        Item.optionalNumber(item, "enrolled").orElse(0L).intValue(),
                        Item.optionalNumber(item, "late").orElse(0L).intValue()));
    }

    /// So many people more, or fewer, are enrolled for a body; part of the transaction that enters
    /// or removes them.
    static Update counting(String table, Survey survey, String body, int people, int late) {
        return Update.builder()
                .tableName(table)
                .key(Item.key(parts(survey.id()), body))
                .updateExpression("ADD enrolled :people, late :late")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(
                        Map.of(":people", Item.number(people), ":late", Item.number(late)))
                .build();
    }
}
