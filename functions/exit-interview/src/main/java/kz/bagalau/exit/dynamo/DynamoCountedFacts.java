package kz.bagalau.exit.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.exit.counts.CountedFacts;
import kz.bagalau.exit.counts.Counts;
import kz.bagalau.exit.settled.ChangeRequest;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.operational.fact.FactValue;

/// The facts `exit.*` in the table `Records`. Their source says where they come from and on which
/// day, and nothing of a person: the moment of a count would be the moment of an interview. Where
/// the register of the settled year was changed with the Agency's consent, `consented` says on
/// which days and by which requests.
public final class DynamoCountedFacts implements CountedFacts {

    private static final String ORIGIN = "exit-interviews";

    private final Table table;
    private final Clock clock;

    private DynamoCountedFacts(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The facts of this runtime's `RECORDS_TABLE`.
    public static DynamoCountedFacts fromEnvironment() {
        return new DynamoCountedFacts(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public void publish(
            String body,
            int year,
            Counts counts,
            Optional<Negative> negative,
            List<ChangeRequest> consented) {
        ObjectNode source = source(consented);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("exit.dismissed", counts.dismissed(), source));
        facts.add(fact("exit.exempt", counts.exempt(), source));
        facts.add(fact("exit.interviewed", counts.interviewed(), source));
        facts.add(fact("exit.paper", counts.paper(), source));
        negative.ifPresent(counted -> {
            facts.add(fact("exit.negative", counted.any(), source));
            facts.add(fact("exit.negative_majority", counted.most(), source));
        });
        Publication publication =
                new Publication(
                        body,
                        year,
                        ORIGIN,
                        facts,
                        "TallyExitInterviews",
                        Times.day(clock.instant()).atStartOfDay(Runtime.ALMATY).toInstant());
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                table.name(),
                publication,
                DynamoFacts.number(table.dynamo(), table.name(), publication));
        transaction.write(table.dynamo());
    }

    private static Fact fact(String name, int value, ObjectNode source) {
        return new Fact(name, new FactValue.Amount(BigDecimal.valueOf(value)), source);
    }

    private static ObjectNode source(List<ChangeRequest> consented) {
        ObjectNode source = Json.object().put("kind", ORIGIN);
        if (!consented.isEmpty()) {
            source.put(
                    "consented",
                    consented.stream()
                            .map(DynamoCountedFacts::named)
                            .collect(Collectors.joining("; ")));
        }
        return source;
    }

    private static String named(ChangeRequest request) {
        return Times.day(request.decision().orElseThrow().at()) + " № " + request.id();
    }
}
