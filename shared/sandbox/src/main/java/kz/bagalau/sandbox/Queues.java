package kz.bagalau.sandbox;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.lambda.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/// The template's queues on an endpoint. What only a cloud has (encryption, policies) is left to
/// CloudFormation.
public final class Queues {

    private final SqsClient sqs;
    private final Template template;

    public Queues(SqsClient sqs, Template template) {
        this.sqs = sqs;
        this.template = template;
    }

    /// Creates the queues that do not exist yet, those for dead letters first, and sets the others'
    /// times to the template's.
    public void create() {
        List<Template.Queue> order =
                template.queues().values().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Template.Queue queue) -> queue.letters() != null)
                                        .thenComparing(Template.Queue::id))
                        .toList();
        for (Template.Queue queue : order) {
            Map<QueueAttributeName, String> attributes = attributes(queue);
            try {
                sqs.createQueue(request -> request.queueName(queue.name()).attributes(attributes));
            } catch (QueueNameExistsException e) {
                sqs.setQueueAttributes(
                        request -> request.queueUrl(queue.url()).attributes(attributes));
            }
        }
    }

    private static Map<QueueAttributeName, String> attributes(Template.Queue queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibility().toSeconds()));
        attributes.put(
                QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                Long.toString(queue.retention().toSeconds()));
        Template.DeadLetters letters = queue.letters();
        if (letters != null) {
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    Json.write(
                            Json.object()
                                    .put("deadLetterTargetArn", letters.queue())
                                    .put("maxReceiveCount", letters.receives())));
        }
        return attributes;
    }
}
