package kz.bagalau.workmode.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.arrangements.dynamo.DynamoTimesReadings;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.WorkSettings;

/// What the acts of order 120 stand on.
///
/// @param calendar asked for when a day is looked at
public record WorkDesk(
        Cases cases,
        Arrangements arrangements,
        Regimes regimes,
        PersonalSchedules schedules,
        TimesReadings readings,
        StaffReader staffs,
        Bodies bodies,
        Supplier<WorkingCalendar> calendar,
        Clock clock) {

    public static WorkDesk fromEnvironment() {
        DynamoStaffs staffs = DynamoStaffs.fromEnvironment();
        return new WorkDesk(
                DynamoCases.fromEnvironment(),
                DynamoArrangements.fromEnvironment(),
                DynamoRegimes.fromEnvironment(),
                PersonalSchedules.fromEnvironment(),
                DynamoTimesReadings.fromEnvironment(),
                body -> staffs.of(body).staff(),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock());
    }

    public LocalDate today() {
        return AlmatyTime.day(clock.instant());
    }

    public WorkSettings settings() {
        return regimes.settings().value().settings();
    }

    /// Empty for an id that no document can have.
    public Optional<Document> find(String kind, String id) {
        return id.matches("[a-z0-9-]{1,64}")
                ? cases.find(new Reference(kind, id))
                : Optional.empty();
    }
}
