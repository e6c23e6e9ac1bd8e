package kz.bagalau.rules.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a flow answers to somebody who wants an event to happen.
public sealed interface Move {

    /// It may.
    ///
    /// @param outcomes one, or several of which the document's content decides
    record Allowed(List<Step> outcomes) implements Move {

        public Allowed {
            outcomes = List.copyOf(outcomes);
        }

        /// The states after it.
        public Set<String> to() {
            return outcomes.stream().map(Step::to).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// It is another's event.
    record NotYours(Set<Actor> whose) implements Move {}

    /// It is not possible in this state.
    record WrongState(String state) implements Move {}
}
