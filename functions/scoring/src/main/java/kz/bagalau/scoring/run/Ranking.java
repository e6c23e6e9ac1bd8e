package kz.bagalau.scoring.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.scoring.run.BodyResult.DirectionPoints;

/// The bodies of one kind in one direction. The order has no ranking of its own; this one is ours:
/// by points, over complete directions only, and equal points share a rank.
///
/// @param ranked the highest first
/// @param incomplete with points that no rank can be given for
public record Ranking(
        String direction,
        BodyKind kind,
        List<Ranked> ranked,
        List<Placed> incomplete,
        List<BodyResult.Failed> failed) {

    /// The kinds that are assessed, in the order of the Methodology.
    private static final List<BodyKind> KINDS = List.of(BodyKind.OMO, BodyKind.ZHAO);

    /// A body with its points in the direction.
    public record Placed(ListedBody body, DirectionPoints score) {}

    /// @param rank one more than the bodies with more points
    public record Ranked(int rank, ListedBody body, DirectionPoints score) {}

    public Ranking {
        ranked = List.copyOf(ranked);
        incomplete = List.copyOf(incomplete);
        failed = List.copyOf(failed);
    }

    /// All rankings, by direction and then by kind; the order of the results does not matter.
    public static List<Ranking> of(List<String> directions, Collection<BodyResult> results) {
        List<Ranking> rankings = new ArrayList<>();
        for (String direction : directions) {
            for (BodyKind kind : KINDS) {
                rankings.add(of(direction, kind, results));
            }
        }
        return rankings;
    }

    private static Ranking of(String direction, BodyKind kind, Collection<BodyResult> results) {
        List<Placed> complete = new ArrayList<>();
        List<Placed> incomplete = new ArrayList<>();
        List<BodyResult.Failed> failed = new ArrayList<>();
        for (BodyResult result : results) {
            if (result.body().kind() != kind) {
                continue;
            }
            switch (result) {
                case BodyResult.Failed one -> failed.add(one);
                case BodyResult.Scored one ->
                        one.directions().stream()
                                .filter(score -> score.id().equals(direction))
                                .forEach(score ->
                                        (score.complete() ? complete : incomplete)
                                                .add(new Placed(one.body(), score)));
            }
        }
        complete.sort(
                Comparator.comparing((Placed placed) -> placed.score().points())
                        .reversed()
                        .thenComparing(placed -> placed.body().id()));
        incomplete.sort(Comparator.comparing(placed -> placed.body().id()));
        failed.sort(Comparator.comparing(one -> one.body().id()));
        return new Ranking(direction, kind, ranked(complete), incomplete, failed);
    }

    private static List<Ranked> ranked(List<Placed> sorted) {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Placed placed = sorted.get(i);
            BigDecimal points = placed.score().points();
            boolean shared = i > 0 && sorted.get(i - 1).score().points().compareTo(points) == 0;
            int rank = shared ? ranked.getLast().rank() : i + 1;
            ranked.add(new Ranked(rank, placed.body(), placed.score()));
        }
        return ranked;
    }
}
