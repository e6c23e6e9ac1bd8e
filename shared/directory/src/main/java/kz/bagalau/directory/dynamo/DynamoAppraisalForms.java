package kz.bagalau.directory.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.directory.AppraisalForms;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.ProtocolForm;
import kz.bagalau.rules.staff.Title;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The forms as items `appraisal-form`, and their editions as items `appraisal-form#<form>`.
public final class DynamoAppraisalForms implements AppraisalForms {

    private static final String PARTITION = "appraisal-form";
    private static final String PROTOCOL = "PROTOCOL";

    private final DynamoEditions<AppraisalForm> annexes;
    private final DynamoEditions<ProtocolForm> protocols;

    public DynamoAppraisalForms(Table table, Clock clock) {
        this.annexes = new DynamoEditions<>(table, clock, new Annexes());
        this.protocols = new DynamoEditions<>(table, clock, new Protocols());
    }

    /// The forms of this runtime's `RECORDS_TABLE`.
    public static DynamoAppraisalForms fromEnvironment() {
        return new DynamoAppraisalForms(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Edition<AppraisalForm> find(AnnexForm annex) {
        return annexes.find(annex.name()).orElseThrow();
    }

    @Override
    public Optional<Edition<AppraisalForm>> find(AnnexForm annex, long version) {
        return annexes.find(annex.name(), version);
    }

    @Override
    public Edition<ProtocolForm> protocol() {
        return protocols.find(PROTOCOL).orElseThrow();
    }

    @Override
    public Optional<Edition<ProtocolForm>> protocol(long version) {
        return protocols.find(PROTOCOL, version);
    }

    @Override
    public Saved<AppraisalForm> put(
            AnnexForm annex, AppraisalForm next, OptionalLong seen, Caller by) {
        return annexes.put(annex.name(), next, seen, by);
    }

    @Override
    public Saved<ProtocolForm> putProtocol(ProtocolForm next, OptionalLong seen, Caller by) {
        return protocols.put(PROTOCOL, next, seen, by);
    }

    private record Annexes() implements Shelf<AppraisalForm> {

        @Override
        public Item place(String form) {
            return Item.of(PARTITION, form);
        }

        @Override
        public String history(String form) {
            return PARTITION + "#" + form;
        }

        @Override
        public Optional<Edition<AppraisalForm>> before(String form) {
            return Optional.of(new Edition<>(AppraisalForm.shipped(), 0));
        }

        @Override
        public Item write(Item item, AppraisalForm form) {
            return item.with("status", form.status().name())
                    .with("aggregation", form.aggregation().name())
                    .with("step", form.step().toPlainString())
                    .with("items", Json.write(items(form.items())));
        }

        @Override
        public AppraisalForm read(Map<String, AttributeValue> item) {
            return new AppraisalForm(
                    AppraisalForm.Status.valueOf(Item.text(item, "status")),
                    AppraisalForm.Aggregation.valueOf(Item.text(item, "aggregation")),
                    new BigDecimal(Item.text(item, "step")),
                    items(Item.text(item, "items")));
        }

        @Override
        public Map<String, String> audited(
                Optional<AppraisalForm> before, Edition<AppraisalForm> next) {
            return entry(next.version(), next.value().status());
        }
    }

    private record Protocols() implements Shelf<ProtocolForm> {

        @Override
        public Item place(String form) {
            return Item.of(PARTITION, form);
        }

        @Override
        public String history(String form) {
            return PARTITION + "#" + form;
        }

        @Override
        public Optional<Edition<ProtocolForm>> before(String form) {
            return Optional.of(new Edition<>(ProtocolForm.shipped(), 0));
        }

        @Override
        public Item write(Item item, ProtocolForm form) {
            return item.with("status", form.status().name())
                    .with("items", Json.write(items(form.items())));
        }

        @Override
        public ProtocolForm read(Map<String, AttributeValue> item) {
            return new ProtocolForm(
                    AppraisalForm.Status.valueOf(Item.text(item, "status")),
                    items(Item.text(item, "items")));
        }

        @Override
        public Map<String, String> audited(
                Optional<ProtocolForm> before, Edition<ProtocolForm> next) {
            return entry(next.version(), next.value().status());
        }
    }

    private static Map<String, String> entry(long version, AppraisalForm.Status status) {
        return Map.of("version", Long.toString(version), "status", status.name());
    }

    private static ArrayNode items(List<AppraisalForm.Item> items) {
        ArrayNode list = Json.object().putArray("items");
        for (AppraisalForm.Item item : items) {
            ObjectNode json =
                    list.addObject()
                            .put("id", item.id())
                            .put("kk", item.text().kk())
                            .put("ru", item.text().ru());
            item.weight().ifPresent(weight -> json.put("weight", weight.toPlainString()));
        }
        return list;
    }

    private static List<AppraisalForm.Item> items(String text) {
        return Json.read(text).valueStream().map(DynamoAppraisalForms::item).toList();
    }

    private static AppraisalForm.Item item(JsonNode json) {
        return new AppraisalForm.Item(
                json.path("id").asText(),
                new Title(json.path("kk").asText(), json.path("ru").asText()),
                json.has("weight")
                        ? Optional.of(new BigDecimal(json.path("weight").asText()))
                        : Optional.empty());
    }
}
