package kz.bagalau.reports.dynamo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.arrangements.dynamo.DynamoTimesReadings;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reports.overtime.PersonalLooks;

/// Looks as entries of `audit#overtime#<body>`, and with each person as the readings of schedules.
public final class DynamoPersonalLooks implements PersonalLooks {

    private final Table table;
    private final TimesReadings readings;
    private final Clock clock;

    public DynamoPersonalLooks(Table table, Clock clock) {
        this.table = table;
        this.readings = new DynamoTimesReadings(table);
        this.clock = clock;
    }

    /// The looks in this runtime's `RECORDS_TABLE`.
    public static DynamoPersonalLooks fromEnvironment() {
        return new DynamoPersonalLooks(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public void note(
            Caller caller,
            String body,
            Collection<String> employees,
            LocalDate from,
            LocalDate to) {
        Instant now = clock.instant();
        new Transaction()
                .put(
                        table.name(),
                        Audit.entry(
                                "overtime#" + body,
                                caller,
                                "read",
                                Map.of(
                                        "from",
                                        from.toString(),
                                        "to",
                                        to.toString(),
                                        "people",
                                        Integer.toString(employees.size())),
                                now))
                .write(table.dynamo());
        TreeSet<String> others = new TreeSet<>(employees);
        others.remove(caller.subject());
        readings.note(body, others, new TimesReadings.Reading(caller.subject(), now, from, to));
    }
}
