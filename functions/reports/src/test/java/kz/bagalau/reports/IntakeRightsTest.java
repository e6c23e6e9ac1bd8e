package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// `IntakeReport` reads files from outside. Whoever took it over by one could write what it writes
/// itself, and nothing else.
class IntakeRightsTest {

    private static final Instant NOW = Instant.parse("2026-01-20T05:00:00Z");

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    private final DynamoDbClient intake =
            sandbox.runtime("IntakeReport", Clock.fixed(NOW, ZoneOffset.UTC)).dynamo();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bodies",
                "calendar",
                "calendar#2025",
                "schedules",
                "schedules#2025",
                "surveys",
                "runs",
                "run#r1",
                "score#r1",
                "facts#min-digital#2025",
                "published#min-digital#2025",
                "reply#1",
                "audit#facts#min-digital#2025",
                "audit#body#min-digital",
                "audit#reports",
                "changes",
                "report#min-digital"
            })
    void anotherCapabilitysItemIsRefused(String pk) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> put(pk))
                .satisfies(refusal ->
                        assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("AccessDeniedException"));
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() ->
                        new Transaction()
                                .put(records(), Item.of("reports#min-digital#2025", "-"))
                                .put(records(), Item.of(pk, "-"))
                                .write(intake));
        assertThat(sandbox.dynamo().scan(scan -> scan.tableName(records())).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports#min-digital#2025",
                "reading#min-digital.2025.a",
                "reported#min-digital#2025",
                "reported#min-digital#2025#past",
                "audit#report#min-digital.2025.a"
            })
    void itsOwnItemsAreWritten(String pk) {
        assertThatCode(() -> put(pk)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteItem", "UpdateItem", "Scan"})
    void whatItNeedsForNothingIsRefused(String action) {
        var key = Item.key("reports#min-digital#2025", "-");
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> {
                    switch (action) {
                        case "DeleteItem" ->
                                intake.deleteItem(delete -> delete.tableName(records()).key(key));
                        case "UpdateItem" ->
                                intake.updateItem(update -> update.tableName(records()).key(key));
                        default -> intake.scan(scan -> scan.tableName(records()));
                    }
                });
    }

    /// What reports say is read beside what others say, and in no other's name.
    @Test
    void aClaimInAnotherOriginsNameIsNoticed() {
        publish("survey:s1", "2");
        publish("report:appendix-7", "3");
        assertThat(facts().of("min-digital", 2025).facts()).containsKey("staff.phd");
        assertThat(facts().history("min-digital", 2025, "staff.phd")).hasSize(2);

        put(
                Item.of("reported#min-digital#2025", "claims#survey:s1")
                        .with("origin", "survey:s1")
                        .with("facts", "[]")
                        .with("by", "x")
                        .with("at", NOW.toString()));

        assertThatIllegalStateException()
                .isThrownBy(() -> facts().of("min-digital", 2025))
                .withMessageContaining("survey:s1");
    }

    private void publish(String origin, String value) {
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                records(),
                new Publication(
                        "min-digital",
                        2025,
                        origin,
                        List.of(
                                new Fact(
                                        "staff.phd",
                                        new FactValue.Amount(new BigDecimal(value)),
                                        Json.object().put("kind", "test"))),
                        "x",
                        NOW));
        transaction.write(origin.startsWith("report:") ? intake : sandbox.dynamo());
    }

    private DynamoFacts facts() {
        Calendars calendars =
                new DynamoCalendars(
                        new Table(sandbox.dynamo(), records()), Clock.fixed(NOW, ZoneOffset.UTC));
        return new DynamoFacts(sandbox.dynamo(), records(), calendars);
    }

    private void put(String pk) {
        put(Item.of(pk, "-"));
    }

    private void put(Item item) {
        intake.putItem(put -> put.tableName(records()).item(item.attributes()));
    }

    private String records() {
        return sandbox.table("Records");
    }
}
