package kz.bagalau.scoring.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A run over all bodies of a year, as it stands.
///
/// @param at when it was started; of two runs of one year and kind the later one is the valid one
/// @param by who started it; empty for the yearly schedule
/// @param methodology the one of the year's last day, frozen at the start
/// @param settings as they are returned in JSON, each with its reason, frozen at the start
/// @param release why a final run is published although bodies are unsettled; nothing that a run
///   writes depends on it
/// @param unsettled counted at the end, and nobody before
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
        Unsettled unsettled,
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
        /// A final run with unsettled bodies that nobody has released.
        HELD,
        /// Published.
        DONE
    }

    /// Bodies that were scored, and yet not for good.
    ///
    /// @param incomplete bodies with a direction that could not be scored in full
    /// @param provisional bodies scored from a fact that may still change by itself
    public record Unsettled(int incomplete, int provisional) {

        public static final Unsettled NONE = new Unsettled(0, 0);

        public static Unsettled of(List<BodyResult> results) {
            int incomplete = 0;
            int provisional = 0;
            for (BodyResult result : results) {
                if (result instanceof BodyResult.Scored scored) {
                    incomplete += scored.complete() ? 0 : 1;
                    provisional += scored.provisional() ? 1 : 0;
                }
            }
            return new Unsettled(incomplete, provisional);
        }
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
    public boolean mustBeHeld(Unsettled found) {
        return kind == Kind.FINAL
                && release.isEmpty()
                && !(found.equals(Unsettled.NONE) && progress.failed() == 0);
    }
}
