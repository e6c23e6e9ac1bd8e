package kz.bagalau.appraisal.methodology;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalForm.Aggregation;
import kz.bagalau.rules.appraisal.AppraisalForm.FormMistake;
import kz.bagalau.rules.appraisal.AppraisalForm.Item;
import kz.bagalau.rules.appraisal.AppraisalForm.Status;
import kz.bagalau.rules.appraisal.ProtocolForm;
import kz.bagalau.rules.staff.Title;

/// A form of appraisal as the Agency sends it and as it is returned: what was read can be sent
/// again as it is.
///
/// @param form one of the two kinds
/// @param seen the version that the sender has edited; empty where it is not said
public record FormSheet(Form form, OptionalLong seen) {

    /// Which form a path names.
    public sealed interface Name {
        String id();
    }

    public record Annex(AnnexForm form) implements Name {
        @Override
        public String id() {
            return form.name();
        }
    }

    public record Protocol() implements Name {
        @Override
        public String id() {
            return PROTOCOL;
        }
    }

    /// A form of either kind.
    public sealed interface Form {}

    public record OfAnnex(AnnexForm annex, AppraisalForm value) implements Form {}

    public record OfProtocol(ProtocolForm value) implements Form {}

    private static final String PROTOCOL = "PROTOCOL";
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_DECIMAL = 8;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,5}(\\.\\d{1,2})?");

    public static Optional<Name> named(String text) {
        return text.equals(PROTOCOL)
                ? Optional.of(new Protocol())
                : Arrays.stream(AnnexForm.values())
                        .filter(annex -> annex.name().equals(text))
                        .<Name>map(Annex::new)
                        .findAny();
    }

    public static Input.Result<FormSheet> parse(Request request, Name name) {
        Input input = request.input(MAX_BYTES);
        Sent.id(input, name.id());
        Status status = input.oneOf("status", Status.class, Status.PLACEHOLDER);
        OptionalLong seen = Sent.version(input);
        return switch (name) {
            case Annex(var annex) -> annex(input, annex, status, seen);
            case Protocol() -> {
                List<Item> items = items(input, false);
                yield input.finish(
                        () -> new FormSheet(new OfProtocol(new ProtocolForm(status, items)), seen));
            }
        };
    }

    private static Input.Result<FormSheet> annex(
            Input input, AnnexForm annex, Status status, OptionalLong seen) {
        Aggregation aggregation = input.oneOf("aggregation", Aggregation.class, Aggregation.MEAN);
        BigDecimal step = decimal(input, "step").orElse(BigDecimal.ONE);
        List<Item> items = items(input, aggregation == Aggregation.WEIGHTED_MEAN);
        for (FormMistake mistake : AppraisalForm.mistakes(aggregation, step, items)) {
            switch (mistake) {
                case STEP -> input.error("step", AppraisalProblem.BAD_STEP, step.toPlainString());
                case MORE_THAN_ONE -> input.error("items", AppraisalProblem.ONE_ITEM_ONLY);
                // Found item by item
                case NO_ITEMS, ITEM_TWICE, WEIGHT -> {}
            }
        }
        return input.finish(() ->
                new FormSheet(
                        new OfAnnex(annex, new AppraisalForm(status, aggregation, step, items)),
                        seen));
    }

    private static List<Item> items(Input input, boolean weighted) {
        List<Item> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Input> sent = input.objects("items", MAX_ITEMS);
        if (sent.isEmpty()) {
            input.error("items", FieldProblem.TOO_FEW, "1");
        }
        for (Input item : sent) {
            String id = item.id("id");
            Input text = item.object("text");
            String kk = text.text("kk", MAX_TEXT);
            String ru = text.text("ru", MAX_TEXT);
            Optional<BigDecimal> weight = weight(item, weighted);
            if (!id.isEmpty() && !seen.add(id)) {
                item.error("id", AppraisalProblem.ITEM_TWICE, id);
            }
            if (!id.isEmpty() && !kk.isEmpty() && !ru.isEmpty()) {
                items.add(new Item(id, new Title(kk, ru), weight));
            }
        }
        return items;
    }

    private static Optional<BigDecimal> weight(Input item, boolean weighted) {
        if (!item.has("weight")) {
            item.raw("weight");
            if (weighted) {
                item.error("weight", AppraisalProblem.WEIGHT_NEEDED);
            }
            return Optional.empty();
        }
        Optional<BigDecimal> weight = decimal(item, "weight");
        if (!weighted) {
            item.error("weight", AppraisalProblem.WEIGHT_NOT_USED);
        } else if (weight.filter(value -> value.signum() == 0).isPresent()) {
            item.error("weight", AppraisalProblem.WEIGHT_NEEDED);
        }
        return weight;
    }

    /// Decimals are texts; 0.50 and 0.5 are one number.
    private static Optional<BigDecimal> decimal(Input input, String field) {
        String text = input.text(field, MAX_DECIMAL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            input.error(field, FieldProblem.BAD_FORMAT, "0.5");
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
    }

    public static ObjectNode annex(AnnexForm annex, Edition<AppraisalForm> edition) {
        AppraisalForm form = edition.value();
        ObjectNode json =
                Json.object()
                        .put("id", annex.name())
                        .put("status", form.status().name())
                        .put("aggregation", form.aggregation().name())
                        .put("step", form.step().toPlainString());
        items(json, form.items());
        return json.put("version", edition.version());
    }

    public static ObjectNode protocol(Edition<ProtocolForm> edition) {
        ObjectNode json =
                Json.object().put("id", PROTOCOL).put("status", edition.value().status().name());
        items(json, edition.value().items());
        return json.put("version", edition.version());
    }

    private static void items(ObjectNode json, List<Item> items) {
        var list = json.putArray("items");
        for (Item item : items) {
            ObjectNode each = list.addObject().put("id", item.id());
            each.putObject("text").put("kk", item.text().kk()).put("ru", item.text().ru());
            item.weight().ifPresent(weight -> each.put("weight", weight.toPlainString()));
        }
    }
}
