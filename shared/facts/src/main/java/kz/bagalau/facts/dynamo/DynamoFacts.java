package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.Claim;
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.FactJson;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Facts;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.WorkingDays;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.operational.FactValue;
import kz.bagalau.rules.operational.ManualPoints;
import kz.bagalau.rules.operational.Vocabulary;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Facts in the table `Records`. What stands about a body and year is one query of
/// `facts#<body>#<year>`: an item `claims#<origin>` for what each origin now claims, and an item
/// `edit#<number>` for each edit by an analyst, none of which is ever written twice. Publications
/// of the past stand as `published#<body>#<year>`/`<origin>#<time>#<digest>`.
public final class DynamoFacts implements Facts {

    private static final String CLAIMS = "claims#";
    private static final String EDIT = "edit#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Calendars calendars;

    public DynamoFacts(DynamoDbClient dynamo, String table, Calendars calendars) {
        this.dynamo = dynamo;
        this.table = table;
        this.calendars = calendars;
    }

    /// The facts of this runtime's `RECORDS_TABLE`.
    public static DynamoFacts here() {
        Runtime runtime = Runtime.current();
        return new DynamoFacts(
                runtime.dynamo(), runtime.env("RECORDS_TABLE"), DynamoCalendars.here());
    }

    /// Adds a publication to the transaction of the capability that publishes it: two items,
    /// however many facts there are. The same publication again writes the same two items.
    public static void add(Transaction transaction, String table, Publication publication) {
        String facts = facts(publication.facts());
        String place =
                "%s#%s#%s"
                        .formatted(
                                publication.origin(),
                                publication.at(),
                                digest(publication.by() + "\n" + facts));
        transaction
                .put(
                        table,
                        claimed(
                                partition(publication.body(), publication.year()),
                                CLAIMS + publication.origin(),
                                publication,
                                facts))
                .put(
                        table,
                        claimed(
                                past(publication.body(), publication.year()),
                                place,
                                publication,
                                facts));
    }

    @Override
    public FactSet of(String body, int year) {
        return of(body, year, calendars.find(year).map(WorkingDays::claim));
    }

    private FactSet of(String body, int year, Optional<Claim> workingDays) {
        Map<String, List<Claim>> claims = new TreeMap<>();
        workingDays.ifPresent(claim ->
                claims.computeIfAbsent(WorkingDays.FACT, _ -> new ArrayList<>()).add(claim));
        List<Edit> edits = new ArrayList<>();
        if (Input.isId(body)) { // DynamoDB refuses keys that are too long
            for (Map<String, AttributeValue> item : items(partition(body, year))) {
                if (Item.text(item, Item.SK).startsWith(EDIT)) {
                    edits.add(edit(item));
                } else {
                    claims(item)
                            .forEach((name, claim) ->
                                    claims.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(claim));
                }
            }
        }
        return FactSet.of(body, year, claims, edits);
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

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String partition(String body, int year) {
        return "facts#" + body + "#" + year;
    }

    private static String past(String body, int year) {
        return "published#" + body + "#" + year;
    }
}
