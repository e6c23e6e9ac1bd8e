package kz.bagalau.exit;

import static kz.bagalau.lambda.Access.anonymous;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.interviews.AnswersForm;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.interviews.TakeInterview;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.forms.ExitQuestionnaire;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.SlipCode;
import org.crac.Core;
import org.crac.Resource;

/// Without login: `GET /exit-interviews/form`, the questions, `POST
/// /exit-interviews/by-code/check`, whether a code is still to be used, and `PUT
/// /exit-interviews/by-code`, the interview of whoever holds it. A code needs no account, so it
/// works after the work account is closed.
public final class SubmitExitInterview extends HttpFunction implements Resource {

    private final Leavers leavers;
    private final TakeInterview take;

    public SubmitExitInterview() {
        this(
                DynamoLeavers.fromEnvironment(),
                DynamoInterviews.fromEnvironment(),
                Runtime.current().clock());
        Core.getGlobalContext().register(this);
    }

    SubmitExitInterview(Leavers leavers, Interviews interviews, Clock clock) {
        this.leavers = leavers;
        this.take = new TakeInterview(interviews, clock);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/exit-interviews/form", anonymous())
                        .answers((_, _) -> Response.ok(ExitQuestionnaire.appendix12().json())),
                Route.put("/exit-interviews/by-code", anonymous())
                        .reads(AnswersForm::withCode)
                        .answers(this::submit),
                Route.post("/exit-interviews/by-code/check", anonymous())
                        .reads(AnswersForm::code)
                        .answers(this::check));
    }

    /// Says no more of the leaver than whether the interview is still to be given.
    private Response check(Caller caller, Path path, SlipCode code) {
        return with(
                code,
                leaver ->
                        leaver.state() == Announcement.State.WITHDRAWN
                                ? Problem.of(ExitProblem.NOT_INVITED)
                                : Response.ok(
                                        Json.object().put("state", take.asked(leaver).name())));
    }

    private Response submit(Caller caller, Path path, AnswersForm.WithCode form) {
        return with(
                form.code(),
                leaver -> take.take(leaver, form.answers(), Medium.ELECTRONIC, Optional.empty()));
    }

    private Response with(SlipCode code, Function<Announcement, Response> answering) {
        return leavers.byCode(code.hash())
                .map(answering)
                .orElseGet(() -> {
                    Log.count("exit_code_unknown");
                    return Problem.of(ExitProblem.UNKNOWN_CODE);
                });
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
