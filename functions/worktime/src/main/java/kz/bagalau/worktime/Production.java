package kz.bagalau.worktime;

import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.worktime.act.Schedules;
import kz.bagalau.worktime.act.StoredSchedules;
import kz.bagalau.worktime.desk.Desk;

/// The desk of a deployed function.
final class Production {

    private Production() {}

    static Desk desk() {
        var regimes = DynamoRegimes.fromEnvironment();
        return new Desk(
                DynamoCases.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                new Authorities(DynamoWorktimeRecipients.fromEnvironment()),
                () -> regimes.settings().value().settings(),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock());
    }

    static Schedules schedules() {
        return new StoredSchedules(
                PersonalSchedules.fromEnvironment(), DynamoStaffs.fromEnvironment());
    }
}
