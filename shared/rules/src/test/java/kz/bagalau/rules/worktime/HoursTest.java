package kz.bagalau.rules.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoursTest {

    @Test
    void decimalHoursOfASecondOrMore_giveBackTheirSeconds() {
        var random = new Random(40);
        for (int round = 0; round < 10_000; round++) {
            Duration sum =
                    Duration.ofSeconds(round < 4_000 ? round : random.nextLong(3_600_000_000_000L));

            assertThat(Hours.ofDecimal(Hours.decimal(sum))).isEqualTo(sum);
        }
    }

    @Test
    void hoursThatNoWholeSecondsMake_areRefused() {
        assertThatThrownBy(() -> Hours.ofDecimal(new BigDecimal("0.0001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0001");
    }
}
