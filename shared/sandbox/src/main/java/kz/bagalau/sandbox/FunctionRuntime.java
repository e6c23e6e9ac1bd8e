package kz.bagalau.sandbox;

import java.time.Clock;
import kz.bagalau.lambda.Runtime;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What one function of template.yaml stands in: exactly its environment, a clock, and a client
/// that refuses what its policy does not allow.
public final class FunctionRuntime implements Runtime {

    private final Template.Function function;
    private final Clock clock;
    private final DynamoDbClient dynamo;

    public FunctionRuntime(
            Template template, Template.Function function, Clock clock, Endpoint endpoint) {
        this.function = function;
        this.clock = clock;
        this.dynamo = endpoint.connect(new PolicyGuard(template, function));
    }

    @Override
    public String env(String name) {
        String value = function.environment().get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "template.yaml gives "
                            + function.id()
                            + " no environment variable "
                            + name
                            + ", only "
                            + function.environment().keySet());
        }
        return value;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }
}
