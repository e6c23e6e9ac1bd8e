package kz.bagalau.lambda.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
}
