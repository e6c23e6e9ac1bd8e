package kz.bagalau.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Refuses, as AWS would, what a function's policy in template.yaml does not allow: each table or
/// index with each action, the parts of a transaction one by one, and the KMS key of a table that
/// has its own. What is not known here is refused too.
public final class PolicyGuard implements ExecutionInterceptor {

    private final Template.Function function;
    private final Map<String, Template.Table> tables = new HashMap<>();

    public PolicyGuard(Template template, Template.Function function) {
        this.function = function;
        template.tables().values().forEach(table -> tables.put(table.name(), table));
    }

    @Override
    public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        String operation =
                Optional.ofNullable(
                                executionAttributes.getAttribute(
                                        SdkExecutionAttribute.OPERATION_NAME))
                        .orElse("Unknown");
        accesses(context.request(), operation).forEach(this::demand);
    }

    /// One action on one table, or on one index of it. IAM knows no action `TransactWriteItems`:
    /// the parts are checked as the single-item actions.
    private record Access(String action, String table, @Nullable String index) {

        Access(String action, String table) {
            this(action, table, null);
        }
    }

    private static Stream<Access> accesses(SdkRequest request, String operation) {
        return switch (request) {
            case GetItemRequest get -> Stream.of(new Access("GetItem", get.tableName()));
            case PutItemRequest put -> Stream.of(new Access("PutItem", put.tableName()));
            case UpdateItemRequest update ->
                    Stream.of(new Access("UpdateItem", update.tableName()));
            case DeleteItemRequest delete ->
                    Stream.of(new Access("DeleteItem", delete.tableName()));
            case QueryRequest query ->
                    Stream.of(new Access("Query", query.tableName(), query.indexName()));
            case ScanRequest scan ->
                    Stream.of(new Access("Scan", scan.tableName(), scan.indexName()));
            case BatchGetItemRequest batch ->
                    batch.requestItems().keySet().stream()
                            .map(table -> new Access("BatchGetItem", table));
            case BatchWriteItemRequest batch ->
                    batch.requestItems().keySet().stream()
                            .map(table -> new Access("BatchWriteItem", table));
            case TransactGetItemsRequest transaction ->
                    transaction.transactItems().stream()
                            .map(item -> new Access("GetItem", item.get().tableName()));
            case TransactWriteItemsRequest transaction ->
                    transaction.transactItems().stream().flatMap(PolicyGuard::accesses);
            default -> Stream.of(new Access(operation, "*"));
        };
    }

    private static Stream<Access> accesses(TransactWriteItem item) {
        return Stream.of(
                        Optional.ofNullable(item.put())
                                .map(put -> new Access("PutItem", put.tableName())),
                        Optional.ofNullable(item.update())
                                .map(update -> new Access("UpdateItem", update.tableName())),
                        Optional.ofNullable(item.delete())
                                .map(delete -> new Access("DeleteItem", delete.tableName())),
                        Optional.ofNullable(item.conditionCheck())
                                .map(check -> new Access("ConditionCheckItem", check.tableName())))
                .flatMap(Optional::stream);
    }

    private void demand(Access access) {
        String resource = Intrinsics.tableArn(access.table());
        if (access.index() != null) {
            resource += "/index/" + access.index();
        }
        demand("dynamodb:" + access.action(), resource);
        Template.Table table = tables.get(access.table());
        if (table != null && table.key() != null) {
            demand("kms:Decrypt", table.key());
        }
    }

    private void demand(String action, String resource) {
        if (!function.may(action, resource)) {
            throw refusal(action, resource);
        }
    }

    private DynamoDbException refusal(String action, String resource) {
        String message =
                "%s is not authorized to perform %s on %s: its policy in template.yaml does not allow it"
                        .formatted(function.id(), action, resource);
        return (DynamoDbException)
                DynamoDbException.builder()
                        .message(message)
                        .statusCode(400)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .serviceName("DynamoDb")
                                        .errorCode("AccessDeniedException")
                                        .errorMessage(message)
                                        .build())
                        .build();
    }
}
