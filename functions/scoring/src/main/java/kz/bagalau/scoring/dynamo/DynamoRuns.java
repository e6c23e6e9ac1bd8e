package kz.bagalau.scoring.dynamo;

import static kz.bagalau.lambda.dynamo.Item.number;
import static kz.bagalau.lambda.dynamo.Item.optionalText;
import static kz.bagalau.lambda.dynamo.Item.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Packed;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;
import kz.bagalau.scoring.run.Runs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Runs as items `runs`/id, each followed by its counters, `runs`/`<id>#progress`, so that one
/// query reads both. What grows with the bodies lies in `run#<id>`: `list#<n>` the frozen list,
/// `body#<body>` what became of a body, `shown#<body>` what readers are given of it,
/// `attempts#<body>` the attempts that failed. `valid-runs`/`<year>#<kind>` names the valid run.
public final class DynamoRuns implements Runs {

    private static final String PARTITION = "runs";
    private static final String VALID = "valid-runs";
    private static final String PROGRESS = "#progress";

    /// Bodies in one item of the list: some 60 kB compressed, of DynamoDB's 400 kB.
    private static final int LISTED = 1_000;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoRuns(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The runs of this runtime's `RECORDS_TABLE`.
    public static DynamoRuns fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoRuns(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public Start start(
            Run run, List<ListedBody> bodies, Caller by, Optional<Idempotency.Reply> reply) {
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(table, head(run))
                        .put(
                                table,
                                Item.of(PARTITION, run.id() + PROGRESS)
                                        .with("bodies", bodies.size())
                                        .with("waiting", bodies.size())
                                        .with("scored", 0)
                                        .with("failed", 0)
                                        .with("moved", run.at().toString()))
                        .put(
                                table,
                                audit(
                                        run.id(),
                                        by,
                                        "start",
                                        Map.of("bodies", Integer.toString(bodies.size()))));
        for (int from = 0; from < bodies.size(); from += LISTED) {
            List<ListedBody> part = bodies.subList(from, Math.min(from + LISTED, bodies.size()));
            transaction.put(
                    table,
                    Item.of(partition(run.id()), "list#%03d".formatted(from / LISTED))
                            .with("list", Packed.bytes(ResultJson.list(part))));
        }
        reply.ifPresent(kept ->
                transaction.putIfAbsent(table, DynamoIdempotency.item(kept, clock.instant())));
        List<Transaction.Refusal> refusals = transaction.write(dynamo);
        if (refusals.isEmpty()) {
            return new Started();
        }
        return refusals.getFirst().position() == 0
                ? new Exists(find(run.id()).orElseThrow())
                : new CarriedOut();
    }

    @Override
    public List<Run> all() {
        return runs(query("pk = :pk", Map.of(":pk", Item.text(PARTITION))));
    }

    @Override
    public Optional<Run> find(String id) {
        if (!Input.isId(id)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        return runs(
                        query(
                                "pk = :pk AND sk BETWEEN :head AND :progress",
                                Map.of(
                                        ":pk",
                                        Item.text(PARTITION),
                                        ":head",
                                        Item.text(id),
                                        ":progress",
                                        Item.text(id + PROGRESS))))
                .stream()
                .findFirst();
    }

    @Override
    public List<ListedBody> bodies(String run) {
        List<ListedBody> bodies = new ArrayList<>();
        parts(run, "list#")
                .forEach(item ->
                        bodies.addAll(ResultJson.listed(Packed.text(Item.bytes(item, "list")))));
        return bodies;
    }

    @Override
    public void sent(String run) {
        step(run, Run.State.SCORING, List.of(Run.State.STARTING), Map.of());
    }

    @Override
    public boolean settled(String run, String body) {
        return item(partition(run), "body#" + body).isPresent();
    }

    /// A set of drawn ids in place of a number: the same request sent twice counts once.
    @Override
    public int attemptFailed(String run, String body) {
        String attempt = UUID.randomUUID().toString();
        Map<String, AttributeValue> standing =
                dynamo.updateItem(request ->
                                request.tableName(table)
                                        .key(Item.key(partition(run), "attempts#" + body))
                                        .updateExpression("ADD failed :attempt")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":attempt",
                                                        AttributeValue.fromSs(List.of(attempt))))
                                        .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes();
        return Objects.requireNonNull(standing.get("failed")).ss().size();
    }

    @Override
    public void settle(String run, BodyResult result, Optional<String> shown) {
        String counter =
                switch (result) {
                    case BodyResult.Scored _ -> "scored";
                    case BodyResult.Failed _ -> "failed";
                };
        String body = result.body().id();
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(
                                table,
                                Item.of(partition(run), "body#" + body)
                                        .with("state", counter)
                                        .with("result", Json.write(ResultJson.write(result))))
                        .add(
                                Update.builder()
                                        .tableName(table)
                                        .key(Item.key(PARTITION, run + PROGRESS))
                                        .updateExpression(
                                                "SET waiting = waiting - :one, #counter = #counter"
                                                        + " + :one, moved = :now")
                                        .conditionExpression("waiting > :none")
                                        .expressionAttributeNames(Map.of("#counter", counter))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":one",
                                                        Item.number(1),
                                                        ":none",
                                                        Item.number(0),
                                                        ":now",
                                                        Item.text(clock.instant().toString())))
                                        .build());
        shown.ifPresent(text ->
                transaction.put(
                        table,
                        Item.of(partition(run), "shown#" + body)
                                .with("shown", Packed.bytes(text))));
        List<Transaction.Refusal> refusals = transaction.write(dynamo);
        if (!refusals.isEmpty() && refusals.getFirst().position() != 0) {
            throw new IllegalStateException("run " + run + " waits for nobody, yet one came");
        }
    }

    @Override
    public Run.Progress progress(String run) {
        return item(PARTITION, run + PROGRESS)
                .map(DynamoRuns::progress)
                .orElseThrow(() -> new IllegalStateException("run " + run + " has no progress"));
    }

    @Override
    public List<BodyResult> results(String run) {
        List<BodyResult> results = new ArrayList<>();
        parts(run, "body#").forEach(item -> results.add(result(item)));
        return results;
    }

    @Override
    public Optional<BodyResult> result(String run, String body) {
        return Input.isId(body)
                ? item(partition(run), "body#" + body).map(DynamoRuns::result)
                : Optional.empty();
    }

    @Override
    public Optional<String> shown(String run, String body) {
        return Input.isId(body)
                ? item(partition(run), "shown#" + body)
                        .map(item -> Packed.text(Item.bytes(item, "shown")))
                : Optional.empty();
    }

    @Override
    public void finishing(String run) {
        step(run, Run.State.FINISHING, List.of(Run.State.STARTING, Run.State.SCORING), Map.of());
    }

    @Override
    public void hold(String run, Run.Unsettled unsettled) {
        step(run, Run.State.HELD, List.of(Run.State.FINISHING), counted(unsettled));
    }

    @Override
    public void publish(Run run, Run.Unsettled unsettled) {
        while (!published(run, unsettled)) {
            // Another run of the same year and kind was published meanwhile: look again.
        }
    }

    /// One attempt; false where another run was quicker.
    private boolean published(Run run, Run.Unsettled unsettled) {
        String place = run.year() + "#" + run.kind().name();
        Optional<Run> valid = item(VALID, place).flatMap(item -> find(text(item, "run")));
        if (valid.filter(other -> other.id().equals(run.id())).isPresent()) {
            return true; // by another delivery of the same message
        }
        boolean outdated = valid.filter(other -> later(other, run)).isPresent();
        Map<String, AttributeValue> values = new HashMap<>(counted(unsettled));
        if (outdated) {
            values.put("supersededBy", Item.text(valid.orElseThrow().id()));
        }
        Transaction transaction =
                new Transaction()
                        .add(
                                update(
                                        run.id(),
                                        Run.State.DONE,
                                        List.of(Run.State.FINISHING, Run.State.HELD),
                                        values));
        if (!outdated) {
            transaction.add(pointer(place, run.id(), valid));
            valid.ifPresent(former -> transaction.add(superseded(former.id(), run.id())));
        }
        List<Transaction.Refusal> refusals = transaction.write(dynamo);
        // A run that is DONE already was published by another delivery too.
        return refusals.isEmpty() || refusals.getFirst().position() == 0;
    }

    private static boolean later(Run one, Run other) {
        int byTime = one.at().compareTo(other.at());
        return byTime > 0 || byTime == 0 && one.id().compareTo(other.id()) > 0;
    }

    private Put pointer(String place, String run, Optional<Run> valid) {
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(Item.of(VALID, place).with("run", run).attributes());
        return valid.map(former ->
                        put.conditionExpression("run = :former")
                                .expressionAttributeValues(
                                        Map.of(":former", Item.text(former.id()))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private Update superseded(String former, String by) {
        return Update.builder()
                .tableName(table)
                .key(Item.key(PARTITION, former))
                .updateExpression("SET supersededBy = :by")
                .expressionAttributeValues(Map.of(":by", Item.text(by)))
                .build();
    }

    @Override
    public boolean release(String run, String reason, Caller by) {
        return new Transaction()
                .add(
                        Update.builder()
                                .tableName(table)
                                .key(Item.key(PARTITION, run))
                                .updateExpression("SET #release = :reason")
                                .conditionExpression("kind = :final AND #state <> :done")
                                .expressionAttributeNames(
                                        Map.of("#release", "release", "#state", "state"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":reason",
                                                Item.text(reason),
                                                ":final",
                                                Item.text(Run.Kind.FINAL.name()),
                                                ":done",
                                                Item.text(Run.State.DONE.name())))
                                .build())
                .put(table, audit(run, by, "release", Map.of("reason", reason)))
                .write(dynamo)
                .isEmpty();
    }

    /// One step of a run's state. In any other state it does nothing: another delivery has taken
    /// it.
    private void step(
            String run, Run.State to, List<Run.State> from, Map<String, AttributeValue> more) {
        Update update = update(run, to, from, more);
        try {
            dynamo.updateItem(request ->
                    request.tableName(update.tableName())
                            .key(update.key())
                            .updateExpression(update.updateExpression())
                            .conditionExpression(update.conditionExpression())
                            .expressionAttributeNames(update.expressionAttributeNames())
                            .expressionAttributeValues(update.expressionAttributeValues()));
        } catch (ConditionalCheckFailedException e) {
            // The run is past this step.
        }
    }

    private Update update(
            String run, Run.State to, List<Run.State> from, Map<String, AttributeValue> more) {
        StringBuilder set = new StringBuilder("SET #state = :to");
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":to", Item.text(to.name()));
        more.forEach((name, value) -> {
            set.append(", ").append(name).append(" = :").append(name);
            values.put(":" + name, value);
        });
        List<String> allowed = new ArrayList<>();
        from.forEach(state -> {
            allowed.add(":" + state.name());
            values.put(":" + state.name(), Item.text(state.name()));
        });
        return Update.builder()
                .tableName(table)
                .key(Item.key(PARTITION, run))
                .updateExpression(set.toString())
                .conditionExpression("#state IN (" + String.join(", ", allowed) + ")")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values)
                .build();
    }

    private Optional<Map<String, AttributeValue>> item(String pk, String sk) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(pk, sk)).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private Iterable<Map<String, AttributeValue>> parts(String run, String prefix) {
        return query(
                "pk = :pk AND begins_with(sk, :prefix)",
                Map.of(":pk", Item.text(partition(run)), ":prefix", Item.text(prefix)));
    }

    private Iterable<Map<String, AttributeValue>> query(
            String condition, Map<String, AttributeValue> values) {
        return dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression(condition)
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items();
    }

    private static String partition(String run) {
        return "run#" + run;
    }

    private Item audit(String run, Caller by, String what, Map<String, String> details) {
        return Audit.entry("run#" + run, by, what, details, clock.instant());
    }

    private static Item head(Run run) {
        return Item.of(PARTITION, run.id())
                .with("year", run.year())
                .with("kind", run.kind().name())
                .with("state", run.state().name())
                .with("at", run.at().toString())
                .with("by", run.by())
                .with("methodology", run.methodology())
                .with("settings", Json.write(run.settings()))
                .with("release", run.release())
                .with("incomplete", run.unsettled().incomplete())
                .with("provisional", run.unsettled().provisional());
    }

    private static Map<String, AttributeValue> counted(Run.Unsettled unsettled) {
        return Map.of(
                "incomplete", Item.number(unsettled.incomplete()),
                "provisional", Item.number(unsettled.provisional()));
    }

    /// Of heads and counters, in the order of their keys.
    private static List<Run> runs(Iterable<Map<String, AttributeValue>> items) {
        List<Run> runs = new ArrayList<>();
        Map<String, AttributeValue> head = Map.of();
        for (Map<String, AttributeValue> item : items) {
            if (text(item, Item.SK).endsWith(PROGRESS)) {
                runs.add(run(head, item));
            } else {
                head = item;
            }
        }
        return runs;
    }

    private static Run run(Map<String, AttributeValue> item, Map<String, AttributeValue> progress) {
        return new Run(
                text(item, Item.SK),
                (int) number(item, "year"),
                Run.Kind.valueOf(text(item, "kind")),
                Run.State.valueOf(text(item, "state")),
                Instant.parse(text(item, "at")),
                optionalText(item, "by"),
                text(item, "methodology"),
                (ObjectNode) Json.read(text(item, "settings")),
                optionalText(item, "release"),
                progress(progress),
                new Run.Unsettled(
                        (int) number(item, "incomplete"), (int) number(item, "provisional")),
                optionalText(item, "supersededBy"));
    }

    private static Run.Progress progress(Map<String, AttributeValue> item) {
        return new Run.Progress(
                (int) number(item, "bodies"),
                (int) number(item, "scored"),
                (int) number(item, "failed"),
                Instant.parse(text(item, "moved")));
    }

    private static BodyResult result(Map<String, AttributeValue> item) {
        return ResultJson.result((ObjectNode) Json.read(text(item, "result")));
    }
}
