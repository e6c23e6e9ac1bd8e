package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.oneselfOrOwn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.StaffSubstitutes;
import kz.bagalau.directory.dynamo.DynamoCalendars;
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
import kz.bagalau.rules.calendar.WorkingCalendar;

/// Whose turn it is: one's own tasks, with those of the offices that one holds, or all of a body's.
/// By day, those without a day last. Whoever represents somebody who is absent (No. 245, ¶3) sees
/// their tasks in the body, but for those in the own case.
public final class ShowTasks extends HttpFunction {

    private static final Optional<LocalDate> EVER = Optional.empty();

    private final Cases cases;
    private final StaffSubstitutes substitutes;
    private final Supplier<WorkingCalendar> calendar;
    private final Clock clock;

    public ShowTasks() {
        this(
                DynamoCases.fromEnvironment(),
                new StaffSubstitutes(DynamoStaffs.fromEnvironment()),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock());
    }

    ShowTasks(
            Cases cases,
            StaffSubstitutes substitutes,
            Supplier<WorkingCalendar> calendar,
            Clock clock) {
        this.cases = cases;
        this.substitutes = substitutes;
        this.calendar = calendar;
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
        OwnTasks tasks = new OwnTasks(cases, substitutes, calendar);
        Optional<Page<OwnTasks.Found>> page =
                query.body().isPresent()
                        ? cases.tasksOf(query.body().get(), EVER, query.paging())
                                .map(found -> new Page<>(tasks.found(found), found.next()))
                        : tasks.page(
                                new OwnTasks.Owner(
                                        caller.subject(), caller.body(), Offices.of(caller)),
                                today,
                                query.paging());
        return page.map(found -> json(found, today)).orElseGet(PageQuery::noCursor);
    }

    private static Response json(Page<OwnTasks.Found> page, LocalDate today) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("tasks");
        page.items().forEach(one -> list.add(TaskJson.of(one.task(), one.document(), today)));
        page.next().ifPresent(next -> answer.put("next", next));
        return Response.ok(answer);
    }
}
