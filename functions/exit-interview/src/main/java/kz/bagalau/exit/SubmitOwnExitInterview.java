package kz.bagalau.exit;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.exit.interviews.AnswersForm;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.interviews.TakeInterview;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;

/// A leaver with a login (employee): `GET /exit-interviews/mine` says whether an interview is asked
/// for and about which leaving, `PUT /exit-interviews/mine` gives it. Whoever sends the id of that
/// leaving with the answers is never counted for another one, whatever is announced, corrected or
/// withdrawn meanwhile.
public final class SubmitOwnExitInterview extends HttpFunction {

    private final Bodies bodies;
    private final Leavers leavers;
    private final Clock clock;
    private final TakeInterview take;

    public SubmitOwnExitInterview() {
        this(
                DynamoBodies.fromEnvironment(),
                DynamoLeavers.fromEnvironment(),
                DynamoInterviews.fromEnvironment(),
                Runtime.current().clock());
    }

    SubmitOwnExitInterview(Bodies bodies, Leavers leavers, Interviews interviews, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.clock = clock;
        this.take = new TakeInterview(interviews, clock);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/exit-interviews/mine", only(Role.EMPLOYEE)).answers(this::show),
                Route.put("/exit-interviews/mine", only(Role.EMPLOYEE))
                        .reads(AnswersForm::ofLogin)
                        .answers(this::submit));
    }

    private Response show(Caller caller, Path path) {
        return last(caller)
                .map(leaver -> Response.ok(json(leaver)))
                .orElseGet(() -> Problem.of(ExitProblem.NOT_INVITED));
    }

    private ObjectNode json(Announcement leaver) {
        ObjectNode json = Json.object().put("id", leaver.id()).put("body", leaver.body());
        bodies.find(leaver.body()).ifPresent(body -> json.set("name", Json.texts(body.name())));
        return json.put("leavingOn", leaver.leaving().on().toString())
                .put("open", leaver.takesAnswers(clock.instant()))
                .put("state", take.asked(leaver).name());
    }

    private Response submit(Caller caller, Path path, AnswersForm form) {
        return (form.id().isEmpty() ? last(caller) : own(caller, form.id()))
                .map(leaver ->
                        take.take(leaver, form.answers(), Medium.ELECTRONIC, Optional.empty()))
                .orElseGet(() -> Problem.of(ExitProblem.NOT_INVITED));
    }

    private Optional<Announcement> own(Caller caller, String id) {
        return leavers.find(id).filter(leaver -> leaver.person().equals(caller.subject()));
    }

    /// Whoever left several bodies is asked about the last one.
    private Optional<Announcement> last(Caller caller) {
        return leavers.byPerson(caller.subject()).stream()
                .filter(Announcement::invites)
                .max(
                        Comparator.comparing((Announcement leaver) -> leaver.leaving().on())
                                .thenComparing(Announcement::announced)
                                .thenComparing(Announcement::id));
    }
}
