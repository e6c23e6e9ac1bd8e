package kz.bagalau.scoring;

import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;

/// The last attempt for the bodies that `ScoreBody` has given up, and for messages that were
/// delivered as often as SQS allows. Where it fails too, and for no outage, the body is noted as
/// failed, by name, and the run goes on without it.
public final class FailBody extends QueueFunction {

    private final ScoringBodies scoring;

    public FailBody() {
        this(ScoringBodies.fromEnvironment());
    }

    FailBody(ScoringBodies scoring) {
        this.scoring = scoring;
    }

    @Override
    protected boolean work(QueueMessage message) {
        return score(RunMessage.of(message));
    }

    private boolean score(RunMessage letter) {
        return switch (scoring.attempt(letter)) {
            case ScoringBodies.Settled() -> true;
            case ScoringBodies.Unknown() -> letter.putAside();
            case ScoringBodies.Failed(var body, var attempts) -> {
                boolean last = attempts > ScoringBodies.ATTEMPTS;
                if (last) {
                    scoring.giveUp(letter.run(), body);
                }
                yield last;
            }
        };
    }
}
