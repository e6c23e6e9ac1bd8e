package kz.bagalau.cases.dynamo;

import java.util.Map;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Tasks as items `tasks#<owner>`, and by the index `tasks#<body>`.
final class TaskItems {

    private TaskItems() {}

    static Item of(Task task) {
        return Item.of(Places.tasks(task.owner()), Places.task(task))
                .with("task", Stored.task(task))
                .with("gsi1pk", Places.tasksOfBody(task.body()))
                .with("gsi1sk", Places.task(task) + "#" + task.owner());
    }

    static Map<String, AttributeValue> key(Task task) {
        return Item.key(Places.tasks(task.owner()), Places.task(task));
    }

    /// The key of the item that stands at this sort key of the index.
    static Map<String, AttributeValue> keyOfIndexed(String sk) {
        int end = sk.lastIndexOf('#');
        return end < 0
                ? Item.key("-", sk)
                : Item.key("tasks#" + sk.substring(end + 1), sk.substring(0, end));
    }
}
