package kz.bagalau.workmode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.arrangements.WorkedDays;
import kz.bagalau.arrangements.dynamo.DynamoWorkedDays;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.flexible.FlexibleActs;
import kz.bagalau.workmode.remote.Recalls;
import kz.bagalau.workmode.remote.RemoteActs;
import kz.bagalau.workmode.schedule.Schedules;
import kz.bagalau.workmode.schedule.TimeRecords;

/// Acts of flexible, remote and combined work with all that happens to them, and the schedules of
/// people that follow (No. 120).
public final class ManageWorkActs extends HttpFunction {

    private final WorkDesk desk;
    private final WorkedDays days;
    private final Idempotency replies;
    private final Function<String, Optional<URI>> files;

    public ManageWorkActs() {
        this(
                WorkDesk.fromEnvironment(),
                DynamoWorkedDays.fromEnvironment(),
                DynamoIdempotency.fromEnvironment());
    }

    ManageWorkActs(WorkDesk desk, WorkedDays days, Idempotency replies) {
        this.desk = desk;
        this.days = days;
        this.replies = replies;
        this.files = DynamoEnclosures.addresses();
    }

    @Override
    protected Routes routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new FlexibleActs(desk, replies).routes());
        routes.addAll(new RemoteActs(desk, replies).routes());
        routes.addAll(new Recalls(desk, replies).routes());
        routes.addAll(new Schedules(desk).routes());
        routes.addAll(new TimeRecords(desk, days).routes());
        return Routes.of(routes.toArray(Route[]::new)).enclosing(files);
    }
}
