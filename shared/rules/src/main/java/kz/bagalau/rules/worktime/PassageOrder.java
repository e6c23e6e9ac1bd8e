package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.jspecify.annotations.Nullable;

/// The order in which one person passed. Many systems export minutes without seconds, so passages
/// of one moment are put in the order in which most of them find a partner: whoever is inside
/// leaves first. Where that decides nothing, they stand as in the file, turned round where the file
/// runs from the latest to the earliest.
final class PassageOrder {

    /// The passages up to a moment in one order.
    ///
    /// @param alone how many of them find no partner
    /// @param moved how many moments do not stand as in the file
    private record Path(
            @Nullable Path before, List<Passage> moment, boolean inside, int alone, int moved) {

        static final Comparator<Path> BEST =
                Comparator.comparingInt(Path::alone).thenComparingInt(Path::moved);

        /// One more moment.
        Path then(List<Passage> next, boolean asInFile) {
            boolean now = inside && !longAgo(next.getFirst());
            int more = inside == now ? 0 : 1;
            for (Passage passage : next) {
                more += fits(passage, now) ? 0 : 1;
                now =
                        passage.direction() == Direction.UNKNOWN
                                ? !now
                                : passage.direction() == Direction.IN;
            }
            return new Path(this, next, now, alone + more, moved + (asInFile ? 0 : 1));
        }

        private boolean longAgo(Passage next) {
            return Duration.between(moment.getLast().at(), next.at()).compareTo(Pairing.LONGEST)
                    > 0;
        }

        private static boolean fits(Passage passage, boolean inside) {
            return passage.direction() == Direction.UNKNOWN
                    || inside == (passage.direction() == Direction.OUT);
        }
    }

    private PassageOrder() {}

    /// @param asInFile the passages of one person, in the order of the file
    static List<Passage> of(List<Passage> asInFile) {
        List<Path> paths = List.of(new Path(null, List.of(), false, 0, 0));
        for (List<Passage> moment : moments(asInFile)) {
            paths = best(paths, moment);
        }
        List<List<Passage>> ordered = new ArrayList<>();
        Path path = paths.stream().min(Path.BEST).orElseThrow();
        for (@Nullable Path at = path; at != null; at = at.before()) {
            ordered.add(at.moment());
        }
        return ordered.reversed().stream().flatMap(List::stream).toList();
    }

    private static List<List<Passage>> moments(List<Passage> asInFile) {
        List<Passage> byTime = forward(asInFile);
        byTime.sort(Comparator.comparing(Passage::at));
        List<List<Passage>> moments = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= byTime.size(); i++) {
            if (i == byTime.size() || !byTime.get(i).at().equals(byTime.get(first).at())) {
                moments.add(byTime.subList(first, i));
                first = i;
            }
        }
        return moments;
    }

    private static List<Passage> forward(List<Passage> asInFile) {
        int later = 0;
        for (int i = 1; i < asInFile.size(); i++) {
            later += Integer.signum(asInFile.get(i).at().compareTo(asInFile.get(i - 1).at()));
        }
        return new ArrayList<>(later < 0 ? asInFile.reversed() : asInFile);
    }

    /// The best path that ends inside and the best that ends outside.
    private static List<Path> best(List<Path> paths, List<Passage> moment) {
        List<Path> longer = new ArrayList<>();
        for (Path path : paths) {
            longer.add(path.then(moment, true));
            others(moment).forEach(order -> longer.add(path.then(order, false)));
        }
        List<Path> best = new ArrayList<>();
        for (boolean inside : new boolean[] {true, false}) {
            longer.stream()
                    .filter(path -> path.inside() == inside)
                    .min(Path.BEST)
                    .ifPresent(best::add);
        }
        return best;
    }

    /// Ways in and out by turns, either first.
    private static List<List<Passage>> others(List<Passage> moment) {
        List<Passage> in = only(moment, Direction.IN);
        List<Passage> out = only(moment, Direction.OUT);
        return in.isEmpty() || out.isEmpty() || in.size() + out.size() < moment.size()
                ? List.of()
                : List.of(byTurns(in, out), byTurns(out, in));
    }

    private static List<Passage> only(List<Passage> moment, Direction direction) {
        return moment.stream().filter(passage -> passage.direction() == direction).toList();
    }

    private static List<Passage> byTurns(List<Passage> first, List<Passage> second) {
        List<Passage> byTurns = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            if (i < first.size()) {
                byTurns.add(first.get(i));
            }
            if (i < second.size()) {
                byTurns.add(second.get(i));
            }
        }
        return byTurns;
    }
}
