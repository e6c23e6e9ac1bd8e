package kz.bagalau.survey.tally;

import java.util.Set;

/// A way of deciding what is told: ours, and the obvious one that does not hold.
sealed interface Teller {

    boolean tells(String question);

    boolean tells(String question, String cut, int value);

    /// Whether a reader knows of a hidden group that it is below the minimum.
    boolean hidesOnlySmall();

    record Careful(Disclosure disclosure) implements Teller {
        @Override
        public boolean tells(String question) {
            return disclosure.publishes(question);
        }

        @Override
        public boolean tells(String question, String cut, int value) {
            return disclosure.publishes(question, cut, value);
        }

        @Override
        public boolean hidesOnlySmall() {
            return false;
        }
    }

    /// Complementary suppression turned off: groups of some people, but fewer than the minimum, are
    /// hidden, and nothing else.
    record Naive(Crosstabs tabs, int minimum) implements Teller {
        @Override
        public boolean tells(String question) {
            return tabs.total(question).answered() >= minimum;
        }

        @Override
        public boolean tells(String question, String cut, int value) {
            return tabs.people(cut, Set.of(value)) == 0
                    || tabs.counts(question, cut, Set.of(value)).answered() >= minimum;
        }

        @Override
        public boolean hidesOnlySmall() {
            return true;
        }
    }
}
