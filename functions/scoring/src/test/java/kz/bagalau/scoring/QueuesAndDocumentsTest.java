package kz.bagalau.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.Work;
import kz.bagalau.scoring.s3.S3Documents;
import kz.bagalau.scoring.sqs.SqsWork;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/// Queues and documents of a run on the APIs of SQS and S3, with each function's own rights.
class QueuesAndDocumentsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    @Test
    void aMessageIsSentForEveryBody_howeverManyThereAre() {
        List<String> ids = IntStream.range(0, 43).mapToObj(i -> "body-" + i).toList();
        Work work = within("StartRun", SqsWork::fromEnvironment);

        work.score("run-1", ids);

        Set<String> received = new HashSet<>();
        for (String body : received("ScoreBodies", 43)) {
            assertThat(Json.read(body).path("run").asText()).isEqualTo("run-1");
            received.add(Json.read(body).path("body").asText());
        }
        assertThat(received).isEqualTo(Set.copyOf(ids));
    }

    @Test
    void aRunThatIsOver_isSentToBeFinished() {
        within("FailBody", SqsWork::fromEnvironment).finish("run-2");

        assertThat(received("FinishRuns", 1)).containsExactly("{\"run\":\"run-2\"}");
    }

    @Test
    void whoScoresBodiesCannotAskForMore() {
        Work work = within("ScoreBody", SqsWork::fromEnvironment);

        assertThatIllegalStateException().isThrownBy(() -> work.score("run-1", List.of("body-1")));
    }

    @Test
    void aDocumentIsWrittenOnce_andTheSameAgainChangesNothing() {
        Documents documents = within("ScoreBody", S3Documents::fromEnvironment);
        documents.put("run-1/a.kk.pdf", bytes("one"), "application/pdf");
        documents.put("run-1/a.kk.pdf", bytes("one"), "application/pdf");

        assertThat(documents.find("run-1/a.kk.pdf")).hasValue(bytes("one"));
        assertThatIllegalStateException()
                .isThrownBy(() -> documents.put("run-1/a.kk.pdf", bytes("two"), "application/pdf"));
        assertThat(documents.find("run-1/a.kk.pdf")).hasValue(bytes("one"));
    }

    /// None of them may list the bucket, so that S3 tells them 403 in place of 404.
    @ParameterizedTest
    @ValueSource(strings = {"ScoreBody", "FinishRun", "Results"})
    void aDocumentThatIsNotThere_isNotFound(String function) {
        assertThat(within(function, S3Documents::fromEnvironment).find("run-1/nothing.kk.pdf"))
                .isEmpty();
    }

    /// Longer than what is sent before a refusal arrives.
    @Test
    void aLongDocumentIsWrittenAgainLikeAShortOne() {
        Documents documents = within("ScoreBody", S3Documents::fromEnvironment);
        byte[] content = new byte[3_000_000];

        for (int i = 0; i < 5; i++) {
            documents.put("run-1/long.kk.pdf", content, "application/pdf");
        }

        assertThat(documents.find("run-1/long.kk.pdf")).hasValue(content);
    }

    @Test
    void whoReadsResultsWritesNone() {
        Documents documents = within("Results", S3Documents::fromEnvironment);

        assertThatThrownBy(() -> documents.put("run-1/b.kk.pdf", bytes("x"), "application/pdf"))
                .isInstanceOf(SdkException.class);
    }

    @Test
    void aLongDocumentIsFetchedAtItsAddressWithoutCredentials() throws IOException {
        within("ScoreBody", S3Documents::fromEnvironment)
                .put("run-1/c.kk.pdf", bytes("three"), "application/pdf");

        var address = within("Results", S3Documents::fromEnvironment).address("run-1/c.kk.pdf");

        try (InputStream content = address.toURL().openStream()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes("three"));
        }
    }

    private static <T> T within(String function, Supplier<T> made) {
        return Runtime.with(SANDBOX.runtime(function, Clock.systemUTC()), made);
    }

    private static List<String> received(String queue, int count) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 50 && bodies.size() < count; i++) {
            SANDBOX
                    .sqs()
                    .receiveMessage(request ->
                            request.queueUrl(SANDBOX.queue(queue))
                                    .maxNumberOfMessages(10)
                                    .waitTimeSeconds(1))
                    .messages()
                    .stream()
                    .map(Message::body)
                    .forEach(bodies::add);
        }
        return bodies;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
