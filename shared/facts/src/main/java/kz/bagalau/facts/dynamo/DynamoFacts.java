package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.Claim;
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.FactLedger;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Origins;
import kz.bagalau.facts.PastClaim;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.WorkingDays;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.worktime.MonthTimes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Facts in the table `Records`. What stands about a body and year is one query of
/// `facts#<body>#<year>`: an item `claims#<origin>` for what each origin now claims, and an item
/// `edit#<number>` for each edit by an analyst, none of which is ever written twice, and an item
/// `times` for how the months stand whose working times were changed ([DynamoWorkTimes]).
/// Publications of the past stand as `published#<body>#<year>`/`<origin>#<time>#<number>#<digest>`.
///
/// What reports claim stands apart, in `reported#<body>#<year>` and `reported#<body>#<year>#past`:
/// whoever reads files from outside has the right to write there, and cannot touch what surveys,
/// interviews and analysts say.
public final class DynamoFacts implements FactLedger {

    private static final String CLAIMS = "claims#";
    private static final String EDIT = "edit#";

    /// How many bodies are read at a time.
    private static final int READERS = 8;

    /// Claims without a time, which are the calendar's, stay behind the others in their own order.
    private static final Comparator<PastClaim> LATEST_FIRST =
            Comparator.comparing(
                    (PastClaim past) -> past.stamp().map(Stamp::at).orElse(Instant.MIN),
                    Comparator.reverseOrder());

    private final DynamoDbClient dynamo;
    private final String table;
    private final Calendars calendars;

    public DynamoFacts(DynamoDbClient dynamo, String table, Calendars calendars) {
        this.dynamo = dynamo;
        this.table = table;
        this.calendars = calendars;
    }

    /// The facts of this runtime's `RECORDS_TABLE`.
    public static DynamoFacts fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoFacts(
                runtime.dynamo(), runtime.env("RECORDS_TABLE"), DynamoCalendars.fromEnvironment());
    }

    /// Adds a publication to the transaction of the capability that publishes it: two items,
    /// however many facts there are. The same publication again writes the same two items.
    public static void add(Transaction transaction, String table, Publication publication) {
        add(transaction, table, publication, 0);
    }

    /// The same for an origin whose publications of a day all bear the same time.
    ///
    /// @param number grows from one of the same time to the next
    public static void add(
            Transaction transaction, String table, Publication publication, long number) {
        String facts = facts(publication.facts());
        String place =
                "%s#%s#%012d#%s"
                        .formatted(
                                publication.origin(),
                                publication.at(),
                                number,
                                Sha256.hex(publication.by() + "\n" + facts).substring(0, 32));
        transaction
                .put(
                        table,
                        claimed(
                                        partition(publication),
                                        CLAIMS + publication.origin(),
                                        publication,
                                        facts)
                                .with("number", number))
                .put(
                        table,
                        claimed(past(publication), place, publication, facts)
                                .with("number", number));
    }

    /// The number of a publication of an origin with a single writer: that of what stands where it
    /// says the same, else the next.
    public static long number(DynamoDbClient dynamo, String table, Publication publication) {
        var key = Item.key(partition(publication), CLAIMS + publication.origin());
        var standing =
                dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        if (!standing.hasItem()) {
            return 0;
        }
        long number = Item.number(standing.item(), "number");
        boolean same = Item.text(standing.item(), "facts").equals(facts(publication.facts()));
        return same ? number : number + 1;
    }

    @Override
    public FactSet of(String body, int year) {
        return of(body, year, calendars.find(year).map(WorkingDays::claim));
    }

    @Override
    public SortedMap<String, FactSet> of(Collection<String> bodies, int year) {
        Optional<Claim> workingDays = calendars.find(year).map(WorkingDays::claim);
        try (var readers = Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
            SortedMap<String, Future<FactSet>> reading = new TreeMap<>();
            for (String body : bodies) {
                reading.put(body, readers.submit(() -> of(body, year, workingDays)));
            }
            SortedMap<String, FactSet> sets = new TreeMap<>();
            reading.forEach((body, set) -> sets.put(body, read(set)));
            return sets;
        }
    }

    private static FactSet read(Future<FactSet> set) {
        try {
            return set.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while facts were read", e);
        }
    }

    @Override
    public boolean add(int year, Map<String, Edit> edits) {
        Transaction transaction = new Transaction();
        Map<String, String> numbers = new TreeMap<>();
        edits.forEach((body, edit) -> {
            transaction.putIfAbsent(table, item(body, year, edit));
            numbers.put(body, Long.toString(edit.number()));
        });
        Stamp stamp = edits.values().iterator().next().stamp();
        String object =
                edits.size() == 1
                        ? partition(edits.keySet().iterator().next(), year)
                        : "facts#" + year;
        Caller by = new Caller(stamp.by(), Set.of(), Optional.empty());
        return transaction
                .put(table, Audit.entry(object, by, "edit", numbers, stamp.at()))
                .write(dynamo)
                .isEmpty();
    }

    @Override
    public List<PastClaim> history(String body, int year, String name) {
        List<PastClaim> past = new ArrayList<>();
        if (name.equals(WorkingDays.FACT)) {
            past.addAll(workingDays(year));
        }
        if (Input.isId(body)) {
            past.addAll(published(body, year, name));
            for (Map<String, AttributeValue> item : items(partition(body, year))) {
                if (Item.text(item, Item.SK).startsWith(EDIT)) {
                    entered(edit(item), name).ifPresent(past::add);
                }
            }
        }
        past.sort(LATEST_FIRST);
        return past;
    }

    /// What the editions of the year's calendar said, the latest first.
    private List<PastClaim> workingDays(int year) {
        List<PastClaim> past = new ArrayList<>();
        long last = calendars.find(year).map(Edition::version).orElse(-1L);
        for (long version = last; version >= 0; version--) {
            calendars
                    .find(year, version)
                    .map(WorkingDays::claim)
                    .ifPresent(claim -> past.add(past(WorkingDays.FACT, claim)));
        }
        return past;
    }

    private List<PastClaim> published(String body, int year, String name) {
        Map<String, List<Map<String, AttributeValue>>> byOrigin = new TreeMap<>();
        for (Map<String, AttributeValue> item : items(past(body, year), reportedPast(body, year))) {
            byOrigin.computeIfAbsent(Item.text(item, "origin"), _ -> new ArrayList<>()).add(item);
        }
        List<PastClaim> past = new ArrayList<>();
        byOrigin.values().forEach(items -> past.addAll(news(items, name)));
        return past;
    }

    /// What the publications of one origin said of a fact, as far as each said something new, the
    /// latest first.
    private static List<PastClaim> news(List<Map<String, AttributeValue>> items, String name) {
        items.sort(
                Comparator.comparing((Map<String, AttributeValue> item) -> stamp(item).at())
                        .thenComparing(item -> Item.number(item, "number")));
        List<PastClaim> past = new ArrayList<>();
        Optional<Claim> before = Optional.empty();
        for (Map<String, AttributeValue> item : items) {
            Optional<Claim> now = Optional.ofNullable(claims(item).get(name));
            if (now.isEmpty() && before.isPresent()) {
                past.add(
                        new PastClaim(
                                Item.text(item, "origin"),
                                Optional.empty(),
                                Json.object().put("kind", "withdrawn"),
                                Optional.of(stamp(item)),
                                Audience.BODY));
            } else if (now.isPresent() && !sameAgain(now.get(), before)) {
                past.add(past(name, now.get()));
            }
            before = now;
        }
        return past.reversed();
    }

    private static boolean sameAgain(Claim now, Optional<Claim> before) {
        return before.filter(claim ->
                        claim.value().equals(now.value()) && claim.source().equals(now.source()))
                .isPresent();
    }

    private static Optional<PastClaim> entered(Edit edit, String name) {
        Edit.Entry entry = edit.facts().get(name);
        if (entry != null) {
            JsonNode value = FactJson.write(name, entry.value());
            return Optional.of(entered(edit, Optional.of(value), edit.source(entry)));
        }
        ManualPoints points = edit.manual().get(name);
        if (points != null) {
            JsonNode value = TextNode.valueOf(Decimals.plain(points.points()));
            ObjectNode source =
                    Edit.source(edit.stamp())
                            .put("basis", points.basis())
                            .put("document", points.document());
            return Optional.of(entered(edit, Optional.of(value), source));
        }
        return edit.withdrawn().contains(name)
                ? Optional.of(entered(edit, Optional.empty(), edit.source()))
                : Optional.empty();
    }

    private static PastClaim entered(Edit edit, Optional<JsonNode> value, ObjectNode source) {
        return new PastClaim(
                Origins.ANALYST, value, source, Optional.of(edit.stamp()), edit.basisFor());
    }

    private static PastClaim past(String name, Claim claim) {
        return new PastClaim(
                claim.origin(),
                Optional.of(FactJson.write(name, claim.value())),
                claim.source(),
                claim.stamp(),
                claim.basisFor());
    }

    private FactSet of(String body, int year, Optional<Claim> workingDays) {
        Map<String, List<Claim>> claims = new TreeMap<>();
        workingDays.ifPresent(claim ->
                claims.computeIfAbsent(WorkingDays.FACT, _ -> new ArrayList<>()).add(claim));
        List<Edit> edits = new ArrayList<>();
        Map<YearMonth, MonthTimes.Digest> touched = new TreeMap<>();
        if (Input.isId(body)) { // DynamoDB refuses keys that are too long
            Map<String, Map<String, AttributeValue>> byPlace = new TreeMap<>();
            for (Map<String, AttributeValue> item :
                    items(partition(body, year), reported(body, year))) {
                byPlace.put(Item.text(item, Item.SK), item);
            }
            byPlace.forEach((place, item) -> {
                if (place.startsWith(EDIT)) {
                    edits.add(edit(item));
                } else if (place.equals(DynamoWorkTimes.MONTHS)) {
                    touched.putAll(DynamoWorkTimes.months(item));
                } else {
                    claims(item)
                            .forEach((name, claim) ->
                                    claims.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(claim));
                }
            });
        }
        return FactSet.of(body, year, claims, edits, touched);
    }

    /// The items of a partition, and after them those that reports wrote into their own. Throws
    /// [IllegalStateException] where a report claims in another origin's name.
    private List<Map<String, AttributeValue>> items(String partition, String reported) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        items(partition).forEach(items::add);
        for (Map<String, AttributeValue> item : items(reported)) {
            String origin = Item.text(item, "origin");
            String place = Item.text(item, Item.SK);
            if (!origin.startsWith(Origins.REPORT)
                    || !(place.equals(CLAIMS + origin) || place.startsWith(origin + "#"))) {
                throw new IllegalStateException(
                        "%s stands as %s among what reports say of %s"
                                .formatted(origin, place, reported));
            }
            items.add(item);
        }
        return items;
    }

    private Iterable<Map<String, AttributeValue>> items(String partition) {
        return dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text(partition)))
                                .consistentRead(true))
                .items();
    }

    private static Item claimed(String pk, String sk, Publication publication, String facts) {
        return Item.of(pk, sk)
                .with("origin", publication.origin())
                .with("facts", facts)
                .with("by", publication.by())
                .with("at", publication.at().toString());
    }

    private static Item item(String body, int year, Edit edit) {
        ObjectNode changes = Json.object();
        ObjectNode facts = changes.putObject("facts");
        edit.facts()
                .forEach((name, entry) -> {
                    ObjectNode fact = facts.putObject(name);
                    fact.set("value", FactJson.write(name, entry.value()));
                    entry.adopts().ifPresent(origin -> fact.put("adopts", origin));
                    ObjectNode seen = fact.putObject("seen");
                    entry.seen()
                            .forEach((origin, value) ->
                                    seen.set(origin, FactJson.write(name, value)));
                });
        ObjectNode manual = changes.putObject("manual");
        edit.manual()
                .forEach((id, points) ->
                        manual.putObject(id)
                                .put("points", points.points().toPlainString())
                                .put("basis", points.basis())
                                .put("document", points.document()));
        ArrayNode withdrawn = changes.putArray("withdrawn");
        edit.withdrawn().forEach(withdrawn::add);
        return Item.of(partition(body, year), EDIT + "%06d".formatted(edit.number()))
                .with("number", edit.number())
                .with("changes", Json.write(changes))
                .with("basis", edit.basis())
                .with("document", edit.document())
                .with("by", edit.stamp().by())
                .with("at", edit.stamp().at().toString());
    }

    private static String facts(List<Fact> facts) {
        ArrayNode list = Json.object().putArray("facts");
        for (Fact fact : facts) {
            ObjectNode entry = list.addObject().put("name", fact.name());
            entry.set("value", FactJson.write(fact.name(), fact.value()));
            entry.set("source", fact.source());
        }
        return Json.write(list);
    }

    private static Map<String, Claim> claims(Map<String, AttributeValue> item) {
        Map<String, Claim> claims = new TreeMap<>();
        for (JsonNode fact : Json.read(Item.text(item, "facts"))) {
            String name = fact.path("name").asText();
            claims.put(
                    name,
                    new Claim(
                            Item.text(item, "origin"),
                            value(name, fact.path("value")),
                            (ObjectNode) fact.path("source"),
                            Optional.of(stamp(item)),
                            Audience.BODY));
        }
        return claims;
    }

    private static Edit edit(Map<String, AttributeValue> item) {
        JsonNode changes = Json.read(Item.text(item, "changes"));
        SortedMap<String, Edit.Entry> facts = new TreeMap<>();
        for (var entry : changes.path("facts").properties()) {
            String name = entry.getKey();
            JsonNode fact = entry.getValue();
            SortedMap<String, FactValue> seen = new TreeMap<>();
            fact.path("seen")
                    .properties()
                    .forEach(claim -> seen.put(claim.getKey(), value(name, claim.getValue())));
            facts.put(
                    name,
                    new Edit.Entry(
                            value(name, fact.path("value")),
                            seen,
                            Optional.ofNullable(fact.path("adopts").textValue())));
        }
        SortedMap<String, ManualPoints> manual = new TreeMap<>();
        for (var entry : changes.path("manual").properties()) {
            JsonNode points = entry.getValue();
            manual.put(
                    entry.getKey(),
                    new ManualPoints(
                            new BigDecimal(points.path("points").asText()),
                            points.path("basis").asText(),
                            points.path("document").textValue()));
        }
        SortedSet<String> withdrawn = new TreeSet<>();
        changes.path("withdrawn").forEach(name -> withdrawn.add(name.asText()));
        return new Edit(
                Item.number(item, "number"),
                facts,
                manual,
                withdrawn,
                Item.text(item, "basis"),
                Item.optionalText(item, "document"),
                stamp(item));
    }

    private static Stamp stamp(Map<String, AttributeValue> item) {
        return new Stamp(Item.text(item, "by"), Instant.parse(Item.text(item, "at")));
    }

    private static FactValue value(String name, JsonNode json) {
        return Vocabulary.find(name)
                .flatMap(type -> FactJson.read(type.shape(), json))
                .orElseThrow(() -> new IllegalStateException("stored " + name + " is no fact"));
    }

    private static String partition(String body, int year) {
        return "facts#" + body + "#" + year;
    }

    private static String past(String body, int year) {
        return "published#" + body + "#" + year;
    }

    private static String reported(String body, int year) {
        return "reported#" + body + "#" + year;
    }

    private static String reportedPast(String body, int year) {
        return reported(body, year) + "#past";
    }

    private static String partition(Publication publication) {
        return isReported(publication)
                ? reported(publication.body(), publication.year())
                : partition(publication.body(), publication.year());
    }

    private static String past(Publication publication) {
        return isReported(publication)
                ? reportedPast(publication.body(), publication.year())
                : past(publication.body(), publication.year());
    }

    private static boolean isReported(Publication publication) {
        return publication.origin().startsWith(Origins.REPORT);
    }
}
