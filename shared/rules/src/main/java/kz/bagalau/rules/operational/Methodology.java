package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.formula.Inputs;
import kz.bagalau.rules.operational.setting.Setting;

/// One methodology: which directions, criteria and indicators there are. It turns a body's facts
/// into an [Assessment] by the wording in force on the period's last day.
///
/// @param id its name in runs, API and manifests
/// @param citation the act that sets it
public record Methodology(String id, Citation citation, List<Direction> directions) {

    public Methodology {
        directions = List.copyOf(directions);
    }

    public LocalText label() {
        return Words.text("methodology." + id);
    }

    public List<Indicator> indicators() {
        return directions.stream().flatMap(direction -> direction.indicators().stream()).toList();
    }

    public Optional<Indicator> indicator(String indicatorId) {
        return indicators().stream()
                .filter(indicator -> indicator.id().equals(indicatorId))
                .findFirst();
    }

    /// Scores a body. Beside each score stand the points under the other readings of every setting
    /// that is [Setting#shownBeside].
    public Assessment assess(Assessed body) {
        Assessment assessment = score(body, Map.of());
        Map<Setting<?>, Map<String, Assessment>> others = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.all()) {
            if (setting.shownBeside()) {
                Map<String, Assessment> byValue = new LinkedHashMap<>();
                for (Setting.Value value : setting.values()) {
                    if (body.settings().get(setting) != value) {
                        byValue.put(
                                value.id(),
                                score(
                                        body.by(body.settings().with(setting, value.id())),
                                        Map.of()));
                    }
                }
                others.put(setting, byValue);
            }
        }
        return score(body, others);
    }

    private Assessment score(Assessed body, Map<Setting<?>, Map<String, Assessment>> others) {
        return new Assessment(
                id,
                body,
                directions.stream().map(direction -> score(direction, body, others)).toList());
    }

    private static DirectionScore score(
            Direction direction, Assessed body, Map<Setting<?>, Map<String, Assessment>> others) {
        var day = body.period().lawOf();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        List<IndicatorScore> indicators = new ArrayList<>();
        for (Indicator indicator : direction.indicators()) {
            Outcome outcome = indicator.assess(body);
            outcomes.put(indicator.id(), outcome);
            indicators.add(score(indicator, outcome, body, others));
        }
        Map<String, Working> sums = new LinkedHashMap<>();
        List<CriterionScore> criteria = new ArrayList<>();
        for (Criterion criterion : direction.criteria()) {
            Working sum = criterion.sum(outcomes, body);
            sums.put(criterion.id(), sum);
            criteria.add(
                    new CriterionScore(
                            criterion,
                            sum,
                            criterion.maxima().on(day).value(),
                            missing(indicators, criterion.indicators()),
                            alternatives(
                                    settings(criterion.indicators(), body),
                                    others,
                                    other ->
                                            Optional.of(
                                                    other.criterion(criterion.id()).points()))));
        }
        Timeline.Value<? extends Total> total = direction.totals().on(day);
        Inputs inputs = body.inputs(direction.id(), total.citation());
        Working working = total.value().of(direction, outcomes, sums, inputs);
        List<String> missing = missing(indicators, direction.indicators());
        Set<Setting<?>> settings = settings(direction.indicators(), body);
        settings.addAll(total.value().settings());
        return new DirectionScore(
                direction,
                working,
                direction.maxima().on(day).value(),
                missing.isEmpty()
                        && indicators.stream().anyMatch(score -> score.points().isPresent()),
                penalty(working),
                criteria,
                indicators,
                missing,
                alternatives(
                        settings,
                        others,
                        other -> Optional.of(other.direction(direction.id()).points())));
    }

    private static IndicatorScore score(
            Indicator indicator,
            Outcome outcome,
            Assessed body,
            Map<Setting<?>, Map<String, Assessment>> others) {
        Citation citation = indicator.citation(body.period());
        return new IndicatorScore(
                indicator,
                outcome,
                indicator.maximum(body.kind(), body.period(), body.settings()),
                outcome instanceof Outcome.Scored scored
                        ? citations(scored.working())
                        : List.of(citation),
                alternatives(
                        settings(List.of(indicator), body),
                        others,
                        other -> other.indicator(indicator.id()).points()));
    }

    /// The points by the other readings, where the setting concerns what is scored.
    private static Map<String, Map<String, BigDecimal>> alternatives(
            Set<Setting<?>> settings,
            Map<Setting<?>, Map<String, Assessment>> others,
            Function<Assessment, Optional<BigDecimal>> points) {
        Map<String, Map<String, BigDecimal>> alternatives = new LinkedHashMap<>();
        others.forEach((setting, byValue) -> {
            Map<String, BigDecimal> found = new LinkedHashMap<>();
            if (settings.contains(setting)) {
                byValue.forEach((value, other) ->
                        points.apply(other).ifPresent(there -> found.put(value, there)));
            }
            if (!found.isEmpty()) {
                alternatives.put(setting.id(), found);
            }
        });
        return alternatives;
    }

    private static Set<Setting<?>> settings(List<Indicator> indicators, Assessed body) {
        Set<Setting<?>> settings = new LinkedHashSet<>();
        indicators.forEach(indicator -> settings.addAll(indicator.settings(body.period())));
        return settings;
    }

    private static List<String> missing(List<IndicatorScore> scores, List<Indicator> of) {
        return scores.stream()
                .filter(score -> of.contains(score.indicator()) && !score.settled())
                .map(score -> score.indicator().id())
                .toList();
    }

    /// ¶24's part of a direction's working.
    private static BigDecimal penalty(Working working) {
        return working.steps().stream()
                .filter(Working.Penalty.class::isInstance)
                .map(step -> ((Working.Penalty) step).points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Every place that a working rests on, its own first.
    private static List<Citation> citations(Working working) {
        Set<Citation> citations = new LinkedHashSet<>();
        collect(working, citations);
        for (Term.Intermediate intermediate : working.intermediates()) {
            collect(intermediate.working(), citations);
        }
        return List.copyOf(citations);
    }

    private static void collect(Working working, Set<Citation> citations) {
        citations.add(working.citation());
        working.steps().forEach(step -> citations.add(step.citation()));
    }
}
