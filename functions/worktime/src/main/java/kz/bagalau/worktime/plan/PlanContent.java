package kz.bagalau.worktime.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.monitoring.VisitPlan;

/// What stands in the document of a plan: `authority`, `from`, `to`, `items`, `next` (the number of
/// the next item), later `approved`, `amended`, `sent`. An item has `id`, `body`, `quarter`,
/// `month`, and once a visit of it is registered `visit`, `started` and `done`.
public final class PlanContent {

    static final String ITEMS = "items";
    public static final String VISIT = "visit";
    public static final String STARTED = "started";
    public static final String DONE = "done";
    public static final String SENT = "sent";
    private static final String QUARTER = "quarter";
    private static final String MONTH = "month";

    private PlanContent() {}

    public static VisitPlan plan(ObjectNode content) {
        return new VisitPlan(
                LocalDate.parse(content.path("from").asText()),
                LocalDate.parse(content.path("to").asText()),
                items(content).map(PlanContent::item).toList());
    }

    public static Stream<ObjectNode> items(ObjectNode content) {
        return content.path(ITEMS).valueStream().map(ObjectNode.class::cast);
    }

    public static Optional<ObjectNode> item(ObjectNode content, String id) {
        return items(content).filter(item -> item.path("id").asText().equals(id)).findFirst();
    }

    public static VisitPlan.Item item(JsonNode json) {
        return new VisitPlan.Item(
                json.path("body").asText(),
                Quarter.read(json.path(QUARTER).asText()).orElseThrow(),
                json.has(MONTH)
                        ? Optional.of(YearMonth.parse(json.path(MONTH).asText()))
                        : Optional.empty());
    }

    static ObjectNode json(VisitPlan.Item item) {
        ObjectNode json =
                Json.object().put("body", item.body()).put(QUARTER, item.quarter().toString());
        item.month().ifPresent(month -> json.put(MONTH, month.toString()));
        return json;
    }

    /// The plan that an item's id names.
    public static String planOf(String item) {
        int end = item.indexOf('.');
        return end < 0 ? item : item.substring(0, end);
    }

    /// Writes dates and items; those that stand keep their ids and their visits.
    public static void write(ObjectNode content, String plan, PlanForm form) {
        List<ObjectNode> standing = new ArrayList<>(items(content).toList());
        content.put("from", form.from().toString()).put("to", form.to().toString());
        ArrayNode items = Json.object().putArray(ITEMS);
        int next = content.path("next").asInt(1);
        for (PlanForm.Entry entry : form.items()) {
            ObjectNode json = json(entry.item());
            Optional<ObjectNode> before = standing(standing, entry);
            if (before.isPresent()) {
                standing.remove(before.get());
                kept(before.get(), json);
            } else {
                json.put("id", plan + "." + next);
                next++;
            }
            items.add(json);
        }
        content.set(ITEMS, items);
        content.put("next", next);
    }

    /// By its id; where none is named, one of the same body and quarter.
    private static Optional<ObjectNode> standing(List<ObjectNode> standing, PlanForm.Entry entry) {
        return standing.stream()
                .filter(item ->
                        entry.id()
                                .map(item.path("id").asText()::equals)
                                .orElseGet(() -> isSame(item, entry.item())))
                .findFirst();
    }

    static boolean isSame(JsonNode standing, VisitPlan.Item item) {
        VisitPlan.Item before = item(standing);
        return before.body().equals(item.body()) && before.quarter().equals(item.quarter());
    }

    /// A visit that is only registered stays with an item of its body and quarter.
    private static void kept(ObjectNode before, ObjectNode json) {
        json.put("id", before.path("id").asText());
        if (isSame(before, item(json))) {
            for (String field : List.of(VISIT, STARTED, DONE)) {
                if (before.has(field)) {
                    json.set(field, before.get(field));
                }
            }
        }
    }

    /// The plan with one item changed.
    public static ObjectNode with(Document plan, String item, Consumer<ObjectNode> change) {
        ObjectNode content = plan.content();
        item(content, item).ifPresent(change);
        return content;
    }

    /// Whether a body has been sent what now stands.
    public static boolean isSent(ObjectNode content, String body) {
        return sentAt(content, body).isPresent();
    }

    /// When a body was last sent the plan since it was amended.
    public static Optional<Instant> sentAt(ObjectNode content, String body) {
        Optional<Instant> amended =
                content.path("amended")
                        .valueStream()
                        .map(entry -> Instant.parse(entry.path("at").asText()))
                        .max(Instant::compareTo);
        return content.path(SENT)
                .valueStream()
                .filter(entry -> entry.path("body").asText().equals(body))
                .map(entry -> Instant.parse(entry.path("at").asText()))
                .filter(at -> amended.map(at::isAfter).orElse(true))
                .max(Instant::compareTo);
    }
}
