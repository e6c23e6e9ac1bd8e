package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Facts and points entered by hand, as a request gives them in `facts` and `manual`; read with all
/// errors at once.
public final class FactFields {

    public static final int MAX_BASIS = 2_000;

    private static final int POINT_PLACES = 6;
    private static final List<String> MANUAL_FIELDS = List.of("points", "basis", "document");

    private final Input input;

    public FactFields(Input input) {
        this.input = input;
    }

    /// The values of the field `facts` that are of their fact's type. What is wrong with them by
    /// themselves or together is asked of [Vocabulary#mistakes].
    public Map<String, FactValue> facts() {
        Map<String, FactValue> facts = new LinkedHashMap<>();
        for (var entry : input.json("facts").properties()) {
            String name = entry.getKey();
            Optional<FactType> type = Vocabulary.find(name);
            if (type.isEmpty()) {
                report(mistake(name, FactMistake.Kind.UNKNOWN_FACT));
                continue;
            }
            FactJson.read(type.get().shape(), entry.getValue())
                    .ifPresentOrElse(
                            value -> facts.put(name, value),
                            () -> report(mistake(name, FactMistake.Kind.FACT_TYPE)));
        }
        return facts;
    }

    public void report(FactMistake mistake) {
        String pointer =
                "facts"
                        + (mistake.fact().isEmpty() ? "" : "/" + Input.escape(mistake.fact()))
                        + (mistake.index() < 0 ? "" : "/" + mistake.index());
        input.error(pointer, code(mistake), arguments(mistake).toArray(String[]::new));
    }

    public static ProblemCode code(FactMistake mistake) {
        return FactProblem.valueOf(mistake.kind().name());
    }

    public static List<String> arguments(FactMistake mistake) {
        return mistake.details().isEmpty() ? List.of(mistake.fact()) : mistake.details();
    }

    /// The entries of the field `manual`, each an object.
    public Map<String, ObjectNode> manual() {
        Map<String, ObjectNode> manual = new LinkedHashMap<>();
        for (var entry : input.json("manual").properties()) {
            String pointer = "manual/" + Input.escape(entry.getKey());
            if (entry.getValue() instanceof ObjectNode points) {
                manual.put(entry.getKey(), points);
            } else {
                input.error(pointer, FieldProblem.WRONG_TYPE, "object");
            }
        }
        return manual;
    }

    /// One entry of the field `manual`; empty where it has errors.
    public Optional<ManualPoints> manual(
            String indicator, ObjectNode entered, Optional<BigDecimal> maximum) {
        String pointer = "manual/" + Input.escape(indicator);
        for (var field : entered.properties()) {
            if (!MANUAL_FIELDS.contains(field.getKey())) {
                input.error(
                        pointer + "/" + Input.escape(field.getKey()),
                        FieldProblem.UNKNOWN_FIELD,
                        field.getKey());
            }
        }
        Optional<BigDecimal> points = FactJson.decimal(entered.path("points"));
        if (!entered.hasNonNull("points")) {
            input.error(pointer + "/points", FieldProblem.REQUIRED);
        } else if (points.isEmpty()) {
            input.error(pointer + "/points", FieldProblem.WRONG_TYPE, "\"4.5\"");
        } else {
            List<Problem.Error> errors = mistakes(pointer + "/points", points.get(), maximum);
            errors.forEach(error ->
                    input.error(
                            error.pointer(),
                            error.code(),
                            error.arguments().toArray(String[]::new)));
        }
        String basis = text(pointer, entered, "basis").orElse("");
        if (basis.isEmpty()) {
            input.error(pointer + "/basis", FieldProblem.REQUIRED);
        }
        Optional<String> document = text(pointer, entered, "document");
        return points.isPresent() && points.get().signum() >= 0 && !basis.isEmpty()
                ? Optional.of(new ManualPoints(points.get(), basis, document.orElse(null)))
                : Optional.empty();
    }

    /// What is wrong with points entered by hand.
    public static List<Problem.Error> mistakes(
            String pointer, BigDecimal points, Optional<BigDecimal> maximum) {
        List<Problem.Error> errors = new ArrayList<>();
        if (points.signum() < 0) {
            errors.add(new Problem.Error(pointer, FactProblem.NEGATIVE));
        } else if (points.scale() > POINT_PLACES) {
            errors.add(new Problem.Error(pointer, FactProblem.TOO_PRECISE, "" + POINT_PLACES));
        } else if (maximum.isPresent() && points.compareTo(maximum.get()) > 0) {
            errors.add(
                    new Problem.Error(
                            pointer, FactProblem.ABOVE_MAXIMUM, Decimals.plain(maximum.get())));
        }
        return errors;
    }

    private Optional<String> text(String pointer, ObjectNode entered, String field) {
        JsonNode value = entered.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (!value.isTextual()) {
            input.error(pointer + "/" + field, FieldProblem.WRONG_TYPE, "string");
        } else if (text.length() > MAX_BASIS) {
            input.error(pointer + "/" + field, FieldProblem.TOO_LONG, Integer.toString(MAX_BASIS));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static FactMistake mistake(String fact, FactMistake.Kind kind) {
        return new FactMistake(fact, -1, kind, List.of());
    }
}
