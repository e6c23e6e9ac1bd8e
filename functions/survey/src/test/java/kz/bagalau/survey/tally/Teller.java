package kz.bagalau.survey.tally;

import java.util.Set;

/// A way of deciding what is told: ours, and the obvious one that does not hold.
sealed interface Teller {

    boolean tells(String question);

    boolean tells(String question, String cut, int value);

    record Careful(Disclosure disclosure) implements Teller {
        @Override
        public boolean tells(String question) {
            return disclosure.tells(question);
        }

        @Override
        public boolean tells(String question, String cut, int value) {
            return disclosure.tells(question, cut, value);
        }
    }

    /// Complementary suppression turned off: groups below the minimum are hidden, and nothing else.
    record Naive(Crosstabs tabs, int minimum) implements Teller {
        @Override
        public boolean tells(String question) {
            return tabs.total(question).answered() >= minimum;
        }

        @Override
        public boolean tells(String question, String cut, int value) {
            return tabs.counts(question, cut, Set.of(value)).answered() >= minimum;
        }
    }
}
