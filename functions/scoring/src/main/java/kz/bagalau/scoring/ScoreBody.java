package kz.bagalau.scoring;

import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.sqs.SqsWork;

/// Scores one body of a run for each message. A message delivered twice finds the body settled. One
/// whose work ended in an error comes again; a body with too many of these goes to `FailBody`.
public final class ScoreBody extends QueueFunction {

    private final ScoringBodies scoring;
    private final Work work;

    public ScoreBody() {
        this(ScoringBodies.fromEnvironment(), SqsWork.fromEnvironment());
    }

    ScoreBody(ScoringBodies scoring, Work work) {
        this.scoring = scoring;
        this.work = work;
    }

    @Override
    protected boolean work(QueueMessage message) {
        return score(RunMessage.of(message));
    }

    private boolean score(RunMessage message) {
        return switch (scoring.attempt(message)) {
            case ScoringBodies.Settled() -> true;
            case ScoringBodies.Unknown() -> message.putAside();
            case ScoringBodies.Failed(var body, var attempts) -> {
                boolean givenUp = attempts >= ScoringBodies.ATTEMPTS;
                if (givenUp) {
                    work.giveUp(message.run(), body.id());
                }
                yield givenUp;
            }
        };
    }
}
