package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.oneselfOrOwn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.StaffSubstitutes;
import kz.bagalau.directory.dynamo.DynamoStaffs;
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
/// By day, those without a day last. Whoever represents somebody who is absent (No. 245, ¶3) sees
/// their tasks in the body, but for those in the own case.
public final class ShowTasks extends HttpFunction {

    private static final Optional<LocalDate> EVER = Optional.empty();

    private final Cases cases;
    private final StaffSubstitutes substitutes;
    private final Clock clock;

    public ShowTasks() {
        this(
                DynamoCases.fromEnvironment(),
                new StaffSubstitutes(DynamoStaffs.fromEnvironment()),
                Runtime.current().clock());
    }

    ShowTasks(Cases cases, StaffSubstitutes substitutes, Clock clock) {
        this.cases = cases;
        this.substitutes = substitutes;
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
        LocalDate today = Times.day(clock.instant());
        if (query.body().isPresent()) {
            return cases.tasksOf(query.body().get(), EVER, query.paging())
                    .map(page -> json(page, today, (_, _) -> true))
                    .orElseGet(PageQuery::noCursor);
        }
        Set<Party> represented =
                caller.body()
                        .map(body -> substitutes.representedBy(body, caller.subject(), today))
                        .orElse(Set.of());
        Set<Party> owners = new HashSet<>(Offices.of(caller));
        owners.addAll(represented);
        return cases.tasks(owners, EVER, query.paging())
                .map(page ->
                        json(
                                page,
                                today,
                                (task, document) ->
                                        !represented.contains(task.owner())
                                                || isInTheirPlace(caller, task, document)))
                .orElseGet(PageQuery::noCursor);
    }

    private static boolean isInTheirPlace(Caller caller, Task task, Optional<Document> document) {
        return caller.body().filter(task.body()::equals).isPresent()
                && document.filter(found -> TaskJson.isAbout(caller.subject(), found)).isEmpty();
    }

    private Response json(
            Page<Task> page, LocalDate today, BiPredicate<Task, Optional<Document>> shown) {
        Map<Reference, Document> documents =
                cases.find(page.items().stream().map(Task::object).toList());
        ObjectNode answer = Json.object();
        var list = answer.putArray("tasks");
        for (Task task : page.items()) {
            Optional<Document> document = Optional.ofNullable(documents.get(task.object()));
            if (shown.test(task, document)) {
                list.add(TaskJson.of(task, document, today));
            }
        }
        page.next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }
}
