package kz.bagalau.appraisal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalForm.Item;
import kz.bagalau.rules.staff.Title;

/// The form on which a case was scored, kept in the case: `{"annex", "version", "status",
/// "aggregation", "step", "items": [{"id", "text", "weight"?}]}`.
public final class ScoredForm {

    private ScoredForm() {}

    public static ObjectNode write(AnnexForm annex, Edition<AppraisalForm> edition) {
        AppraisalForm form = edition.value();
        ObjectNode json =
                Json.object()
                        .put("annex", annex.name())
                        .put("version", edition.version())
                        .put("status", form.status().name())
                        .put("aggregation", form.aggregation().name())
                        .put("step", form.step().toPlainString());
        ArrayNode items = json.putArray("items");
        for (Item item : form.items()) {
            ObjectNode each = items.addObject().put("id", item.id());
            each.set("text", Persons.title(item.text()));
            item.weight().ifPresent(weight -> each.put("weight", weight.toPlainString()));
        }
        return json;
    }

    static AppraisalForm read(ObjectNode json) {
        List<Item> items = json.path("items").valueStream().map(ScoredForm::item).toList();
        return new AppraisalForm(
                AppraisalForm.Status.valueOf(json.path("status").asText()),
                AppraisalForm.Aggregation.valueOf(json.path("aggregation").asText()),
                new BigDecimal(json.path("step").asText()),
                items);
    }

    private static Item item(JsonNode json) {
        JsonNode text = json.path("text");
        return new Item(
                json.path("id").asText(),
                new Title(text.path("kk").asText(), text.path("ru").asText()),
                json.has("weight")
                        ? Optional.of(new BigDecimal(json.path("weight").asText()))
                        : Optional.empty());
    }
}
