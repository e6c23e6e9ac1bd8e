package kz.bagalau.scoring.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// A run over all bodies of a year, as it stands.
///
/// @param at when it was started; of two runs of one year and kind the later one is the valid one
/// @param by who started it; empty for the yearly schedule
/// @param methodology the one of the year's last day, frozen at the start
/// @param settings as they are told in JSON, each with its reason, frozen at the start
/// @param release why a final run is published although bodies are incomplete; nothing that a run
///   writes depends on it
/// @param incomplete bodies with a direction that could not be scored in full; counted at the end
/// @param supersededBy the run that took its place
public record Run(
        String id,
        int year,
        Kind kind,
        State state,
        Instant at,
        Optional<String> by,
        String methodology,
        ObjectNode settings,
        Optional<String> release,
        Progress progress,
        int incomplete,
        Optional<String> supersededBy) {

    public enum Kind {
        PRELIMINARY,
        FINAL
    }

    public enum State {
        /// The list is frozen; perhaps not every body's message is sent.
        STARTING,
        SCORING,
        /// Nothing is left; the manifest is being written.
        FINISHING,
        /// A final run with incomplete bodies that nobody has released.
        HELD,
        /// Published.
        DONE
    }

    /// How far a run is.
    ///
    /// @param bodies on the frozen list
    /// @param moved when a body was last settled
    public record Progress(int bodies, int scored, int failed, Instant moved) {

        public int waiting() {
            return bodies - scored - failed;
        }

        public boolean over() {
            return waiting() == 0;
        }
    }

    /// Whether bodies see it.
    public boolean published() {
        return state == State.DONE;
    }

    /// What a final run waits for: a reason why it is published as it is.
    public boolean mustBeHeld(int incompleteBodies, int failedBodies) {
        return kind == Kind.FINAL
                && release.isEmpty()
                && (incompleteBodies > 0 || failedBodies > 0);
    }
}
