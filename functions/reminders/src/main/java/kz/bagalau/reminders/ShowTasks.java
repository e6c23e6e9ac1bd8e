package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.oneselfOrOwn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;

/// Whose turn it is: one's own tasks, with those of the offices that one holds, or all of a body's.
/// By day, those without a day last.
public final class ShowTasks extends HttpFunction {

    private static final Optional<LocalDate> EVER = Optional.empty();

    private final Cases cases;
    private final Clock clock;

    public ShowTasks() {
        this(DynamoCases.fromEnvironment(), Runtime.current().clock());
    }

    ShowTasks(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/tasks", oneselfOrOwn(Role.HR))
                        .reads(PageQuery::read)
                        .perhapsAbout(PageQuery::body)
                        .answers(this::list));
    }

    private Response list(Caller caller, Path path, PageQuery query) {
        Optional<Page<Task>> page =
                query.body()
                        .map(body -> cases.tasksOf(body, EVER, query.paging()))
                        .orElseGet(() -> cases.tasks(Offices.of(caller), EVER, query.paging()));
        return page.map(this::json).map(Response::ok).orElseGet(PageQuery::noCursor);
    }

    private ObjectNode json(Page<Task> page) {
        LocalDate today = Times.day(clock.instant());
        ObjectNode answer = Json.object();
        var list = answer.putArray("tasks");
        page.items().forEach(task -> list.add(TaskJson.of(task, today)));
        page.next().ifPresent(next -> answer.put("next", next));
        return answer;
    }
}
