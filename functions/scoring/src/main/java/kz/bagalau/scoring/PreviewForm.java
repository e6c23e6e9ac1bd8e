package kz.bagalau.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.facts.FactFields;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Settings;

/// What `POST /methodologies/{methodology}/preview` is given: any facts about a body that need not
/// exist, read with all errors at once.
final class PreviewForm {

    private static final int MAX_BYTES = 200_000;
    private static final Provenance TYPED = new Provenance("preview", Map.of());

    private final Input input;
    private final FactFields fields;
    private final Methodology methodology;
    private final AssessedPeriod asked;

    /// By whose wording settings and manual points are checked: the period asked for or, where that
    /// cannot be, the methodology's first day, so that all other errors are reported as well.
    private final AssessedPeriod period;

    private PreviewForm(Input input, Methodology methodology) {
        this.input = input;
        this.fields = new FactFields(input);
        this.methodology = methodology;
        this.asked = period(input.object("period"));
        LocalDate first = methodology.citation().inForce();
        this.period = inForce() ? asked : new AssessedPeriod(first, first);
    }

    static Input.Result<Assessed> parse(Request request, Methodology methodology) {
        return new PreviewForm(request.input(MAX_BYTES), methodology).read();
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
            period.error(
                    "to", FieldProblem.OUT_OF_RANGE, from.toString(), Input.LAST_DAY.toString());
            return new AssessedPeriod(to, to);
        }
        return new AssessedPeriod(from, to);
    }

    /// Whether this methodology is the one of the period; a day that could not be read was reported
    /// already.
    private boolean inForce() {
        try {
            if (Methodologies.OPERATIONAL.of(asked).equals(methodology)) {
                return true;
            }
        } catch (Timeline.NotInForce e) {
            // reported below, together with a period of another methodology
        }
        if (!asked.to().equals(LocalDate.EPOCH)) {
            input.error("period", FactProblem.NOT_IN_FORCE, asked.lawOf().toString());
        }
        return false;
    }

    private Map<String, FactValue> facts() {
        Map<String, FactValue> facts = fields.facts();
        Vocabulary.mistakes(facts).forEach(fields::report);
        return facts;
    }

    private Map<String, ManualPoints> manual(BodyKind kind, Settings settings) {
        Map<String, ManualPoints> manual = new LinkedHashMap<>();
        fields.manual()
                .forEach((id, entered) -> {
                    String pointer = "manual/" + Input.escape(id);
                    Optional<Indicator> indicator = methodology.indicator(id);
                    if (indicator.isEmpty()) {
                        input.error(pointer, FactProblem.UNKNOWN_INDICATOR, id);
                    } else if (!indicator.get().manual(period)) {
                        input.error(pointer, FactProblem.NOT_BY_HAND, id);
                    } else {
                        fields.manual(id, entered, indicator.get().maximum(kind, period, settings))
                                .ifPresent(points -> manual.put(id, points));
                    }
                });
        return manual;
    }

    private static List<Given<FactValue>> given(Map<String, FactValue> facts) {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.forEach((name, value) -> given.add(new Given<>(name, value, TYPED)));
        return given;
    }
}
