package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a ballot takes of a table that is paid for by the kilobyte written.
class BallotSizeTest {

    private static final int WRITE_UNIT = 1_024;

    /// The longest names that the API takes.
    private static final String SURVEY = "s".repeat(63);

    private static final String BODY = "b".repeat(63);

    @AutoClose private final Stage stage = new Stage();

    @Test
    void theLargestBallotWithoutTextsIsOneWriteUnit() {
        ObjectNode order = Stage.order(SURVEY, BODY);
        order.putArray("multi").add("q29").add("q32");
        stage.body(BODY, 61, null);
        stage.open(order);
        stage.enrol(SURVEY, BODY, "emp-1");
        ObjectNode answers = Json.object();
        IntStream.rangeClosed(1, 32).forEach(number -> answers.put("q" + number, 1));
        IntStream.rangeClosed(1, 7).forEach(answers.putArray("q29")::add);
        IntStream.rangeClosed(1, 6).forEach(answers.putArray("q32")::add);
        var paper = stage.paper(SURVEY, BODY);
        var issued = stage.token(SURVEY, Stage.employee("emp-1"), paper.request());
        ObjectNode ballot = Stage.ballot(BODY, paper.token(issued), answers);
        ballot.putObject("respondent").put("sex", 1).put("position", 1).put("service", 1);

        assertThat(stage.cast(SURVEY, ballot).status()).isEqualTo(201);

        var items =
                stage.sandbox
                        .dynamo()
                        .scan(scan -> scan.tableName(stage.sandbox.table("Ballots")))
                        .items();
        assertThat(items).hasSize(1);
        assertThat(size(items.getFirst())).isBetween(500, WRITE_UNIT);
    }

    /// The size of an item as DynamoDB counts it.
    private static int size(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case B -> value.b().asByteArray().length;
            // a byte for two digits, rounded up, and one more
            case N -> (value.n().length() + 1) / 2 + 1;
            case L -> 3 + elements(value.l());
            case M -> 3 + value.m().size() + size(value.m());
            default -> throw new IllegalArgumentException("a ballot with " + value.type());
        };
    }

    private static int elements(List<AttributeValue> list) {
        return list.stream().mapToInt(element -> 1 + size(element)).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
