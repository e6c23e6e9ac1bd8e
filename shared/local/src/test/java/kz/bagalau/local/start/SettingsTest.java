package kz.bagalau.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void withoutAWordTheExampleDataHaveTheirOwnBodiesOnly() {
        assertThat(Settings.of(Map.of()).demo()).isTrue();
        assertThat(Settings.of(Map.of()).demoBodies()).isZero();
    }

    @Test
    void furtherBodiesAreAsManyAsAreAskedFor() {
        assertThat(Settings.of(Map.of("BAGALAU_DEMO_BODIES", "2000")).demoBodies()).isEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "10000"})
    void aNumberOfBodiesThatIsNoneIsToldAtTheStart(String bodies) {
        Map<String, String> environment = Map.of("BAGALAU_DEMO_BODIES", bodies);

        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> Settings.of(environment))
                .withMessageContaining("BAGALAU_DEMO_BODIES");
    }
}
