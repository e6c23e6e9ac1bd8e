package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.worktime.MonthTimes;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.rules.worktime.WorkRules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Working times in `work-times#<body>`: an item `act#<id>` for each act of flexible time,
/// `rules#<whose>#<from>` for work rules, and `version`, to which every change is held, so that
/// what a change says of a month rests on all that stands. How the months stand lies beside the
/// facts of their year, in `facts#<body>#<year>`/`times`.
public final class DynamoWorkTimes implements WorkTimes {

    /// The sort key beside the facts of a body and year.
    static final String MONTHS = "times";

    /// No month before it can be reported.
    private static final YearMonth FIRST = YearMonth.of(2023, 1);

    private static final String ACT = "act#";
    private static final String RULES = "rules#";
    private static final String VERSION = "version";

    private final Table table;
    private final Clock clock;

    public DynamoWorkTimes(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The working times of this runtime's `RECORDS_TABLE`.
    public static DynamoWorkTimes fromEnvironment() {
        return new DynamoWorkTimes(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    /// All times of a body; a change is held to what was read.
    ///
    /// @param version how often they have changed
    /// @param acts by the id of the act's document
    /// @param rules by whose they are and their first day
    public record Seen(
            String body,
            long version,
            SortedMap<String, List<PersonalTimes>> acts,
            SortedMap<String, WorkRules> rules) {

        /// With what an act now gives, in place of what it gave.
        public Seen withAct(String id, List<PersonalTimes> times) {
            SortedMap<String, List<PersonalTimes>> next = new TreeMap<>(acts);
            next.put(id, List.copyOf(times));
            return new Seen(body, version, next, rules);
        }

        public Seen withRules(WorkRules ruled) {
            SortedMap<String, WorkRules> next = new TreeMap<>(rules);
            next.put(name(ruled), ruled);
            return new Seen(body, version, acts, next);
        }

        private Times times() {
            return new Times(
                    acts.values().stream().flatMap(List::stream).toList(),
                    List.copyOf(rules.values()));
        }
    }

    private static String name(WorkRules rules) {
        return rules.unit().map(unit -> "unit#" + unit).orElse("body") + "#" + rules.from();
    }

    @Override
    public Times of(String body, LocalDate from, LocalDate to) {
        Times all = see(body).times();
        LocalDate before = from.minusDays(1);
        return new Times(
                all.acts().stream()
                        .filter(act -> !act.to().isBefore(before) && !act.from().isAfter(to))
                        .toList(),
                all.rules());
    }

    @Override
    public Map<YearMonth, MonthTimes.Digest> touched(String body, int year) {
        return table.find(facts(body, year), MONTHS)
                .map(DynamoWorkTimes::months)
                .orElseGet(TreeMap::new);
    }

    public Seen see(String body) {
        long version = 0;
        SortedMap<String, List<PersonalTimes>> acts = new TreeMap<>();
        SortedMap<String, WorkRules> rules = new TreeMap<>();
        for (Map<String, AttributeValue> item : table.partition(partition(body))) {
            String place = Item.text(item, Item.SK);
            if (place.startsWith(ACT)) {
                acts.put(place.substring(ACT.length()), acts(Json.read(Item.text(item, "times"))));
            } else if (place.startsWith(RULES)) {
                rules.put(
                        place.substring(RULES.length()),
                        WorkRulesJson.read(Json.read(Item.text(item, "rules"))));
            } else {
                version = Item.number(item, VERSION);
            }
        }
        return new Seen(body, version, acts, rules);
    }

    /// Adds a change to the transaction of the act or the rules that it comes from: what changes,
    /// and how each month that it touches now stands. Its one condition does not hold where the
    /// times have changed since they were read. Nothing is added where nothing changes.
    public void add(Transaction transaction, Seen seen, Seen next) {
        Set<String> acts = changed(seen.acts(), next.acts());
        Set<String> rules = changed(seen.rules(), next.rules());
        if (acts.isEmpty() && rules.isEmpty()) {
            return;
        }
        String pk = partition(seen.body());
        transaction.add(version(pk, seen.version()));
        acts.forEach(id ->
                transaction.put(
                        table.name(),
                        Item.of(pk, ACT + id)
                                .with("times", Json.write(json(of(next.acts(), id))))));
        rules.forEach(name ->
                transaction.put(
                        table.name(),
                        Item.of(pk, RULES + name)
                                .with(
                                        "rules",
                                        Json.write(
                                                WorkRulesJson.write(
                                                        Objects.requireNonNull(
                                                                next.rules().get(name)))))));
        SortedSet<YearMonth> months = new TreeSet<>();
        acts.forEach(id ->
                differing(of(seen.acts(), id), of(next.acts(), id))
                        .forEach(one -> months.addAll(touched(one.from(), Optional.of(one.to())))));
        rules.forEach(name ->
                Stream.of(seen.rules().get(name), next.rules().get(name))
                        .filter(Objects::nonNull)
                        .forEach(one -> months.addAll(touched(one.from(), one.to()))));
        put(transaction, next, months);
    }

    private void put(Transaction transaction, Seen next, SortedSet<YearMonth> months) {
        Times times = next.times();
        months.stream()
                .map(YearMonth::getYear)
                .distinct()
                .forEach(year -> {
                    Map<YearMonth, MonthTimes.Digest> standing =
                            new TreeMap<>(touched(next.body(), year));
                    months.stream()
                            .filter(month -> month.getYear() == year)
                            .forEach(month -> standing.put(month, times.digest(month)));
                    transaction.put(
                            table.name(),
                            Item.of(facts(next.body(), year), MONTHS)
                                    .with("months", Json.write(json(standing))));
                });
    }

    private List<YearMonth> touched(LocalDate from, Optional<LocalDate> to) {
        YearMonth now = YearMonth.from(AlmatyTime.day(clock.instant()));
        LocalDate first = FIRST.atDay(2);
        return MonthTimes.touched(from.isBefore(first) ? first : from, to, now);
    }

    private static <T> Set<String> changed(Map<String, T> seen, Map<String, T> next) {
        Set<String> changed = new TreeSet<>();
        next.forEach((name, value) -> {
            if (!value.equals(seen.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static List<PersonalTimes> of(Map<String, List<PersonalTimes>> acts, String id) {
        return acts.getOrDefault(id, List.of());
    }

    private static Set<PersonalTimes> differing(
            List<PersonalTimes> seen, List<PersonalTimes> next) {
        Set<PersonalTimes> differing = new HashSet<>(seen);
        next.forEach(one -> {
            if (!differing.remove(one)) {
                differing.add(one);
            }
        });
        return differing;
    }

    private Put version(String pk, long seen) {
        Put.Builder put =
                Put.builder()
                        .tableName(table.name())
                        .item(Item.of(pk, VERSION).with(VERSION, seen + 1).attributes());
        return seen == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :seen")
                        .expressionAttributeValues(Map.of(":seen", Item.number(seen)))
                        .build();
    }

    static Map<YearMonth, MonthTimes.Digest> months(Map<String, AttributeValue> item) {
        Map<YearMonth, MonthTimes.Digest> months = new TreeMap<>();
        for (var month : Json.read(Item.text(item, "months")).properties()) {
            months.put(
                    YearMonth.parse(month.getKey()),
                    new MonthTimes.Digest(
                            month.getValue().path("closed").asText(),
                            month.getValue().path("open").asText()));
        }
        return months;
    }

    private static ObjectNode json(Map<YearMonth, MonthTimes.Digest> months) {
        ObjectNode json = Json.object();
        months.forEach((month, digest) ->
                json.putObject(month.toString())
                        .put("closed", digest.closed())
                        .put("open", digest.open()));
        return json;
    }

    private static ArrayNode json(List<PersonalTimes> times) {
        ArrayNode json = Json.object().putArray("times");
        for (PersonalTimes one : times) {
            json.addObject()
                    .put("employee", one.employee())
                    .put("from", one.from().toString())
                    .put("to", one.to().toString())
                    .put("start", one.time().start().toString())
                    .put("end", one.time().end().toString())
                    .put("act", one.act());
        }
        return json;
    }

    private static List<PersonalTimes> acts(JsonNode json) {
        List<PersonalTimes> times = new ArrayList<>();
        for (JsonNode one : json) {
            times.add(
                    new PersonalTimes(
                            one.path("employee").asText(),
                            LocalDate.parse(one.path("from").asText()),
                            LocalDate.parse(one.path("to").asText()),
                            WorkRulesJson.time(one),
                            one.path("act").asText()));
        }
        return times;
    }

    private static String partition(String body) {
        return "work-times#" + body;
    }

    private static String facts(String body, int year) {
        return "facts#" + body + "#" + year;
    }
}
