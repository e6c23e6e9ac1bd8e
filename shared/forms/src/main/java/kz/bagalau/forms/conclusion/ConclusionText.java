package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.Criterion;
import kz.bagalau.rules.operational.CriterionScore;
import kz.bagalau.rules.operational.DirectionScore;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.IndicatorScore;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.FactUnit;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;
import org.jspecify.annotations.Nullable;

/// A conclusion in one language: what workbook and printed document both say.
final class ConclusionText {

    private final Conclusion conclusion;
    private final Wording words;
    private final AssessedPeriod period;
    private final Settings settings;

    ConclusionText(Conclusion conclusion, Language language) {
        this.conclusion = conclusion;
        words = new Wording(language);
        period = conclusion.assessment().assessed().period();
        settings = conclusion.assessment().assessed().settings();
    }

    Wording words() {
        return words;
    }

    String title() {
        return words.text("short_title", words.in(conclusion.name()), "" + period.to().getYear());
    }

    String foot() {
        return String.join(
                " · ",
                words.text("foot", "" + period.to().getYear()),
                conclusion.body(),
                runKind(),
                words.text("run.number", conclusion.run().id()));
    }

    String methodology() {
        Citation citation = conclusion.methodology().citation();
        return words.text(
                "methodology",
                words.in(conclusion.methodology().label()),
                conclusion.methodology().id(),
                citation.act().replace(" and No. ", ", № "),
                words.day(citation.inForce()),
                citation.url() == null ? "" : citation.url());
    }

    List<Form> forms() {
        return conclusion.assessment().directions().stream().map(this::form).toList();
    }

    private Form form(DirectionScore score) {
        String id = score.direction().id();
        List<Form.Row> rows = rows(score);
        String label = words.in(score.direction().label());
        return new Form(
                words.find("sheet." + id).orElse(label),
                words.find("appendix." + id).orElse(""),
                words.text("title", label),
                subject(),
                !score.criteria().isEmpty(),
                rows,
                new Form.Row(
                        "",
                        starred(words.text("overall"), score.complete()),
                        Optional.of(score.maximum()),
                        new Form.Points.Are(score.points()),
                        true),
                score.complete() ? "" : words.text("partial"),
                remarks(score),
                notes(score),
                words.text("analysis", label),
                conclusion.analyses().getOrDefault(id, ""));
    }

    private List<String> subject() {
        List<String> subject = new ArrayList<>();
        subject.add(words.in(conclusion.name()));
        subject.add(words.text("kind." + conclusion.assessment().assessed().kind()));
        subject.add(words.text("period", words.day(period.from()), words.day(period.to())));
        subject.add(runKind() + " · " + words.text("run.number", conclusion.run().id()));
        return subject;
    }

    private String runKind() {
        return words.text(
                switch (conclusion.run().kind()) {
                    case PRELIMINARY -> "run.preliminary";
                    case FINAL -> "run.final";
                });
    }

    private List<Form.Row> rows(DirectionScore score) {
        List<Form.Row> rows = new ArrayList<>();
        for (CriterionScore criterion : score.criteria()) {
            rows.add(
                    new Form.Row(
                            number(score, criterion.criterion()),
                            starred(name(criterion.criterion()), criterion.missing().isEmpty()),
                            Optional.of(criterion.maximum()),
                            new Form.Points.Are(criterion.points()),
                            true));
            for (Indicator indicator : criterion.criterion().indicators()) {
                rows.add(row(score, conclusion.assessment().indicator(indicator.id())));
            }
        }
        if (score.criteria().isEmpty()) {
            score.indicators().forEach(indicator -> rows.add(row(score, indicator)));
        }
        return rows;
    }

    private Form.Row row(DirectionScore direction, IndicatorScore score) {
        boolean base = score.indicator().role() == Indicator.Role.BASE;
        return new Form.Row(
                number(direction, score.indicator()),
                name(score.indicator()),
                base ? score.maximum() : Optional.empty(),
                points(score),
                false);
    }

    /// A deduction counts as points below zero.
    private Form.Points points(IndicatorScore score) {
        return switch (score.outcome()) {
            case Outcome.Scored(var points, _, _) -> new Form.Points.Are(signed(score, points));
            case Outcome.Manual manual -> new Form.Points.Are(signed(score, manual.points()));
            case Outcome.Incomplete _ -> new Form.Points.AreNot(words.text("mark.incomplete"));
            case Outcome.NotCalculable _ ->
                    new Form.Points.AreNot(words.text("mark.not_calculable"));
            case Outcome.NotApplicable _ ->
                    new Form.Points.AreNot(words.text("mark.not_applicable"));
        };
    }

    private static BigDecimal signed(IndicatorScore score, BigDecimal points) {
        return score.indicator().role() == Indicator.Role.DEDUCTION ? points.negate() : points;
    }

    /// The points by other readings, by setting and reading.
    private static Map<String, Map<String, BigDecimal>> signed(IndicatorScore score) {
        Map<String, Map<String, BigDecimal>> signed = new LinkedHashMap<>();
        score.alternatives()
                .forEach((setting, byReading) -> {
                    Map<String, BigDecimal> points = new LinkedHashMap<>();
                    byReading.forEach((value, each) -> points.put(value, signed(score, each)));
                    signed.put(setting, points);
                });
        return signed;
    }

    private static String starred(String text, boolean complete) {
        return complete ? text : text + "*";
    }

    private static String number(DirectionScore direction, Criterion criterion) {
        List<Criterion> all = direction.criteria().stream().map(CriterionScore::criterion).toList();
        return "" + (all.indexOf(criterion) + 1);
    }

    /// `1.3` inside a criterion, `7` where indicators are criteria themselves.
    private static String number(DirectionScore direction, Indicator indicator) {
        for (CriterionScore criterion : direction.criteria()) {
            int place = criterion.criterion().indicators().indexOf(indicator);
            if (place >= 0) {
                return number(direction, criterion.criterion()) + "." + (place + 1);
            }
        }
        List<Indicator> all =
                direction.indicators().stream().map(IndicatorScore::indicator).toList();
        return "" + (all.indexOf(indicator) + 1);
    }

    private String name(Indicator indicator) {
        return words.find("row." + indicator.id()).orElseGet(() -> words.in(indicator.label()));
    }

    private String name(Criterion criterion) {
        return words.find("row." + criterion.id()).orElseGet(() -> words.in(criterion.label()));
    }

    private List<Form.Remark> remarks(DirectionScore score) {
        List<Form.Remark> remarks = new ArrayList<>();
        for (IndicatorScore indicator : score.indicators()) {
            note(number(score, indicator.indicator()), indicator.outcome())
                    .map(ConclusionText::remark)
                    .ifPresent(remarks::add);
        }
        remarks.add(
                score.penalty().signum() == 0
                        ? remark(words.text("note.no_penalty"))
                        : new Form.Remark(
                                words.text("note.penalty", words.points(score.penalty())), true));
        if (!score.criteria().isEmpty()) {
            remarks.add(remark(words.text("note.no_form")));
        }
        remarks.add(remark(words.text("note.annex")));
        return remarks;
    }

    private static Form.Remark remark(String text) {
        return new Form.Remark(text, false);
    }

    private List<String> notes(DirectionScore score) {
        List<String> notes = new ArrayList<>();
        for (CriterionScore criterion : score.criteria()) {
            notes.add(
                    words.text(
                            "note.working",
                            number(score, criterion.criterion()),
                            line(criterion.working())));
        }
        notes.add(words.text("note.working", words.text("overall.name"), line(score.working())));
        score.alternatives()
                .forEach((id, byReading) ->
                        byReading.forEach(
                                (value, points) -> notes.add(alternative(id, value, points))));
        conclusion
                .run()
                .released()
                .map(reason -> words.text("run.released", reason))
                .ifPresent(notes::add);
        return notes;
    }

    private Optional<String> note(String number, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored _, Outcome.Manual _ -> Optional.empty();
            case Outcome.Incomplete(var missing) ->
                    Optional.of(words.text("note.incomplete", number, labels(missing)));
            case Outcome.NotCalculable(_, var facts) ->
                    Optional.of(words.text("note.not_calculable", number, labels(facts)));
            case Outcome.NotApplicable(var citation, var decision) ->
                    Optional.of(
                            decision == null
                                    ? words.text(
                                            "note.not_applicable",
                                            number,
                                            words.places(citation.paragraph()))
                                    : words.text("note.left_out", number, decision));
        };
    }

    private String alternative(String setting, String value, BigDecimal points) {
        Setting<?> found = Setting.named(setting).orElseThrow();
        return words.text(
                "note.alternative",
                words.in(found.about()),
                words.in(reading(found, value)),
                words.points(points));
    }

    /// What is missing in the body's words; a figure of the Agency's is not named.
    private String labels(List<String> facts) {
        return facts.stream()
                .map(fact ->
                        Vocabulary.find(fact)
                                .map(type ->
                                        type.audience() == Audience.BODY
                                                ? words.in(type.label())
                                                : words.text("missing.agency"))
                                .orElseGet(() -> words.text("missing.manual")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String line(Working working) {
        return words.line(working.line(Audience.BODY, words.language()));
    }

    /// Every score of the assessment, directions apart, in the order of their rows.
    Map<String, List<Explanation>> explanations() {
        Map<String, List<Explanation>> explanations = new LinkedHashMap<>();
        for (DirectionScore direction : conclusion.assessment().directions()) {
            List<Explanation> found = new ArrayList<>();
            direction
                    .indicators()
                    .forEach(indicator -> found.add(explanation(direction, indicator)));
            direction.criteria().forEach(criterion -> found.add(explanation(direction, criterion)));
            found.add(explanation(direction));
            explanations.put(words.in(direction.direction().label()), found);
        }
        return explanations;
    }

    private Explanation explanation(DirectionScore direction, IndicatorScore score) {
        List<Explanation.Part> parts = new ArrayList<>();
        switch (score.outcome()) {
            case Outcome.Scored scored -> working(parts, scored.working());
            case Outcome.Manual manual -> {
                parts.add(
                        part(
                                "working",
                                words.text("manual", words.plain(signed(score, manual.points())))));
                parts.add(part("basis", manual.basis()));
                if (manual.document() != null) {
                    parts.add(part("document", manual.document()));
                }
            }
            case Outcome.Incomplete(var missing) -> parts.add(part("missing", labels(missing)));
            case Outcome.NotCalculable _, Outcome.NotApplicable _ ->
                    note(number(direction, score.indicator()), score.outcome())
                            .ifPresent(text -> parts.add(part("result", text)));
        }
        parts.add(part("places", places(score.citations())));
        alternatives(parts, signed(score));
        return new Explanation(
                number(direction, score.indicator()),
                name(score.indicator()),
                points(score),
                parts,
                evidence(score.indicator().facts(period)));
    }

    private Explanation explanation(DirectionScore direction, CriterionScore score) {
        List<Explanation.Part> parts = new ArrayList<>();
        parts.add(part("working", line(score.working())));
        parts.add(part("places", places(List.of(score.working().citation()))));
        alternatives(parts, score.alternatives());
        return new Explanation(
                number(direction, score.criterion()),
                starred(name(score.criterion()), score.missing().isEmpty()),
                new Form.Points.Are(score.points()),
                parts,
                List.of());
    }

    private Explanation explanation(DirectionScore score) {
        List<Explanation.Part> parts = new ArrayList<>();
        parts.add(part("working", line(score.working())));
        Set<Citation> places = new LinkedHashSet<>();
        places.add(score.working().citation());
        score.working().steps().forEach(step -> places.add(step.citation()));
        parts.add(part("places", places(List.copyOf(places))));
        alternatives(parts, score.alternatives());
        return new Explanation(
                "",
                starred(words.text("overall.name"), score.complete()),
                new Form.Points.Are(score.points()),
                parts,
                evidence(List.of(score.direction().information())));
    }

    private void working(List<Explanation.Part> parts, Working working) {
        parts.add(part("working", line(working)));
        List<String> where =
                working.where(Audience.BODY, words.language()).stream().map(words::line).toList();
        if (!where.isEmpty()) {
            parts.add(part("where", String.join("\n", where)));
        }
    }

    private void alternatives(
            List<Explanation.Part> parts, Map<String, Map<String, BigDecimal>> alternatives) {
        List<String> lines = new ArrayList<>();
        alternatives.forEach((id, byReading) -> {
            Setting<?> setting = Setting.named(id).orElseThrow();
            byReading.forEach((value, points) ->
                    lines.add(words.in(reading(setting, value)) + ": " + words.points(points)));
        });
        if (!lines.isEmpty()) {
            parts.add(part("alternatives", String.join("; ", lines)));
        }
    }

    private Explanation.Part part(String about, String text) {
        return new Explanation.Part(words.text("part." + about), text);
    }

    private String places(List<Citation> citations) {
        return citations.stream()
                .map(citation -> words.places(citation.paragraph()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<Explanation.Evidence> evidence(List<String> names) {
        List<Explanation.Evidence> evidence = new ArrayList<>();
        for (String name : names) {
            conclusion
                    .fact(name)
                    .ifPresent(given -> {
                        FactType type = Vocabulary.find(name).orElseThrow();
                        evidence.add(
                                new Explanation.Evidence(
                                        name,
                                        words.in(type.label()),
                                        value(given, type),
                                        source(given.source())));
                    });
        }
        return evidence;
    }

    private String value(Given<FactValue> given, FactType type) {
        return switch (given.value()) {
            case FactValue.Amount(var amount) ->
                    words.plain(amount) + " " + words.in(type.unit().label());
            case FactValue.Amounts(var amounts) when type.unit() == FactUnit.ANSWERS ->
                    words.text("fact.answers", amounts.stream().map(words::plain).toArray());
            case FactValue.Amounts(var amounts) when amounts.isEmpty() -> words.text("fact.none");
            case FactValue.Amounts(var amounts) when type.unit() == FactUnit.POINTS ->
                    amounts.stream()
                            .map(BigDecimal::negate)
                            .map(words::plain)
                            .collect(Collectors.joining("; "));
            case FactValue.Amounts(var amounts) ->
                    amounts.stream().map(words::plain).collect(Collectors.joining("; "));
            case FactValue.Word(var word) -> words.find("word." + word).orElse(word);
            case FactValue.Unknown _ -> words.text("fact.unknown");
        };
    }

    /// Where a fact comes from. Of its details only those are shown that are known to be meant for
    /// a body: who typed something, and hashes, are not.
    private String source(Provenance source) {
        String[] kind = source.kind().split(":", 2);
        List<String> parts = new ArrayList<>();
        String name = words.find("source." + kind[0]).orElse(kind[0]);
        parts.add(kind.length == 1 ? name : name + ": " + form(kind[1]));
        source.details()
                .forEach((detail, value) ->
                        words.find("detail." + detail)
                                .ifPresent(text -> parts.add(text.formatted(value))));
        return String.join(", ", parts);
    }

    /// `appendix-7` as the act calls it; forms of our own keep their name.
    private String form(String form) {
        return form.startsWith("appendix-")
                ? words.places("Appendix " + form.substring("appendix-".length()))
                : form;
    }

    List<Reading> readings() {
        return Setting.all().stream().map(this::reading).toList();
    }

    private <V extends Enum<V> & Setting.Value> Reading reading(Setting<V> setting) {
        V chosen = settings.get(setting);
        List<V> others = setting.values().stream().filter(value -> value != chosen).toList();
        String inForce = words.in(setting.reading(chosen));
        if (setting.equals(Setting.ZERO_DENOMINATOR)) {
            inForce = withDecisions(inForce);
        }
        String reason = settings.reason(setting).orElse("");
        return new Reading(
                words.in(setting.about()),
                words.places(setting.place().paragraph()),
                reason.isEmpty() ? inForce : words.text("reading.because", inForce, reason),
                others.stream().map(value -> words.in(setting.reading(value))).toList(),
                setting.shownBeside()
                        ? compared(setting.id(), others.stream().map(Setting.Value::id).toList())
                        : List.of());
    }

    /// Zero denominators are decided indicator by indicator.
    private String withDecisions(String otherwise) {
        StringBuilder decided = new StringBuilder(otherwise);
        settings.zeroDenominators()
                .forEach((id, decision) -> {
                    Indicator indicator = conclusion.methodology().indicator(id).orElseThrow();
                    decided.append("; ")
                            .append(name(indicator))
                            .append(": ")
                            .append(
                                    words.text(
                                            "reading.because",
                                            words.in(
                                                    Setting.ZERO_DENOMINATOR.reading(
                                                            decision.value())),
                                            decision.reason()));
                });
        return decided.toString();
    }

    private List<Reading.Compared> compared(String setting, List<String> others) {
        List<Reading.Compared> compared = new ArrayList<>();
        for (DirectionScore direction : conclusion.assessment().directions()) {
            for (IndicatorScore score : direction.indicators()) {
                compare(
                        compared,
                        number(direction, score.indicator()) + " " + name(score.indicator()),
                        score.points().map(points -> signed(score, points)),
                        signed(score).get(setting),
                        others);
            }
            for (CriterionScore score : direction.criteria()) {
                compare(
                        compared,
                        number(direction, score.criterion()) + " " + name(score.criterion()),
                        Optional.of(score.points()),
                        score.alternatives().get(setting),
                        others);
            }
            compare(
                    compared,
                    words.text("overall") + " " + words.in(direction.direction().label()),
                    Optional.of(direction.points()),
                    direction.alternatives().get(setting),
                    others);
        }
        return compared;
    }

    private static void compare(
            List<Reading.Compared> compared,
            String name,
            Optional<BigDecimal> points,
            @Nullable Map<String, BigDecimal> byReading,
            List<String> others) {
        if (byReading != null) {
            compared.add(
                    new Reading.Compared(
                            name,
                            points,
                            others.stream()
                                    .map(other -> Optional.ofNullable(byReading.get(other)))
                                    .toList()));
        }
    }

    private static <V extends Enum<V> & Setting.Value> LocalText reading(
            Setting<V> setting, String value) {
        return setting.reading(setting.value(value).orElseThrow());
    }
}
