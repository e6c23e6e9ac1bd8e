package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlipCodeTest {

    @Test
    void aCodeTypedAsPeopleType_hasTheHashThatWasKept() {
        SlipCode code = SlipCode.random();

        assertThat(SlipCode.hash(" " + code.text().toLowerCase(Locale.ROOT))).contains(code.hash());
        assertThat(SlipCode.hash(code.text().replace("-", ""))).contains(code.hash());
    }

    @Test
    void twoCodes_areNotTheSame() {
        assertThat(Stream.generate(SlipCode::random).limit(1000).distinct()).hasSize(1000);
    }

    @Test
    void whatCannotBeACode_hasNoHash() {
        assertThat(SlipCode.hash("0123-4567-89AB")).isEmpty();
        assertThat(SlipCode.hash("")).isEmpty();
    }
}
