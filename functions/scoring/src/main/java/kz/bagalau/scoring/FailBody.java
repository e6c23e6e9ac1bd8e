package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/// The last attempt for the bodies that `ScoreBody` has given up, and for messages that were
/// delivered as often as SQS allows. Where it fails too, and for no outage, the body is noted as
/// failed, by name, and the run goes on without it.
public final class FailBody implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ScoringBodies scoring;

    public FailBody() {
        this(ScoringBodies.here());
    }

    FailBody(ScoringBodies scoring) {
        this.scoring = scoring;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return RunMessage.each("FailBody", event, this::score);
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
