package kz.bagalau.rules.operational;

import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Timeline;

/// The methodologies by date. One that another has taken the place of stays: a past year is scored
/// by the one then in force.
public record Methodologies(Timeline<Methodology> byDate) {

    public static final Methodologies OPERATIONAL =
            new Methodologies(OperationalAssessment2023.TIMELINE);

    /// The methodology of a period; throws [Timeline.NotInForce] where there is none.
    public Methodology of(AssessedPeriod period) {
        return byDate.on(period.lawOf()).value();
    }

    public Optional<Methodology> find(String id) {
        return all().stream().filter(methodology -> methodology.id().equals(id)).findFirst();
    }

    /// All of them, the oldest first.
    public List<Methodology> all() {
        return byDate.entries().stream()
                .flatMap(entry ->
                        switch (entry) {
                            case Timeline.Value<Methodology>(_, var methodology, _) ->
                                    Optional.of(methodology).stream();
                            case Timeline.Repeal<Methodology> _ ->
                                    Optional.<Methodology>empty().stream();
                        })
                .toList();
    }
}
