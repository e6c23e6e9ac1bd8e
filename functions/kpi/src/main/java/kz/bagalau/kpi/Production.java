package kz.bagalau.kpi;

import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.staff.Staff;

/// The desk of a deployed function. The directory keeps neither people nor acts of this procedure
/// yet: until it does, nobody is anybody's manager and nothing is in force, so that everything is
/// refused.
final class Production {

    private Production() {}

    static Desk desk() {
        return new Desk(
                DynamoCases.fromEnvironment(),
                body -> new Staff(body, List.of(), List.of(), List.of(), List.of(), List.of()),
                (_, _) -> Optional.empty(),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock());
    }
}
