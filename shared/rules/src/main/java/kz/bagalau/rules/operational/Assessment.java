package kz.bagalau.rules.operational;

import java.util.List;

/// The result of assessing one body: both directions with everything below them.
public record Assessment(String methodology, Assessed assessed, List<DirectionScore> directions) {

    public Assessment {
        directions = List.copyOf(directions);
    }

    public DirectionScore direction(String id) {
        return directions.stream()
                .filter(score -> score.direction().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no direction " + id));
    }

    public IndicatorScore indicator(String id) {
        return directions.stream()
                .flatMap(direction -> direction.indicators().stream())
                .filter(score -> score.indicator().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no indicator " + id));
    }

    public CriterionScore criterion(String id) {
        return directions.stream()
                .flatMap(direction -> direction.criteria().stream())
                .filter(score -> score.criterion().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no criterion " + id));
    }
}
