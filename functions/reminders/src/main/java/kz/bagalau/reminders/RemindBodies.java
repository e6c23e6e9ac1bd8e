package kz.bagalau.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoTaskNotices;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StaffSubstitutes;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.reminders.dynamo.DynamoBodyReminders;
import kz.bagalau.reminders.dynamo.DynamoRemindedDays;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// Stores the reminders of the bodies that a message names. One body that fails keeps no other from
/// its turn; its message comes again, and finds stored what was stored.
public final class RemindBodies extends QueueFunction {

    private final Reminding reminding;
    private final Calendars calendars;

    public RemindBodies() {
        this(
                new Reminding(
                        DynamoCases.fromEnvironment(),
                        DynamoBodyReminders.fromEnvironment(),
                        DynamoRemindedDays.fromEnvironment(),
                        DynamoTaskNotices.fromEnvironment(),
                        new StaffSubstitutes(DynamoStaffs.fromEnvironment())),
                DynamoCalendars.fromEnvironment());
    }

    RemindBodies(Reminding reminding, Calendars calendars) {
        this.reminding = reminding;
        this.calendars = calendars;
    }

    private record Asked(LocalDate day, List<String> bodies) {}

    @Override
    protected boolean work(QueueMessage message) {
        Optional<Asked> asked = asked(message);
        if (asked.isEmpty()) {
            // it would only come again
            Log.event("message_put_aside", Map.of("message", message.id()));
            return true;
        }
        WorkingCalendar calendar = calendars.current();
        LocalDate day = asked.get().day();
        Batch.of(
                asked.get().bodies(),
                body -> body,
                body -> reminding.remind(body, day, calendar) > 0);
        return true;
    }

    private static Optional<Asked> asked(QueueMessage message) {
        try {
            JsonNode json = Json.parse(message.body());
            List<String> bodies = json.path("bodies").valueStream().map(JsonNode::asText).toList();
            return Optional.of(new Asked(LocalDate.parse(json.path("day").asText()), bodies))
                    .filter(asked -> !bodies.isEmpty() && bodies.stream().allMatch(Input::isId));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
