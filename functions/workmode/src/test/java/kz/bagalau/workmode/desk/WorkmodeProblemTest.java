package kz.bagalau.workmode.desk;

import static org.assertj.core.api.Assertions.assertThat;

import kz.bagalau.rules.workmode.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkmodeProblemTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultThatRefusesHasACode(Fault fault) {
        if (fault.weight() != Fault.Weight.WARNING) {
            WorkmodeProblem code = WorkmodeProblem.of(fault);
            assertThat(code.status())
                    .isEqualTo(fault.weight() == Fault.Weight.CONFLICT ? 409 : 400);
        }
    }
}
