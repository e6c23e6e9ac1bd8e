package kz.bagalau.rules;

import static kz.bagalau.rules.Timeline.from;
import static kz.bagalau.rules.Timeline.repealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 2, 10);
    private static final LocalDate SECOND = LocalDate.of(2023, 3, 4);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);

    private final Timeline<Integer> hours =
            Timeline.of(
                    from(FIRST, 9, cite("¶1")),
                    from(SECOND, 8, cite("¶2")),
                    repealed(END, cite("¶3")));

    @Test
    void aValueHoldsFromItsDayUntilTheDayBeforeTheNext() {
        assertThat(hours.on(FIRST).value()).isEqualTo(9);
        assertThat(hours.on(SECOND.minusDays(1)).value()).isEqualTo(9);
        assertThat(hours.on(SECOND).value()).isEqualTo(8);
        assertThat(hours.on(SECOND).citation().paragraph()).isEqualTo("¶2");
        assertThat(hours.on(SECOND.plusDays(1)).value()).isEqualTo(8);
    }

    @Test
    void beforeTheFirstValueItThrows() {
        assertThatThrownBy(() -> hours.on(FIRST.minusDays(1)))
                .isInstanceOf(Timeline.NotInForce.class)
                .hasMessage("no value on 2020-02-09: the first one holds from 2020-02-10 (¶1)");
    }

    @Test
    void fromARepealOnItThrows() {
        assertThat(hours.on(END.minusDays(1)).value()).isEqualTo(8);
        assertThatThrownBy(() -> hours.on(END))
                .isInstanceOf(Timeline.NotInForce.class)
                .hasMessage("no value on 2026-07-01: repealed from 2026-07-01 (¶3)");
        assertThatThrownBy(() -> hours.on(END.plusDays(1))).isInstanceOf(Timeline.NotInForce.class);
    }

    @Test
    void aValueMayComeBackAfterARepeal() {
        var restored =
                Timeline.of(
                        from(FIRST, 9, cite("¶1")),
                        repealed(SECOND, cite("¶2")),
                        from(END, 7, cite("¶3")));

        assertThat(restored.on(END).value()).isEqualTo(7);
    }

    @Test
    void twoEntriesOfOneDayOverlap() {
        assertThatThrownBy(
                        () -> Timeline.of(from(FIRST, 9, cite("¶1")), from(FIRST, 8, cite("¶2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void entriesOutOfOrderThrow() {
        assertThatThrownBy(
                        () -> Timeline.of(from(SECOND, 8, cite("¶2")), from(FIRST, 9, cite("¶1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void aRepealNeedsSomethingToRepeal() {
        assertThatThrownBy(() -> Timeline.of(repealed(FIRST, cite("¶1"))))
                .hasMessageContaining("nothing to repeal");
        assertThatThrownBy(() ->
                        Timeline.of(
                                from(FIRST, 9, cite("¶1")),
                                repealed(SECOND, cite("¶2")),
                                repealed(END, cite("¶3"))))
                .hasMessageContaining("repealed twice");
    }

    @Test
    void anEmptyTimelineIsNone() {
        assertThatThrownBy(Timeline::of).isInstanceOf(IllegalArgumentException.class);
    }

    private static Citation cite(String paragraph) {
        return new Citation("an order", paragraph, null, FIRST, FIRST);
    }
}
