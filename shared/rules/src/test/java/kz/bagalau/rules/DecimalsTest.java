package kz.bagalau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "3.750000, 3.75",
        "5, 5",
        "0.000, 0",
        "100, 100",
        "1E+2, 100",
        "0.0000004, 0",
        "0.0000005, 0.000001",
        "2.3236514522, 2.323651",
        "-0.9259259259, -0.925926",
    })
    void jsonHasAtMostSixDecimalsAndNoTrailingZeros(String value, String json) {
        assertThat(Decimals.plain(new BigDecimal(value))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"4.0625, 4.06", "2.325, 2.33", "5, 5.00", "59.995, 60.00"})
    void peopleSeeTwoDecimals(String value, String shown) {
        assertThat(Decimals.shown(new BigDecimal(value))).isEqualTo(shown);
    }

    @Test
    void aSumOfThirdsFallsOnTheRightSideOfATie() {
        // 1/3 + 1/3 + 1/3 − 0.9999995 = 0.0000005 exactly, 0.00000049…9 with 34 digits
        BigDecimal third = Decimals.divide(BigDecimal.ONE, BigDecimal.valueOf(3));
        BigDecimal tie = third.add(third).add(third).subtract(new BigDecimal("0.9999995"));

        assertThat(tie).isLessThan(new BigDecimal("0.0000005"));
        assertThat(Decimals.points(tie)).isEqualByComparingTo("0.000001");
    }

    @Test
    void thereIsNoQuotientByZero() {
        assertThatThrownBy(() -> Decimals.divide(BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }
}
