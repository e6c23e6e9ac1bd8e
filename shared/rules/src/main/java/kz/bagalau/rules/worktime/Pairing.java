package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.jspecify.annotations.Nullable;

/// The presence of one person, paired from passages, with every passage that finds no partner.
///
/// @param presences in order of time; no two overlap in what they are certain of
/// @param unpaired passages that have no partner, in order of time
/// @param duplicates passages that only repeat the one before
public record Pairing(List<Presence> presences, List<Unpaired> unpaired, int duplicates) {

    // DOUBT: the act does not say how long a stay may be, read as a day at most, because two
    // passages further apart are rather two that were not recorded.
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration REPEATED = Duration.ofMinutes(1);

    /// A passage without a partner.
    public record Unpaired(LocalDateTime at, Missing missing) {}

    public enum Missing {
        /// Somebody came and was not seen leaving: nothing is counted.
        EXIT,
        /// Somebody left and was not seen coming: on a working day, which ends at its day break,
        /// the exit alone is enough, on a day off nothing is counted.
        ENTRY
    }

    public Pairing {
        presences = List.copyOf(presences);
        unpaired = List.copyOf(unpaired);
    }

    /// Pairs the passages of one person.
    ///
    /// @param passages in the order of the file; see [PassageOrder]
    static Pairing of(List<Passage> passages, Shifts shifts) {
        List<Passage> ordered = PassageOrder.of(passages);
        List<Passage> distinct = withoutRepeated(ordered, shifts);
        Pairs pairs = new Pairs(shifts);
        distinct.forEach(pairs::pass);
        pairs.end();
        return new Pairing(pairs.presences, pairs.unpaired, ordered.size() - distinct.size());
    }

    /// What was begun between two moments, a whole number of days of presence. A stay that goes on
    /// past the second is reported until the midnight after it.
    Pairing begunWithin(LocalDateTime from, LocalDateTime to) {
        LocalDateTime last = to.toLocalDate().plusDays(1).atStartOfDay();
        return new Pairing(
                presences.stream()
                        .filter(presence -> within(presence.from(), from, to))
                        .map(presence ->
                                presence.to().isAfter(last)
                                        ? new Presence(presence.from(), last, presence.entered())
                                        : presence)
                        .toList(),
                unpaired.stream().filter(passage -> within(passage.at(), from, to)).toList(),
                duplicates);
    }

    private static boolean within(LocalDateTime at, LocalDateTime from, LocalDateTime to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /// Leaves out a card held twice before the reader, or a row that stands twice in the file.
    private static List<Passage> withoutRepeated(List<Passage> ordered, Shifts shifts) {
        boolean[] repeated = new boolean[ordered.size()];
        Map<LocalDate, List<Integer>> unknown = new HashMap<>();
        int last = -1;
        for (int i = 0; i < repeated.length; i++) {
            Passage passage = ordered.get(i);
            repeated[i] = last >= 0 && repeats(passage, ordered.get(last));
            last = repeated[i] ? last : i;
            if (passage.direction() == Direction.UNKNOWN) {
                unknown.computeIfAbsent(shifts.dayOf(passage.at()), _ -> new ArrayList<>()).add(i);
            }
        }
        unknown.values()
                .forEach(day -> outAndIn(day, repeated).ifPresent(i -> repeated[i] = false));
        return IntStream.range(0, repeated.length)
                .filter(i -> !repeated[i])
                .mapToObj(ordered::get)
                .toList();
    }

    /// The one passage of a day without directions that is no repetition: with it they come out
    /// even, and it is neither at the day's beginning nor at its end. Somebody left and came back
    /// within a minute.
    private static Optional<Integer> outAndIn(List<Integer> day, boolean[] repeated) {
        if (day.stream().filter(i -> !repeated[i]).count() % 2 == 0) {
            return Optional.empty();
        }
        List<Integer> within =
                IntStream.range(2, day.size() - 1)
                        .filter(i -> repeated[day.get(i)] && !repeated[day.get(i - 1)])
                        .mapToObj(day::get)
                        .toList();
        return within.size() == 1 ? Optional.of(within.getFirst()) : Optional.empty();
    }

    private static boolean repeats(Passage passage, Passage before) {
        return passage.direction() == before.direction()
                && Duration.between(before.at(), passage.at()).compareTo(REPEATED) <= 0;
    }

    private static final class Pairs {

        private final Shifts shifts;
        private final List<Presence> presences = new ArrayList<>();
        private final List<Unpaired> unpaired = new ArrayList<>();
        private @Nullable Passage open;

        /// The passage before the open one.
        private @Nullable LocalDateTime openedAfter;

        private @Nullable LocalDateTime previous;

        Pairs(Shifts shifts) {
            this.shifts = shifts;
        }

        void pass(Passage passage) {
            // Without a direction, passages of one day alternate, and each day begins outside.
            if (open != null
                    && passage.direction() == Direction.UNKNOWN
                    && shifts.dayOf(open.at()).isBefore(shifts.dayOf(passage.at()))) {
                leaveOpen(open);
            }
            switch (passage.direction()) {
                case IN -> enter(passage);
                case OUT -> leave(passage.at());
                case UNKNOWN -> {
                    if (open == null) {
                        enter(passage);
                    } else {
                        leave(passage.at());
                    }
                }
            }
            previous = passage.at();
        }

        void end() {
            if (open != null) {
                leaveOpen(open);
            }
        }

        private void enter(Passage passage) {
            if (open != null) {
                leaveOpen(open);
            }
            open = passage;
            openedAfter = previous;
        }

        private void leave(LocalDateTime at) {
            if (open != null && Duration.between(open.at(), at).compareTo(LONGEST) <= 0) {
                if (at.isAfter(open.at())) {
                    presences.add(new Presence(open.at(), at, true));
                }
                open = null;
                return;
            }
            if (open != null) {
                leaveOpen(open);
            }
            exitOnly(at, previous);
        }

        private void leaveOpen(Passage passage) {
            open = null;
            if (passage.direction() == Direction.UNKNOWN
                    && openedAfter != null
                    && shifts.dayOf(openedAfter).equals(shifts.dayOf(passage.at()))) {
                // An odd number of passages: the last of a day is the way out.
                exitOnly(passage.at(), openedAfter);
            } else {
                unpaired.add(new Unpaired(passage.at(), Missing.EXIT));
            }
        }

        private void exitOnly(LocalDateTime at, @Nullable LocalDateTime before) {
            unpaired.add(new Unpaired(at, Missing.ENTRY));
            LocalDateTime earliest = shifts.dayBreak(shifts.dayOf(at));
            LocalDateTime from = before != null && before.isAfter(earliest) ? before : earliest;
            if (at.isAfter(from)) {
                presences.add(new Presence(from, at, false));
            }
        }
    }
}
