package kz.bagalau.appraisal.opening;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.rules.appraisal.Subject;
import kz.bagalau.rules.staff.Span;

/// Which case of somebody's quarter is about which position. A case keeps the number with which it
/// was opened. The directory may learn of an earlier position late, correct the days of one, or
/// rename it: so each case that stands keeps the position of its place and time, and what has no
/// case yet gets the next free numbers in the order of time.
///
/// @param samePlace whether a case was made in the unit and the title of a position
record Numbering(BiPredicate<AppraisalContent, Subject> samePlace) {

    /// Why a case is about a position, the strongest first.
    private enum Fit {
        PLACE_AND_TIME,
        TIME,
        PLACE
    }

    /// Whether a case is about the only position, whatever other cases there may be.
    boolean isAbout(AppraisalContent content, List<Subject> positions) {
        return content.number() == 1
                && positions.size() == 1
                && fits(content, positions.getFirst(), Fit.PLACE_AND_TIME);
    }

    /// The positions in their order, each with the number of its case.
    ///
    /// @param standing the cases of the person, the body and the quarter
    List<Subject> of(List<Subject> positions, Collection<AppraisalContent> standing) {
        Map<Integer, AppraisalContent> cases = new TreeMap<>();
        standing.forEach(content -> cases.put(content.number(), content));
        Set<Integer> taken = new HashSet<>(cases.keySet());
        Map<Subject, Integer> numbers = new HashMap<>();
        for (Fit fit : Fit.values()) {
            cases.values()
                    .removeIf(content -> {
                        Optional<Subject> position =
                                position(content, positions, fit, numbers.keySet());
                        position.ifPresent(found -> numbers.put(found, content.number()));
                        return position.isPresent();
                    });
        }
        return positions.stream()
                .map(position ->
                        position.numbered(numbers.computeIfAbsent(position, _ -> nextFree(taken))))
                .toList();
    }

    /// Of those that have no case yet, the one with most of the case's days.
    private Optional<Subject> position(
            AppraisalContent content, List<Subject> positions, Fit fit, Set<Subject> given) {
        return positions.stream()
                .filter(position -> !given.contains(position))
                .filter(position -> fits(content, position, fit))
                .max(Comparator.comparingLong(position -> commonDays(content, position)));
    }

    private static int nextFree(Set<Integer> taken) {
        int number = 1;
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }

    private boolean fits(AppraisalContent content, Subject position, Fit fit) {
        return switch (fit) {
            case PLACE_AND_TIME ->
                    samePlace.test(content, position) && commonDays(content, position) > 0;
            case TIME -> commonDays(content, position) > 0;
            case PLACE -> samePlace.test(content, position);
        };
    }

    private static long commonDays(AppraisalContent content, Subject position) {
        return content.period().common(position.post().span()).flatMap(Numbering::days).orElse(0L);
    }

    private static Optional<Long> days(Span span) {
        return span.to().map(to -> ChronoUnit.DAYS.between(span.from(), to) + 1);
    }
}
