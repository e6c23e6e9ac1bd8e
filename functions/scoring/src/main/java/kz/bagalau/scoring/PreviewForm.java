package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.facts.FactJson;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.BodyFacts;
import kz.bagalau.rules.operational.BodyKind;
import kz.bagalau.rules.operational.FactMistake;
import kz.bagalau.rules.operational.FactType;
import kz.bagalau.rules.operational.FactValue;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.ManualPoints;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.Settings;
import kz.bagalau.rules.operational.Vocabulary;

/// What `POST /methodologies/{methodology}/preview` is given: any facts about a body that need not
/// exist, read with all errors at once.
final class PreviewForm {

    private static final int MAX_BYTES = 200_000;
    private static final int MAX_BASIS = 2_000;
    private static final Provenance TYPED = new Provenance("preview", Map.of());

    private final Input input;
    private final Methodology methodology;
    private final AssessedPeriod asked;

    /// By whose wording settings and manual points are checked: the period asked for or, where that
    /// cannot be, the methodology's first day, so that all other errors are told as well.
    private final AssessedPeriod period;

    private PreviewForm(Input input, Methodology methodology) {
        this.input = input;
        this.methodology = methodology;
        this.asked = period(input.object("period"));
        LocalDate first = methodology.citation().inForce();
        this.period = inForce() ? asked : new AssessedPeriod(first, first);
    }

    static Input.Result<Assessed> parse(APIGatewayV2HTTPEvent event, Methodology methodology) {
        return new PreviewForm(Input.of(event, MAX_BYTES), methodology).read();
    }

    private Input.Result<Assessed> read() {
        BodyKind kind = input.oneOf("bodyKind", BodyKind.class, BodyKind.OMO);
        Map<String, FactValue> facts = facts();
        Settings settings = SettingsJson.read(input, methodology, period);
        Map<String, ManualPoints> manual = manual(kind, settings);
        return input.finish(
                () -> new Assessed(kind, asked, new BodyFacts(given(facts)), manual, settings));
    }

    private static AssessedPeriod period(Input period) {
        LocalDate from = period.date("from");
        LocalDate to = period.date("to");
        if (to.equals(LocalDate.EPOCH)) {
            return new AssessedPeriod(to, to);
        }
        if (to.isBefore(from)) {
            period.error("to", FieldProblem.OUT_OF_RANGE, from.toString(), "9999-12-31");
            return new AssessedPeriod(to, to);
        }
        return new AssessedPeriod(from, to);
    }

    /// Whether this methodology is the one of the period; a day that could not be read was told of
    /// already.
    private boolean inForce() {
        try {
            if (Methodologies.OPERATIONAL.of(asked).equals(methodology)) {
                return true;
            }
        } catch (Timeline.NotInForce e) {
            // told below, together with a period of another methodology
        }
        if (!asked.to().equals(LocalDate.EPOCH)) {
            input.error("period", ScoringProblem.NOT_IN_FORCE, asked.lawOf().toString());
        }
        return false;
    }

    private Map<String, FactValue> facts() {
        Map<String, FactValue> facts = new LinkedHashMap<>();
        List<FactMistake> mistakes = new ArrayList<>();
        for (var entry : object("facts").properties()) {
            String name = entry.getKey();
            Optional<FactType> type = Vocabulary.find(name);
            if (type.isEmpty()) {
                mistakes.add(mistake(name, FactMistake.Kind.UNKNOWN_FACT));
                continue;
            }
            FactJson.read(type.get().shape(), entry.getValue())
                    .ifPresentOrElse(
                            value -> facts.put(name, value),
                            () -> mistakes.add(mistake(name, FactMistake.Kind.FACT_TYPE)));
        }
        mistakes.addAll(Vocabulary.mistakes(facts));
        mistakes.forEach(this::tell);
        return facts;
    }

    private void tell(FactMistake mistake) {
        String pointer =
                "facts"
                        + (mistake.fact().isEmpty() ? "" : "/" + Input.escape(mistake.fact()))
                        + (mistake.index() < 0 ? "" : "/" + mistake.index());
        List<String> arguments =
                mistake.details().isEmpty() ? List.of(mistake.fact()) : mistake.details();
        input.error(
                pointer,
                ScoringProblem.valueOf(mistake.kind().name()),
                arguments.toArray(String[]::new));
    }

    private Map<String, ManualPoints> manual(BodyKind kind, Settings settings) {
        Map<String, ManualPoints> manual = new LinkedHashMap<>();
        for (var entry : object("manual").properties()) {
            String id = entry.getKey();
            String pointer = "manual/" + Input.escape(id);
            Optional<Indicator> indicator = methodology.indicator(id);
            if (indicator.isEmpty()) {
                input.error(pointer, ScoringProblem.UNKNOWN_INDICATOR, id);
            } else if (!indicator.get().manual(period)) {
                input.error(pointer, ScoringProblem.NOT_BY_HAND, id);
            } else if (entry.getValue() instanceof ObjectNode points) {
                Optional<BigDecimal> maximum = indicator.get().maximum(kind, period, settings);
                manual(pointer, points, maximum).ifPresent(read -> manual.put(id, read));
            } else {
                input.error(pointer, FieldProblem.WRONG_TYPE, "object");
            }
        }
        return manual;
    }

    private Optional<ManualPoints> manual(
            String pointer, ObjectNode entered, Optional<BigDecimal> maximum) {
        for (var field : entered.properties()) {
            if (!List.of("points", "basis", "document").contains(field.getKey())) {
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
        } else if (points.get().signum() < 0) {
            input.error(pointer + "/points", ScoringProblem.NEGATIVE);
        } else if (points.get().scale() > 6) {
            input.error(pointer + "/points", ScoringProblem.TOO_PRECISE, "6");
        } else if (maximum.isPresent() && points.get().compareTo(maximum.get()) > 0) {
            input.error(
                    pointer + "/points",
                    ScoringProblem.ABOVE_MAXIMUM,
                    Decimals.plain(maximum.get()));
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

    /// The object in an optional field; one without fields where it is missing or no object.
    private ObjectNode object(String field) {
        return SettingsJson.object(input, field);
    }

    private static FactMistake mistake(String fact, FactMistake.Kind kind) {
        return new FactMistake(fact, -1, kind, List.of());
    }

    private static List<Given<FactValue>> given(Map<String, FactValue> facts) {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.forEach((name, value) -> given.add(new Given<>(name, value, TYPED)));
        return given;
    }
}
