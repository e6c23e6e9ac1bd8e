package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;

/// Every five minutes: surveys whose time is over begin to close, and the signing keys of closing
/// and of cancelled surveys are deleted. Each step stands for itself, so that the next run goes on
/// after a crash.
public final class CloseDueSurveys
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Surveys surveys;
    private final SigningKeys keys;
    private final Clock clock;

    public CloseDueSurveys() {
        this(
                DynamoSurveys.fromEnvironment(),
                DynamoSigningKeys.fromEnvironment(),
                Runtime.current().clock());
    }

    CloseDueSurveys(Surveys surveys, SigningKeys keys, Clock clock) {
        this.surveys = surveys;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Instant now = clock.instant();
        return Map.of("closing", Batch.of(surveys.all(), Survey::id, survey -> close(survey, now)));
    }

    private boolean close(Survey survey, Instant now) {
        if (survey.due(now)) {
            surveys.beginClosing(survey.id(), now);
        }
        boolean over =
                survey.due(now)
                        || survey.state() == Survey.State.CLOSING
                        || survey.state() == Survey.State.CANCELLED;
        if (!over || survey.keysDeleted()) {
            return false;
        }
        deleteKeys(survey);
        return true;
    }

    private void deleteKeys(Survey survey) {
        keys.delete(
                survey,
                surveys.constituencies(survey).stream()
                        .map(Constituency::group)
                        .collect(Collectors.toSet()));
        surveys.keysDeleted(survey.id());
        Log.event("keys_deleted", Map.of("survey", survey.id()));
    }
}
