package kz.bagalau.local.background;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.sandbox.Template;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// What waits in the queues, and the dead letters sent back to the queue they are of.
public final class DeadLetters implements AutoCloseable {

    private final Template template;
    private final SqsClient sqs;

    /// @param source the queue whose dead letters it has; empty for one that has none
    /// @param waiting messages that can be received
    /// @param away messages that somebody has received and not worked off yet
    public record Standing(
            Template.Queue queue, Optional<Template.Queue> source, int waiting, int away) {}

    public DeadLetters(Template template, SqsClient sqs) {
        this.template = template;
        this.sqs = sqs;
    }

    /// All queues, by id.
    public List<Standing> standing() {
        return new TreeMap<>(template.queues()).values().stream().map(this::standing).toList();
    }

    /// Moves all messages of a queue for dead letters to the one they are of, as `aws sqs
    /// start-message-move-task` does.
    ///
    /// @param id logical id of the queue for dead letters
    /// @return how it stood before; empty where there is no such queue for dead letters
    public Optional<Standing> redrive(String id) {
        Optional<Standing> found =
                Optional.ofNullable(template.queues().get(id))
                        .map(this::standing)
                        .filter(queue -> queue.source().isPresent());
        found.filter(queue -> queue.waiting() > 0).ifPresent(this::move);
        return found;
    }

    /// The source is named, because ours are sent there and not moved, so that SQS knows none.
    private void move(Standing letters) {
        sqs.startMessageMoveTask(move ->
                move.sourceArn(letters.queue().arn())
                        .destinationArn(letters.source().orElseThrow().arn()));
    }

    private Standing standing(Template.Queue queue) {
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(queue.url())
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                                QueueAttributeName
                                                        .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        return new Standing(
                queue,
                source(queue),
                count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }

    private Optional<Template.Queue> source(Template.Queue letters) {
        return template.queues().values().stream()
                .filter(queue -> {
                    Template.DeadLetters to = queue.letters();
                    return to != null && to.queue().equals(letters.arn());
                })
                .findFirst();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
