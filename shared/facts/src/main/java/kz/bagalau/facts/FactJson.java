package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.fact.FactShape;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Facts as they stand in JSON: counts as integers, shares, hours and points as decimal strings or
/// numbers, words as strings, null for what is stated to be unknown. A value has one JSON only, so
/// that equal values can be recognised by it.
public final class FactJson {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,20})?");

    private FactJson() {}

    /// The value of a fact of this shape; empty where the JSON is of another type.
    public static Optional<FactValue> read(FactShape shape, JsonNode json) {
        return switch (shape) {
            case COUNT -> number(json).map(FactValue.Amount::new);
            case DECIMAL -> decimal(json).map(FactValue.Amount::new);
            case PERCENT_OR_UNKNOWN ->
                    json.isNull()
                            ? Optional.of(new FactValue.Unknown())
                            : decimal(json).map(FactValue.Amount::new);
            case STRATEGY ->
                    json.isTextual()
                            ? Optional.of(new FactValue.Word(json.textValue()))
                            : Optional.empty();
            case MONTHS, ANSWERS -> array(json, false);
            case PENALTIES -> array(json, true);
        };
    }

    /// The value of a fact of the vocabulary as JSON.
    public static JsonNode write(String name, FactValue value) {
        FactShape shape =
                Vocabulary.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("no fact " + name))
                        .shape();
        boolean whole =
                switch (shape) {
                    case COUNT, MONTHS, ANSWERS -> true;
                    case DECIMAL, PERCENT_OR_UNKNOWN, PENALTIES, STRATEGY -> false;
                };
        return switch (value) {
            case FactValue.Amount(var amount) -> number(amount, whole);
            case FactValue.Amounts(var amounts) -> {
                ArrayNode array = Json.object().putArray("value");
                amounts.forEach(amount -> array.add(number(amount, whole)));
                yield array;
            }
            case FactValue.Word(var word) -> TextNode.valueOf(word);
            case FactValue.Unknown _ -> NullNode.getInstance();
        };
    }

    /// A decimal string, or a number.
    public static Optional<BigDecimal> decimal(JsonNode json) {
        return json.isTextual() && DECIMAL.matcher(json.textValue()).matches()
                ? Optional.of(new BigDecimal(json.textValue()))
                : number(json);
    }

    private static JsonNode number(BigDecimal amount, boolean whole) {
        return whole
                ? DecimalNode.valueOf(new BigDecimal(amount.toBigIntegerExact()))
                : TextNode.valueOf(amount.stripTrailingZeros().toPlainString());
    }

    private static Optional<BigDecimal> number(JsonNode json) {
        return json.isNumber() ? Optional.of(json.decimalValue()) : Optional.empty();
    }

    private static Optional<FactValue> array(JsonNode json, boolean decimals) {
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<BigDecimal> values = new ArrayList<>();
        for (JsonNode element : json) {
            Optional<BigDecimal> value = decimals ? decimal(element) : number(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new FactValue.Amounts(values));
    }
}
