package kz.bagalau.rules.operational.fact;

import static kz.bagalau.rules.operational.fact.FactShape.COUNT;
import static kz.bagalau.rules.operational.fact.FactShape.DECIMAL;
import static kz.bagalau.rules.operational.fact.FactShape.MONTHS;
import static kz.bagalau.rules.operational.fact.FactShape.PENALTIES;
import static kz.bagalau.rules.operational.fact.FactShape.PERCENT_OR_UNKNOWN;
import static kz.bagalau.rules.operational.fact.FactShape.STRATEGY;
import static kz.bagalau.rules.operational.fact.FactUnit.DAYS;
import static kz.bagalau.rules.operational.fact.FactUnit.HOURS;
import static kz.bagalau.rules.operational.fact.FactUnit.ITEMS;
import static kz.bagalau.rules.operational.fact.FactUnit.PEOPLE;
import static kz.bagalau.rules.operational.fact.FactUnit.PERCENT;
import static kz.bagalau.rules.operational.fact.FactUnit.POINTS;
import static kz.bagalau.rules.operational.fact.FactUnit.WORD;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.operational.act.Amendment2023;

/// All facts that the operational assessment reads, and what must hold between them.
public final class Vocabulary {

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();
    private static final List<PartOfWhole> PARTS = new ArrayList<>();

    /// What the names of the survey's statements begin with.
    static final String STATEMENT = "survey.q";

    /// ¶69-1: the sectors' scores, which together are at most 6900 (¶69-2).
    public static final List<String> SMART_SECTORS =
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
    public static final List<String> STAFF_QUALITIES =
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

    private static final BigDecimal SMART_MAXIMUM =
            Amendment2023.PARAMETERS
                    .get("it.smart_cities", "most_score", ParameterUnit.SECTOR_SCORE)
                    .value();

    static {
        publishedBy("report:hr-statistics", MONTHS, PEOPLE, "¶37 ¶40 ¶45-1", "headcount.monthly");
        publishedBy("report:hr-statistics", DECIMAL, PEOPLE, "¶40.1", "headcount.norm_average");
        publishedBy(
                "exit-interviews",
                COUNT,
                PEOPLE,
                "¶35",
                "exit.dismissed",
                "exit.exempt",
                "exit.interviewed",
                "exit.paper");
        agencyOnly("exit-interviews", "¶35", "exit.negative", "exit.negative_majority");
        STAFF_QUALITIES.forEach(
                name -> publishedBy("report:appendix-7", COUNT, PEOPLE, "¶37", name));
        publishedBy("report:appendix-7", COUNT, PEOPLE, "¶37", "staff.unique_persons");
        publishedBy("calendar", COUNT, DAYS, "¶40.1", "hours.working_days");
        publishedBy(
                "report:access-events",
                DECIMAL,
                HOURS,
                "¶40.1",
                "hours.overtime_weekday",
                "hours.overtime_weekday_authorised");
        publishedBy(
                "report:access-events",
                DECIMAL,
                HOURS,
                "¶40.2",
                "hours.overtime_weekend",
                "hours.overtime_weekend_authorised");
        for (int statement = 1; statement <= 26; statement++) {
            publishedBy(
                    "survey",
                    FactShape.ANSWERS,
                    FactUnit.ANSWERS,
                    "¶40.3 ¶41 ¶42 ¶49 ¶51 ¶52",
                    STATEMENT + statement);
        }
        publishedBy(
                "report:hr-statistics",
                COUNT,
                PEOPLE,
                "¶44",
                "training.advanced_done",
                "training.advanced_due",
                "training.retraining_done",
                "training.retraining_due");
        publishedBy(
                "report:hr-statistics", COUNT, ITEMS, "¶44", "training.late", "training.missed");
        publishedBy("analyst", STRATEGY, WORD, "¶45", "strategy.content");
        publishedBy("analyst", PERCENT_OR_UNKNOWN, PERCENT, "¶45", "strategy.execution_percent");
        publishedBy(
                "report:hr-statistics",
                COUNT,
                PEOPLE,
                "¶45-1",
                "internship.sent",
                "internship.accepted");
        publishedBy("analyst", COUNT, ITEMS, "¶45-2", "ekyzmet.files_complete");
        publishedBy("analyst", COUNT, PEOPLE, "¶45-2", "ekyzmet.servants");
        publishedBy(
                "report:appendix-2",
                COUNT,
                ITEMS,
                "¶48",
                "competitions.held",
                "competitions.observed",
                "competitions.recorded");
        publishedBy(
                "analyst",
                COUNT,
                ITEMS,
                "¶48",
                "competitions.violations",
                "competitions.violations_by_competition");
        publishedBy(
                "report:hr-statistics",
                COUNT,
                PEOPLE,
                "¶50",
                "career.promoted_within",
                "career.promoted_total");
        publishedBy("review", PENALTIES, POINTS, "¶24", "information.pm", "information.it");
        SMART_SECTORS.forEach(name -> publishedBy("analyst", DECIMAL, POINTS, "¶69-1", name));
        publishedBy(
                "report:appendix-8", COUNT, PEOPLE, "¶74-2", "it.unit_staff", "it.unit_educated");
        publishedBy("report:appendix-8", COUNT, PEOPLE, "¶74-4", "it.employees", "it.trained");
        publishedBy(
                "report:appendix-8",
                COUNT,
                ITEMS,
                "¶78-3",
                "it.indicators",
                "it.indicators_automatic");

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
        interviewedOfExempt(facts).ifPresent(mistakes::add);
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

    /// Rule 7 of Appendix 12: the exempt are not interviewed, so at most the others are (¶35, a is
    /// at most b).
    private static Optional<FactMistake> interviewedOfExempt(
            Map<String, ? extends FactValue> facts) {
        if (facts.get("exit.interviewed") instanceof FactValue.Amount(var interviewed)
                && facts.get("exit.exempt") instanceof FactValue.Amount(var exempt)
                && facts.get("exit.dismissed") instanceof FactValue.Amount(var dismissed)
                && interviewed.compareTo(dismissed) <= 0
                && exempt.compareTo(dismissed) <= 0
                && interviewed.add(exempt).compareTo(dismissed) > 0) {
            return Optional.of(
                    FactMistake.of(
                            "exit.interviewed",
                            FactMistake.Kind.GREATER_THAN,
                            "exit.dismissed − exit.exempt"));
        }
        return Optional.empty();
    }

    private static BigDecimal amount(Map<String, ? extends FactValue> facts, String name) {
        return facts.get(name) instanceof FactValue.Amount(var amount) ? amount : BigDecimal.ZERO;
    }

    /// The publishers are those of the specification's table of facts.
    private static void publishedBy(
            String publisher, FactShape shape, FactUnit unit, String paragraph, String... names) {
        for (String name : names) {
            TYPES.put(name, new FactType(name, shape, unit, paragraph, publisher, Audience.BODY));
        }
    }

    private static void agencyOnly(String publisher, String paragraph, String... names) {
        for (String name : names) {
            TYPES.put(
                    name, new FactType(name, COUNT, PEOPLE, paragraph, publisher, Audience.AGENCY));
        }
    }

    private static void part(String part, String whole) {
        PARTS.add(new PartOfWhole(part, whole));
    }

    private record PartOfWhole(String part, String whole) {}
}
