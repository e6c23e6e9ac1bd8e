package kz.bagalau.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/// The template's tables on an endpoint. What only a cloud has (encryption, recovery, deletion
/// protection) is left to CloudFormation.
public final class Tables {

    private final DynamoDbClient dynamo;
    private final Template template;

    public Tables(DynamoDbClient dynamo, Template template) {
        this.dynamo = dynamo;
        this.template = template;
    }

    /// Creates the tables that do not exist yet. Throws [IllegalStateException] where one exists
    /// with other keys or indexes than the template's: it was made by another version.
    public void create() {
        for (Template.Table table : template.tables().values()) {
            try {
                check(
                        table,
                        dynamo.describeTable(request -> request.tableName(table.name())).table());
            } catch (ResourceNotFoundException e) {
                create(table);
            }
        }
    }

    /// Deletes the template's tables with everything in them.
    public void delete() {
        for (Template.Table table : template.tables().values()) {
            dynamo.deleteTable(request -> request.tableName(table.name()));
        }
    }

    private void create(Template.Table table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                table.attributeTypes().entrySet().stream()
                                        .map(type ->
                                                AttributeDefinition.builder()
                                                        .attributeName(type.getKey())
                                                        .attributeType(type.getValue())
                                                        .build())
                                        .toList())
                        .keySchema(schema(table.keys()));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
        }
        dynamo.createTable(request.build());
        try (DynamoDbWaiter waiter = DynamoDbWaiter.builder().client(dynamo).build()) {
            waiter.waitUntilTableExists(wait -> wait.tableName(table.name()));
        }
        if (table.ttl() != null) {
            dynamo.updateTimeToLive(ttl ->
                    ttl.tableName(table.name())
                            .timeToLiveSpecification(
                                    spec -> spec.attributeName(table.ttl()).enabled(true)));
        }
    }

    private static GlobalSecondaryIndex index(Template.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.projectedAttributes().isEmpty()) {
                        projection.nonKeyAttributes(index.projectedAttributes());
                    }
                })
                .build();
    }

    private static List<KeySchemaElement> schema(Template.Keys keys) {
        List<KeySchemaElement> schema = new ArrayList<>();
        schema.add(
                KeySchemaElement.builder()
                        .attributeName(keys.hash())
                        .keyType(KeyType.HASH)
                        .build());
        if (keys.range() != null) {
            schema.add(
                    KeySchemaElement.builder()
                            .attributeName(keys.range())
                            .keyType(KeyType.RANGE)
                            .build());
        }
        return schema;
    }

    private static void check(Template.Table table, TableDescription existing) {
        Set<String> wanted = new HashSet<>();
        Set<String> found = new HashSet<>();
        wanted.add("table " + schema(table.keys()));
        found.add("table " + existing.keySchema());
        table.indexes().forEach(index -> wanted.add(index.name() + " " + schema(index.keys())));
        existing.globalSecondaryIndexes()
                .forEach(index -> found.add(index.indexName() + " " + index.keySchema()));
        if (!wanted.equals(found)) {
            throw new IllegalStateException(
                    """
                    The table %s in the store was made by another version of template.yaml.
                    The template has %s
                    the store has    %s
                    Move the data folder away, or start with another one (BAGALAU_DATA).\
                    """
                            .formatted(table.id(), wanted, found));
        }
    }
}
