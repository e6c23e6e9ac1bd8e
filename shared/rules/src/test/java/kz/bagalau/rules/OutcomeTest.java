package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    @Test
    void pointsByHandNeedABasisAndStayWithinTheMaximum() {
        assertThat(new Outcome.Manual(FIVE, FIVE, "an inspection", "doc-1").points())
                .isEqualByComparingTo("5");
        assertThatThrownBy(() -> new Outcome.Manual(FIVE, FIVE, " ", "doc-1"))
                .hasMessageContaining("basis");
        assertThatThrownBy(() -> new Outcome.Manual(BigDecimal.TEN, FIVE, "an inspection", "doc-1"))
                .hasMessageContaining("0…5");
    }

    @Test
    void incompleteNamesWhatIsMissing() {
        assertThatThrownBy(() -> new Outcome.Incomplete(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCitationNamesItsParagraph() {
        LocalDate day = LocalDate.of(2023, 3, 4);
        assertThatThrownBy(() -> new Citation("an order", "", null, day, day))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
