package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void countsThoseForWhichThereWasSomethingToDo() {
        assertThat(Batch.of(List.of("a", "b", "c"), name -> name, name -> !name.equals("b")))
                .isEqualTo(2);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromTheirTurn_andTheRunFailsAtItsEnd() {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() ->
                        Batch.of(
                                List.of("a", "b", "c"),
                                name -> name,
                                name -> {
                                    seen.add(name);
                                    if (!name.equals("c")) {
                                        throw new IllegalStateException(name);
                                    }
                                    return true;
                                }))
                .hasMessage("a")
                .satisfies(failure ->
                        assertThat(failure.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .containsExactly("b"));
        assertThat(seen).containsExactly("a", "b", "c");
    }

    @Test
    void ofMessages_whatFailsOrIsLeftComesAgain_andNothingElse() {
        SQSEvent event = new SQSEvent();
        event.setRecords(
                Stream.of("done", "left", "fails", "last").map(BatchTest::message).toList());
        List<String> seen = new ArrayList<>();

        SQSBatchResponse response =
                Batch.messages(
                        "Test",
                        event,
                        message -> {
                            seen.add(message.getMessageId());
                            if (message.getMessageId().equals("fails")) {
                                throw new IllegalStateException();
                            }
                            return !message.getMessageId().equals("left");
                        });

        assertThat(seen).containsExactly("done", "left", "fails", "last");
        assertThat(response.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("left", "fails");
    }

    private static SQSEvent.SQSMessage message(String id) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        return message;
    }
}
