package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The restore of ExitInterviews as docs/operating.md describes it, walked step by step through the
/// policy of the operator's role and that of the table's key.
final class RestoreTest {

    private static final String OPERATOR = "arn:aws:iam::000000000000:role/RestoreExitInterviews";
    private static final String DATABASE = "dynamodb.eu-central-1.amazonaws.com";

    /// What DynamoDB does with the key of an encrypted table in the name of whoever restores it.
    private static final List<String> KEY =
            List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo");

    @ParameterizedTest
    @CsvSource({
        "dynamodb:RestoreTableToPointInTime, ''",
        "dynamodb:RestoreTableToPointInTime, -restored",
        "dynamodb:DescribeTable,             -restored",
        "dynamodb:Scan,                      -restored",
        "dynamodb:BatchWriteItem,            -restored",
        "dynamodb:BatchWriteItem,            ''",
        "dynamodb:DeleteItem,                ''",
        "dynamodb:DeleteTable,               -restored"
    })
    void everyStepIsAllowedToTheOperatorsRole(String action, String copy) throws IOException {
        assertThat(rolePolicyAllows(action, table("ExitInterviews") + copy)).isTrue();
    }

    @Test
    void theOperatorsRole_touchesNothingElse() throws IOException {
        assertThat(rolePolicyAllows("dynamodb:DeleteTable", table("ExitInterviews"))).isFalse();
        assertThat(rolePolicyAllows("dynamodb:Scan", table("Ballots"))).isFalse();
        assertThat(rolePolicyAllows("dynamodb:Scan", table("Register"))).isFalse();
    }

    @Test
    void theKeyOpensForTheOperator_whileTheRoleIsNamed_andForNobodyOtherwise() throws IOException {
        for (String action : KEY) {
            assertThat(keyAllows(named(), action, OPERATOR, Optional.of(DATABASE)))
                    .as(action)
                    .isTrue();
            assertThat(keyAllows(Map.of(), action, OPERATOR, Optional.of(DATABASE)))
                    .as(action + " before and after")
                    .isFalse();
            assertThat(keyAllows(named(), action, OPERATOR + "2", Optional.of(DATABASE)))
                    .as(action + " by another role")
                    .isFalse();
            if (!action.equals("kms:DescribeKey")) {
                assertThat(keyAllows(named(), action, OPERATOR, Optional.empty()))
                        .as(action + " past the database")
                        .isFalse();
            }
            assertThat(rolePolicyAllows(action, key())).as(action).isTrue();
        }
        assertThat(rolePolicyAllows("kms:CreateGrant", key())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BallotsKey", "SigningKeysKey"})
    void theKeysOfTheSurveyDoNotKnowTheOperator(String other) {
        assertThat(statements(named(), other).map(Resource::content).map(Object::toString))
                .noneMatch(statement -> statement.contains(OPERATOR));
    }

    /// The trace: no function does what a restore does, so the alarm rings for nothing else.
    @Test
    void noFunctionScansTheTable_norWritesItInBatches_andAnAlarmRingsOnBoth() {
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            for (String action : List.of("dynamodb:Scan", "dynamodb:BatchWriteItem")) {
                assertThat(function.may(action, table("ExitInterviews")))
                        .as(function.id() + " " + action)
                        .isFalse();
            }
        }
        assertThat(Resource.named("ExitInterviewsReadWhole").content().toString())
                .contains("Value=Scan", "Value=BatchWriteItem", "Value=ExitInterviews");
    }

    private static Map<String, String> named() {
        return Map.of("RestoreOperator", OPERATOR);
    }

    private static String table(String id) {
        return Resource.TEMPLATE.table(id).arn();
    }

    private static String key() {
        return Optional.ofNullable(Resource.TEMPLATE.table("ExitInterviews").key()).orElseThrow();
    }

    private static Stream<Resource> statements(Map<String, String> parameters, String key) {
        Object resource =
                Objects.requireNonNull(Template.ofCheckout("", parameters).resources().get(key));
        return new Resource(key, (Map<?, ?>) resource)
                .parts("Properties", "KeyPolicy", "Statement").stream();
    }

    /// @param through the service that uses the key in the principal's name; empty for none
    private static boolean keyAllows(
            Map<String, String> parameters,
            String action,
            String principal,
            Optional<String> through) {
        return statements(parameters, "ExitInterviewsKey")
                .filter(statement -> statement.texts("Action").contains(action))
                .anyMatch(statement -> holds(statement, principal, through));
    }

    private static boolean holds(Resource statement, String principal, Optional<String> through) {
        boolean service =
                statement
                        .at("Condition", "StringEquals", "kms:ViaService")
                        .map(wanted -> through.filter(wanted.toString()::equals).isPresent())
                        .orElse(true);
        List<String> exactly = statement.texts("Condition", "ArnEquals", "aws:PrincipalArn");
        List<String> like = statement.texts("Condition", "ArnLike", "aws:PrincipalArn");
        boolean role =
                exactly.isEmpty() && like.isEmpty()
                        ? !statement.text("Sid").equals("Administer")
                        : exactly.contains(principal)
                                || like.stream()
                                        .anyMatch(pattern ->
                                                principal.matches(pattern.replace("*", ".*")));
        return service && role;
    }

    private static boolean rolePolicyAllows(String action, String resource) throws IOException {
        String policy =
                Files.readString(Checkout.root().resolve("docs/restore-operator-policy.json"))
                        .replace("REGION", "eu-central-1")
                        .replace("ACCOUNT", "000000000000")
                        .replace("KEY", key().substring(key().indexOf('/') + 1))
                        .replace(
                                "TABLE",
                                table("ExitInterviews")
                                        .substring(table("ExitInterviews").indexOf('/') + 1));
        return Json.read(policy)
                .path("Statement")
                .valueStream()
                .filter(statement -> texts(statement.path("Action")).contains(action))
                .anyMatch(statement -> texts(statement.path("Resource")).contains(resource));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
    }
}
