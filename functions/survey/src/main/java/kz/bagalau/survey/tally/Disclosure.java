package kz.bagalau.survey.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which counts of a ballot group are published, so that neither size nor answers of a group of
/// fewer than k people can be worked out from all that is published together: totals, cuts, facts,
/// workings, turnout and the number of ballots; nor by somebody who knows these rules as well.
///
/// A group of respondents is the people of one cut value who answered one question. Subtracting the
/// groups that are published from the total gives the rest, so a group is never hidden alone:
///
/// 1. A question answered by fewer than k people is not published at all.
/// 2. In each cut the values said by fewer than k people are hidden *in every question*, and with
///    them the smallest others until the hidden ones together are at least k and not all of one
///    size. What is published then depends on the hidden people only as one crowd: exchanging their
///    values of this cut among them changes nothing published, in no question and no other cut, so
///    each of the values could have the size of another.
/// 3. Where a value said by many was answered by few, the question is published without any cut:
///    then any of its answers could be anybody's. Where the blanks are too few for that (its size,
///    known from other questions, would leave one number only), the cut is not published in any
///    question.
/// 4. Where a group that would be published is smaller than 2k and of one mind, its cut is not
///    published for this question.
///
/// A value that nobody says needs no protection and is not hidden behind others.
///
/// Every minimum and every size above counts ballots by login only. Whoever makes slips could have
/// voted them and would subtract them, so a slip ballot is published in a group that stands without
/// it, and a value said on slips alone is one said by too few. Where somebody who knows no slip
/// could work out the few who answered on them, rule 3 holds for all ballots together as well.
final class Disclosure {

    private final Crosstabs login;
    private final Crosstabs all;
    private final int minimum;
    private final Set<String> published = new HashSet<>();
    private final Set<String> withoutCuts = new HashSet<>();
    private final Map<String, Set<Integer>> hidden = new LinkedHashMap<>();

    /// @param login the ballots by login
    /// @param all those and the ballots by slip
    /// @param minimum k, at least 3: of two people who are one each there is nothing to hide
    Disclosure(Crosstabs login, Crosstabs all, int minimum) {
        if (minimum < 3) {
            throw new IllegalArgumentException("a minimum group of " + minimum + " hides nobody");
        }
        this.login = login;
        this.all = all;
        this.minimum = minimum;
        for (String question : login.questions()) {
            if (login.total(question).answered() >= minimum) {
                published.add(question);
            }
        }
        login.cuts().forEach(cut -> hidden.put(cut, tooFew(cut)));
        while (hideMore()) {
            // each round takes the cuts from a question or hides a cut, so it ends
        }
    }

    /// Whether the total of a question is published.
    boolean publishes(String question) {
        return published.contains(question);
    }

    /// Whether a group is published.
    boolean publishes(String question, String cut, int value) {
        return publishes(question)
                && !withoutCuts.contains(question)
                && !hidden(cut).contains(value)
                && !isEmpty(cut, value)
                && crowds(cut).stream()
                        .noneMatch(crowd -> isSmallAndOfOneMind(question, cut, crowd));
    }

    /// The values said by too few, with the smallest others until all of them together are enough
    /// and not all of one size: nobody then knows which of them has which size.
    private Set<Integer> tooFew(String cut) {
        Set<Integer> hide = new HashSet<>();
        Set<Integer> shown = new HashSet<>();
        for (int value : login.values(cut)) {
            if (people(cut, value) >= minimum) {
                shown.add(value);
            } else if (!isEmpty(cut, value)) {
                hide.add(value);
            }
        }
        while (!hide.isEmpty()
                && !shown.isEmpty()
                && (login.people(cut, hide) < minimum || areOfOneSize(cut, hide))) {
            int smallest = shown.stream().mapToInt(value -> people(cut, value)).min().orElseThrow();
            // all of that size, so that it does not depend on the order of values
            for (int value : List.copyOf(shown)) {
                if (people(cut, value) == smallest) {
                    shown.remove(value);
                    hide.add(value);
                }
            }
        }
        return hide;
    }

    /// Hides what must be hidden beyond that. All cases of a round are decided by the same state,
    /// so that the result does not depend on their order.
    private boolean hideMore() {
        Set<String> questions = new HashSet<>();
        Set<String> cuts = new HashSet<>();
        for (String cut : login.cuts()) {
            for (Collection<Integer> crowd : crowds(cut)) {
                for (String question : published) {
                    if (!withoutCuts.contains(question)
                            && login.counts(question, cut, crowd).answered() < minimum) {
                        if (blanksCoverBoth(question, cut, crowd)) {
                            questions.add(question);
                        } else {
                            cuts.add(cut);
                        }
                    }
                }
            }
        }
        withoutCuts.addAll(questions);
        cuts.forEach(cut -> hidden.put(cut, Set.copyOf(login.values(cut))));
        return !questions.isEmpty() || !cuts.isEmpty();
    }

    /// What a reader can learn the counts of: each value that is published, and all hidden ones
    /// together.
    private List<Collection<Integer>> crowds(String cut) {
        List<Collection<Integer>> crowds = new ArrayList<>();
        if (!hidden(cut).isEmpty()) {
            crowds.add(hidden(cut));
        }
        for (int value : login.values(cut)) {
            if (!hidden(cut).contains(value) && !isEmpty(cut, value)) {
                crowds.add(Set.of(value));
            }
        }
        return crowds;
    }

    /// For those who know every slip, and for those who know none.
    private boolean blanksCoverBoth(String question, String cut, Collection<Integer> crowd) {
        return blanksCover(login, question, cut, crowd)
                && (all.counts(question, cut, crowd).answered() >= minimum
                        || blanksCover(all, question, cut, crowd));
    }

    /// Whether, of a crowd whose size is known, at least two sizes below the minimum are possible
    /// for those who answered, given how many left the question blank.
    private boolean blanksCover(
            Crosstabs tabs, String question, String cut, Collection<Integer> crowd) {
        int blanks = tabs.ballots() - tabs.total(question).answered();
        return tabs.people(cut, crowd) - blanks <= minimum - 2;
    }

    private boolean isSmallAndOfOneMind(String question, String cut, Collection<Integer> crowd) {
        Counts counts = login.counts(question, cut, crowd);
        return counts.answered() < 2 * minimum
                && counts.unanimous()
                // a crowd of everybody is the total, which is published
                && login.people(cut, crowd) < login.ballots();
    }

    private boolean areOfOneSize(String cut, Collection<Integer> values) {
        return values.stream().map(value -> people(cut, value)).distinct().count() == 1;
    }

    private Set<Integer> hidden(String cut) {
        return Objects.requireNonNull(hidden.get(cut));
    }

    private int people(String cut, int value) {
        return login.people(cut, Set.of(value));
    }

    private boolean isEmpty(String cut, int value) {
        return all.people(cut, Set.of(value)) == 0;
    }
}
