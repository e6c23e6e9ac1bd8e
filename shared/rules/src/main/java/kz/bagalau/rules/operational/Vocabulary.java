package kz.bagalau.rules.operational;

import static kz.bagalau.rules.operational.FactShape.ANSWERS;
import static kz.bagalau.rules.operational.FactShape.COUNT;
import static kz.bagalau.rules.operational.FactShape.DECIMAL;
import static kz.bagalau.rules.operational.FactShape.MONTHS;
import static kz.bagalau.rules.operational.FactShape.PENALTIES;
import static kz.bagalau.rules.operational.FactShape.PERCENT_OR_UNKNOWN;
import static kz.bagalau.rules.operational.FactShape.STRATEGY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Audience;

/// All facts that the operational assessment reads, and what must hold between them.
public final class Vocabulary {

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();
    private static final List<PartOfWhole> PARTS = new ArrayList<>();

    /// ¶69-1: the sectors' scores, which together are at most 6900 (¶69-2).
    static final List<String> SMART_SECTORS =
            List.of(
                    "smart.education",
                    "smart.health",
                    "smart.transport",
                    "smart.roads",
                    "smart.safety",
                    "smart.tourism",
                    "smart.utilities",
                    "smart.ecology",
                    "smart.management");

    /// ¶37: a to j, in the order of the formula.
    static final List<String> STAFF_QUALITIES =
            List.of(
                    "staff.candidates",
                    "staff.doctors",
                    "staff.phd",
                    "staff.academy",
                    "staff.bolashak",
                    "staff.nazarbayev",
                    "staff.foreign",
                    "staff.postgraduate",
                    "staff.reserve",
                    "staff.masters");

    private static final BigDecimal SMART_MAXIMUM = BigDecimal.valueOf(6900);

    static {
        add(MONTHS, "¶37 ¶40 ¶45-1", "headcount.monthly");
        add(DECIMAL, "¶40.1", "headcount.norm_average");
        add(COUNT, "¶35", "exit.dismissed", "exit.exempt", "exit.interviewed", "exit.paper");
        TYPES.put("exit.negative", new FactType("exit.negative", COUNT, "¶35", Audience.AGENCY));
        TYPES.put(
                "exit.negative_majority",
                new FactType("exit.negative_majority", COUNT, "¶35", Audience.AGENCY));
        STAFF_QUALITIES.forEach(name -> add(COUNT, "¶37", name));
        add(COUNT, "¶37", "staff.unique_persons");
        add(COUNT, "¶40.1", "hours.working_days");
        add(DECIMAL, "¶40.1", "hours.overtime_weekday", "hours.overtime_weekday_authorised");
        add(DECIMAL, "¶40.2", "hours.overtime_weekend", "hours.overtime_weekend_authorised");
        for (int statement = 1; statement <= 26; statement++) {
            add(ANSWERS, "¶40.3 ¶41 ¶42 ¶49 ¶51 ¶52", "survey.q" + statement);
        }
        add(
                COUNT,
                "¶44",
                "training.advanced_done",
                "training.advanced_due",
                "training.retraining_done",
                "training.retraining_due",
                "training.late",
                "training.missed");
        add(STRATEGY, "¶45", "strategy.content");
        add(PERCENT_OR_UNKNOWN, "¶45", "strategy.execution_percent");
        add(COUNT, "¶45-1", "internship.sent", "internship.accepted");
        add(COUNT, "¶45-2", "ekyzmet.files_complete", "ekyzmet.servants");
        add(
                COUNT,
                "¶48",
                "competitions.held",
                "competitions.observed",
                "competitions.recorded",
                "competitions.violations",
                "competitions.violations_by_competition");
        add(COUNT, "¶50", "career.promoted_within", "career.promoted_total");
        add(PENALTIES, "¶24", "information.pm", "information.it");
        SMART_SECTORS.forEach(name -> add(DECIMAL, "¶69-1", name));
        add(COUNT, "¶74-2", "it.unit_staff", "it.unit_educated");
        add(COUNT, "¶74-4", "it.employees", "it.trained");
        add(COUNT, "¶78-3", "it.indicators", "it.indicators_automatic");

        // ¶50 is not among them: its a counts the body's system, its b the body (C-15).
        part("exit.interviewed", "exit.dismissed");
        part("exit.exempt", "exit.dismissed");
        part("exit.negative", "exit.interviewed");
        part("exit.negative_majority", "exit.interviewed");
        part("exit.negative_majority", "exit.negative");
        part("exit.paper", "exit.interviewed");
        part("training.advanced_done", "training.advanced_due");
        part("training.retraining_done", "training.retraining_due");
        part("ekyzmet.files_complete", "ekyzmet.servants");
        part("competitions.observed", "competitions.held");
        part("competitions.recorded", "competitions.held");
        part("competitions.violations_by_competition", "competitions.held");
        part("competitions.violations_by_competition", "competitions.violations");
        part("it.unit_educated", "it.unit_staff");
        part("it.trained", "it.employees");
        part("it.indicators_automatic", "it.indicators");
    }

    private Vocabulary() {}

    public static Collection<FactType> all() {
        return Collections.unmodifiableCollection(TYPES.values());
    }

    public static Optional<FactType> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /// What is wrong with one value of a fact by itself.
    public static List<FactMistake> mistakes(String name, FactValue value) {
        return find(name)
                .map(type -> type.shape().mistakes(name, value))
                .orElseGet(() -> List.of(FactMistake.of(name, FactMistake.Kind.UNKNOWN_FACT)));
    }

    /// Everything that is wrong with a set of facts: each by itself, and parts that are greater
    /// than their whole.
    public static List<FactMistake> mistakes(Map<String, ? extends FactValue> facts) {
        List<FactMistake> mistakes = new ArrayList<>();
        facts.forEach((name, value) -> mistakes.addAll(mistakes(name, value)));
        for (PartOfWhole rule : PARTS) {
            if (facts.get(rule.part()) instanceof FactValue.Amount(var part)
                    && facts.get(rule.whole()) instanceof FactValue.Amount(var whole)
                    && whole.signum() >= 0
                    && part.compareTo(whole) > 0) {
                mistakes.add(
                        FactMistake.of(rule.part(), FactMistake.Kind.GREATER_THAN, rule.whole()));
            }
        }
        BigDecimal smart =
                SMART_SECTORS.stream()
                        .map(sector -> amount(facts, sector))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (smart.compareTo(SMART_MAXIMUM) > 0) {
            mistakes.add(
                    FactMistake.of(
                            "", FactMistake.Kind.FACT_TOO_LARGE, SMART_MAXIMUM.toPlainString()));
        }
        return mistakes;
    }

    private static BigDecimal amount(Map<String, ? extends FactValue> facts, String name) {
        return facts.get(name) instanceof FactValue.Amount(var amount) ? amount : BigDecimal.ZERO;
    }

    private static void add(FactShape shape, String paragraph, String... names) {
        for (String name : names) {
            TYPES.put(name, new FactType(name, shape, paragraph, Audience.BODY));
        }
    }

    private static void part(String part, String whole) {
        PARTS.add(new PartOfWhole(part, whole));
    }

    private record PartOfWhole(String part, String whole) {}
}
