package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.forms.ExitQuestionnaire;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.SlipCode;
import org.crac.Core;
import org.crac.Resource;

/// Without login: `GET /exit-interviews/form`, the questions, `POST
/// /exit-interviews/by-code/check`, whether a code is still to be used, and `PUT
/// /exit-interviews/by-code`, the interview of whoever holds it. A code needs no account, so it
/// works after the work account is closed.
public final class SubmitExitInterview
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {

    private final Leavers leavers;
    private final TakeInterview take;

    public SubmitExitInterview() {
        this(DynamoLeavers.here(), DynamoInterviews.here(), Runtime.current().clock());
        Core.getGlobalContext().register(this);
    }

    SubmitExitInterview(Leavers leavers, Interviews interviews, Clock clock) {
        this.leavers = leavers;
        this.take = new TakeInterview(interviews, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return switch (event.getRouteKey()) {
            case "GET /exit-interviews/form" ->
                    Http.json(200, ExitQuestionnaire.appendix12().json());
            case "PUT /exit-interviews/by-code" -> submit(event);
            case "POST /exit-interviews/by-code/check" -> check(event);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    /// Says no more of the leaver than whether the interview is still to be given.
    private APIGatewayV2HTTPResponse check(APIGatewayV2HTTPEvent event) {
        return switch (AnswersForm.code(event)) {
            case Input.Rejected<SlipCode>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<SlipCode>(var code) -> {
                Optional<Announcement> leaver = leavers.byCode(code.hash());
                if (leaver.isEmpty()) {
                    Log.count("exit_code_unknown");
                    yield Http.problem(event, Problem.of(ExitProblem.UNKNOWN_CODE));
                }
                yield leaver.get().state() == Announcement.State.WITHDRAWN
                        ? Http.problem(event, Problem.of(ExitProblem.NOT_INVITED))
                        : Http.json(
                                200, Json.object().put("state", take.asked(leaver.get()).name()));
            }
        };
    }

    private APIGatewayV2HTTPResponse submit(APIGatewayV2HTTPEvent event) {
        return switch (AnswersForm.withCode(event)) {
            case Input.Rejected<AnswersForm.WithCode>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<AnswersForm.WithCode>(var form) -> {
                Optional<Announcement> leaver = leavers.byCode(form.code().hash());
                if (leaver.isEmpty()) {
                    Log.count("exit_code_unknown");
                    yield Http.problem(event, Problem.of(ExitProblem.UNKNOWN_CODE));
                }
                yield take.take(
                        event, leaver.get(), form.answers(), Medium.ELECTRONIC, Optional.empty());
            }
        };
    }

    /// Reads the questions before the snapshot is taken, so that nobody waits for them.
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        ExitQuestionnaire.appendix12();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing was released
    }
}
