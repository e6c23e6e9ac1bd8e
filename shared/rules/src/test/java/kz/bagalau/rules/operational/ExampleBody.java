package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// A body whose facts are written as in the example tables: `name=value` with spaces between, `/`
/// between the elements of an array, `12*120` for twelve times 120.
public record ExampleBody(
        BodyKind kind,
        AssessedPeriod period,
        Map<String, String> facts,
        Map<String, ManualPoints> manual,
        Settings settings) {

    /// Every fact but the answers of the survey.
    private static final String EVERY_FACT =
            "headcount.monthly=12*150 exit.dismissed=24 exit.exempt=0 exit.interviewed=18"
                    + " exit.negative=10 exit.negative_majority=8 exit.paper=1 staff.candidates=2"
                    + " staff.doctors=0 staff.phd=3 staff.academy=4 staff.bolashak=6 staff.nazarbayev=5"
                    + " staff.foreign=4 staff.postgraduate=1 staff.reserve=1 staff.masters=30"
                    + " staff.unique_persons=50 hours.working_days=246 hours.overtime_weekday=9000"
                    + " hours.overtime_weekday_authorised=300 hours.overtime_weekend=1500"
                    + " training.advanced_done=38 training.advanced_due=40 training.retraining_done=9"
                    + " training.retraining_due=10 training.late=1 training.missed=2"
                    + " strategy.content=with_content strategy.execution_percent=72.5"
                    + " internship.sent=5 internship.accepted=4 ekyzmet.files_complete=297"
                    + " ekyzmet.servants=300 competitions.held=20 competitions.observed=12"
                    + " competitions.recorded=18 competitions.violations=2"
                    + " competitions.violations_by_competition=1 career.promoted_within=15"
                    + " career.promoted_total=20 information.pm=1 information.it=2"
                    + " smart.education=900 smart.health=900 smart.transport=500 smart.roads=500"
                    + " smart.safety=500 smart.tourism=400 smart.utilities=400 smart.ecology=400"
                    + " smart.management=330 it.unit_staff=16 it.unit_educated=12 it.employees=180"
                    + " it.trained=45 it.indicators=64 it.indicators_automatic=40";

    static final String EVERY_MANUAL =
            "pm.net_turnover=8 pm.stability=4 pm.gender=3 it.arch_portal=27 it.data_currency=18"
                    + " it.automation=20 it.local_content=5 it.unused_systems=3";

    static ExampleBody of(BodyKind kind, String facts) {
        return new ExampleBody(
                kind, AssessedPeriod.ofYear(2025), read(facts), Map.of(), Settings.DEFAULTS);
    }

    static ExampleBody complete(BodyKind kind) {
        ExampleBody body = of(kind, EVERY_FACT).withManual(EVERY_MANUAL);
        for (int statement = 1; statement <= 26; statement++) {
            body = body.with("survey.q" + statement, "2/3/10/25");
        }
        return body;
    }

    ExampleBody with(String fact, String value) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        changed.put(fact, value);
        return new ExampleBody(kind, period, changed, manual, settings);
    }

    ExampleBody withAll(String more) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        changed.putAll(read(more));
        return new ExampleBody(kind, period, changed, manual, settings);
    }

    ExampleBody without(String fact) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        changed.remove(fact);
        return new ExampleBody(kind, period, changed, manual, settings);
    }

    ExampleBody withManual(String entered) {
        Map<String, ManualPoints> changed = new LinkedHashMap<>(manual);
        read(entered)
                .forEach((indicator, points) ->
                        changed.put(
                                indicator,
                                new ManualPoints(new BigDecimal(points), "an inspection", "up-1")));
        return new ExampleBody(kind, period, facts, changed, settings);
    }

    ExampleBody withoutManual(String indicator) {
        Map<String, ManualPoints> changed = new LinkedHashMap<>(manual);
        changed.remove(indicator);
        return new ExampleBody(kind, period, facts, changed, settings);
    }

    ExampleBody in(AssessedPeriod otherPeriod) {
        return new ExampleBody(kind, otherPeriod, facts, manual, settings);
    }

    /// `zero_denominator.pm.career=max` decides for one indicator.
    ExampleBody by(String chosen) {
        Settings changed = settings;
        for (var entry : read(chosen).entrySet()) {
            String name = entry.getKey();
            if (name.startsWith("zero_denominator.")) {
                changed =
                        changed.withZeroDenominator(
                                name.substring("zero_denominator.".length()),
                                new Settings.Decision(
                                        Setting.ZERO_DENOMINATOR
                                                .value(entry.getValue())
                                                .orElseThrow(),
                                        "nobody was promoted"));
            } else {
                changed = changed.with(Setting.named(name).orElseThrow(), entry.getValue());
            }
        }
        return new ExampleBody(kind, period, facts, manual, changed);
    }

    Assessed assessed() {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.forEach((name, text) ->
                given.add(
                        new Given<>(
                                name,
                                value(name, text),
                                new Provenance("upload", Map.of("cell", "B4")))));
        return new Assessed(kind, period, new BodyFacts(given), manual, settings);
    }

    Assessment assess() {
        return OperationalAssessment2023.METHODOLOGY.assess(assessed());
    }

    Map<String, FactValue> values() {
        Map<String, FactValue> values = new LinkedHashMap<>();
        facts.forEach((name, text) -> values.put(name, value(name, text)));
        return values;
    }

    public static FactValue value(String name, String text) {
        return switch (Vocabulary.find(name).orElseThrow().shape()) {
            case COUNT, DECIMAL -> new FactValue.Amount(new BigDecimal(text));
            case PERCENT_OR_UNKNOWN ->
                    text.equals("unknown")
                            ? new FactValue.Unknown()
                            : new FactValue.Amount(new BigDecimal(text));
            case STRATEGY -> new FactValue.Word(text);
            case MONTHS, ANSWERS, PENALTIES -> new FactValue.Amounts(amounts(text));
        };
    }

    static Map<String, String> read(String pairs) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : pairs.isBlank() ? new String[0] : pairs.strip().split("\\s+")) {
            String[] nameAndValue = pair.split("=", 2);
            read.put(nameAndValue[0], nameAndValue[1]);
        }
        return read;
    }

    private static List<BigDecimal> amounts(String text) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (String part : text.split("/")) {
            String[] times = part.split("\\*");
            amounts.addAll(
                    times.length == 2
                            ? Collections.nCopies(
                                    Integer.parseInt(times[0]), new BigDecimal(times[1]))
                            : Arrays.asList(new BigDecimal(part)));
        }
        return amounts;
    }
}
