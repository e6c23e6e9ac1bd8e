package kz.bagalau.scoring.run;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;

/// The runs, their frozen lists and what became of each body. Nothing settled is ever overwritten.
public interface Runs {

    /// What became of a start.
    sealed interface Start {}

    record Started() implements Start {}

    /// A run of this id stands already.
    record Exists(Run run) implements Start {}

    /// The same request was carried out meanwhile; its reply is kept.
    record CarriedOut() implements Start {}

    /// Stores a new run with its frozen list, an audit entry and the reply, all or nothing.
    Start start(Run run, List<ListedBody> bodies, Caller by, Optional<Idempotency.Reply> reply);

    /// All runs, in the order of their ids.
    List<Run> all();

    Optional<Run> find(String id);

    /// The frozen list, in the order of ids.
    List<ListedBody> bodies(String run);

    /// STARTING becomes SCORING: every message is sent.
    void sent(String run);

    /// Whether a body is settled, scored or failed.
    boolean settled(String run, String body);

    /// Notes that an attempt to score a body ended in an error of the work itself.
    ///
    /// @return how many have, this one among them
    int attemptFailed(String run, String body);

    /// Settles a body: its result, what is shown of it, and one body less to wait for, all or
    /// nothing; where the body is settled already, nothing.
    ///
    /// @param shown what readers are given; empty for a body that failed
    void settle(String run, BodyResult result, Optional<String> shown);

    /// How far the run now is.
    Run.Progress progress(String run);

    /// What became of each body that is settled, in the order of ids.
    List<BodyResult> results(String run);

    Optional<BodyResult> result(String run, String body);

    /// What readers are given of a scored body.
    Optional<String> shown(String run, String body);

    /// STARTING or SCORING becomes FINISHING.
    void finishing(String run);

    /// FINISHING becomes HELD.
    void hold(String run, Run.Unsettled unsettled);

    /// FINISHING or HELD becomes DONE, and the run takes the place of the former one of its year
    /// and kind, or is itself out of date where a later one is published.
    void publish(Run run, Run.Unsettled unsettled);

    /// Notes why a final run is published as it is, with an audit entry; in the place of a reason
    /// given before, and not for one that is published.
    ///
    /// @return whether it is noted
    boolean release(String run, String reason, Caller by);
}
