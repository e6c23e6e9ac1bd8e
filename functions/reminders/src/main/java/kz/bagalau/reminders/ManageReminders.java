package kz.bagalau.reminders;

import static kz.bagalau.lambda.Access.own;

import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.reminders.dynamo.DynamoBodyReminders;

/// When a body reminds of its tasks.
public final class ManageReminders extends HttpFunction {

    private final BodyReminders reminders;

    public ManageReminders() {
        this(DynamoBodyReminders.fromEnvironment());
    }

    ManageReminders(BodyReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/reminders/{body}", own(Role.HR)).answers(this::show),
                Route.put("/reminders/{body}", own(Role.HR))
                        .reads(ReminderForm::read)
                        .answers(this::put));
    }

    private Response show(Caller caller, Path path) {
        return Response.ok(ReminderForm.json(reminders.find(path.get("body"))));
    }

    /// What nobody has set yet can be set without naming a version.
    private Response put(Caller caller, Path path, ReminderForm form) {
        String body = path.get("body");
        Edition<ReminderSettings> standing = reminders.find(body);
        if (standing.value().equals(form.settings())) {
            return Response.ok(ReminderForm.json(standing));
        }
        OptionalLong seen = OptionalLong.of(form.seen().orElse(0));
        return switch (reminders.put(body, form.settings(), seen, caller)) {
            case Saved.Kept<ReminderSettings>(var edition) ->
                    Response.ok(ReminderForm.json(edition));
            case Saved.Changed<ReminderSettings> _ ->
                    Problem.changed(ReminderForm.json(reminders.find(body)));
        };
    }
}
