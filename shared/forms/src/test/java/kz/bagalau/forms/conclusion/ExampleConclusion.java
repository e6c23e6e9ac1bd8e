package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// A body whose facts are written as `name=value` with spaces between, `/` between the elements of
/// an array, `12*150` for twelve times 150.
record ExampleConclusion(
        BodyKind kind,
        Map<String, String> facts,
        Map<String, BigDecimal> manual,
        Settings settings,
        Conclusion.Run run) {

    static final Methodology METHODOLOGY =
            Methodologies.OPERATIONAL.find("operational-assessment-2023").orElseThrow();

    private static final String FACTS =
            "headcount.monthly=12*150 exit.dismissed=24 exit.exempt=0 exit.interviewed=18"
                    + " exit.negative=13 exit.negative_majority=8 exit.paper=1 staff.candidates=2"
                    + " staff.doctors=0 staff.phd=3 staff.academy=4 staff.bolashak=6"
                    + " staff.nazarbayev=5 staff.foreign=4 staff.postgraduate=1 staff.reserve=1"
                    + " staff.masters=30 hours.working_days=246 hours.overtime_weekday=9000"
                    + " hours.overtime_weekend=1500 training.advanced_done=38"
                    + " training.advanced_due=40 training.retraining_done=9"
                    + " training.retraining_due=10 training.late=1 training.missed=2"
                    + " strategy.content=with_content strategy.execution_percent=72.5"
                    + " internship.sent=5 internship.accepted=4 ekyzmet.files_complete=297"
                    + " ekyzmet.servants=300 competitions.held=20 competitions.observed=12"
                    + " competitions.recorded=18 competitions.violations=2"
                    + " career.promoted_within=15 career.promoted_total=20 information.pm=1/0.5"
                    + " information.it=2 it.unit_staff=16 it.unit_educated=12 it.employees=180"
                    + " it.trained=45 it.indicators=64 it.indicators_automatic=40";

    private static final String SMART =
            " smart.education=900 smart.health=900 smart.transport=500 smart.roads=500"
                    + " smart.safety=500 smart.tourism=400 smart.utilities=400 smart.ecology=400"
                    + " smart.management=330";

    private static final String MANUAL =
            "pm.net_turnover=8 pm.stability=4 pm.gender=3 it.arch_portal=27 it.data_currency=18"
                    + " it.automation=20 it.local_content=5 it.unused_systems=3";

    static ExampleConclusion complete(BodyKind kind) {
        Map<String, String> facts =
                new LinkedHashMap<>(read(kind == BodyKind.ZHAO ? FACTS + SMART : FACTS));
        for (int statement = 1; statement <= 26; statement++) {
            facts.put("survey.q" + statement, "2/3/10/25");
        }
        Map<String, BigDecimal> manual = new LinkedHashMap<>();
        read(MANUAL).forEach((indicator, points) -> manual.put(indicator, new BigDecimal(points)));
        return new ExampleConclusion(
                kind,
                facts,
                manual,
                Settings.DEFAULTS,
                new Conclusion.Run("2025-1", Conclusion.Kind.FINAL, Optional.empty()));
    }

    ExampleConclusion with(String pairs) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        changed.putAll(read(pairs));
        return new ExampleConclusion(kind, changed, manual, settings, run);
    }

    ExampleConclusion without(String... names) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        Map<String, BigDecimal> fewer = new LinkedHashMap<>(manual);
        List.of(names).forEach(changed::remove);
        List.of(names).forEach(fewer::remove);
        return new ExampleConclusion(kind, changed, fewer, settings, run);
    }

    ExampleConclusion withPoints(String indicator, String points) {
        Map<String, BigDecimal> changed = new LinkedHashMap<>(manual);
        changed.put(indicator, new BigDecimal(points));
        return new ExampleConclusion(kind, facts, changed, settings, run);
    }

    ExampleConclusion by(Setting<?> setting, String value, String reason) {
        return new ExampleConclusion(
                kind, facts, manual, settings.with(setting, value).because(setting, reason), run);
    }

    ExampleConclusion deciding(String indicator, Setting.ZeroDenominator value, String reason) {
        return new ExampleConclusion(
                kind,
                facts,
                manual,
                settings.withZeroDenominator(indicator, new Settings.Decision(value, reason)),
                run);
    }

    ExampleConclusion in(Conclusion.Run other) {
        return new ExampleConclusion(kind, facts, manual, settings, other);
    }

    Conclusion conclusion() {
        return conclusion(
                kind == BodyKind.ZHAO
                        ? new LocalText(
                                "Ұлытау облысының әкімдігі",
                                "Акимат области Ұлытау",
                                "Akimat of Ulytau oblast")
                        : new LocalText(
                                "Қазақстан Республикасының Цифрлық даму, инновациялар және"
                                        + " аэроғарыш өнеркәсібі министрлігі",
                                "Министерство цифрового развития, инноваций и аэрокосмической"
                                        + " промышленности Республики Казахстан",
                                "Ministry of Digital Development, Innovations and Aerospace"
                                        + " Industry of the Republic of Kazakhstan"));
    }

    Conclusion conclusion(LocalText name) {
        List<Given<FactValue>> given = given();
        Map<String, ManualPoints> entered = new LinkedHashMap<>();
        manual.forEach((indicator, points) ->
                entered.put(
                        indicator,
                        new ManualPoints(
                                points, "2026 жылғы 12.01.2026 № 3 тексеру актісі", "up-17")));
        return new Conclusion(
                kind == BodyKind.ZHAO ? "akimat-ulytau" : "min-digital",
                name,
                run,
                METHODOLOGY,
                METHODOLOGY.assess(
                        new Assessed(
                                kind,
                                AssessedPeriod.ofYear(2025),
                                new BodyFacts(given),
                                entered,
                                settings)),
                given,
                Map.of());
    }

    private List<Given<FactValue>> given() {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.forEach((name, text) -> {
            FactType type = Vocabulary.find(name).orElseThrow();
            given.add(new Given<>(name, value(type, text), source(type)));
        });
        return given;
    }

    private static Provenance source(FactType type) {
        if (type.publisher().equals("exit-interviews")) {
            return new Provenance(
                    type.publisher(),
                    Map.of("consented", "2026-03-02 № r-17", "by", "SECRET-PERSON"));
        }
        return new Provenance(
                type.publisher(),
                Map.of(
                        "upload", "u-2026-0113",
                        "sheet", "1",
                        "cell", "D12",
                        "by", "SECRET-PERSON",
                        "sha256", "SECRET-HASH"));
    }

    private static FactValue value(FactType type, String text) {
        return switch (type.shape()) {
            case COUNT, DECIMAL -> new FactValue.Amount(new BigDecimal(text));
            case PERCENT_OR_UNKNOWN ->
                    text.equals("unknown")
                            ? new FactValue.Unknown()
                            : new FactValue.Amount(new BigDecimal(text));
            case STRATEGY -> new FactValue.Word(text);
            case MONTHS, ANSWERS, PENALTIES -> new FactValue.Amounts(amounts(text));
        };
    }

    private static List<BigDecimal> amounts(String text) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split("/")) {
            String[] times = part.split("\\*");
            amounts.addAll(
                    times.length == 2
                            ? Collections.nCopies(
                                    Integer.parseInt(times[0]), new BigDecimal(times[1]))
                            : Arrays.asList(new BigDecimal(part)));
        }
        return amounts;
    }

    private static Map<String, String> read(String pairs) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : pairs.strip().split("\\s+")) {
            String[] nameAndValue = pair.split("=", 2);
            read.put(nameAndValue[0], nameAndValue[1]);
        }
        return read;
    }
}
