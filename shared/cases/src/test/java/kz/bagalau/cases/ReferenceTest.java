package kz.bagalau.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"kpi-sheet~k-1", "appraisal~A.b_c-9", "a~b"})
    void anObjectIdNamesADocument(String id) {
        assertThat(Reference.ofObjectId(id)).map(Reference::objectId).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~", "kpi-sheet", "kpi-sheet~", "~k-1", "a~b~c", "a#b", "a~b#c", "a~ b"})
    void whatIsNoObjectIdNamesNone(String id) {
        assertThat(Reference.ofObjectId(id)).isEmpty();
    }

    @Test
    void anObjectIdNeedsNoEscapeInAnAddress() {
        assertThat(new Reference("kpi-sheet", "k-1").objectId()).matches("[A-Za-z0-9._~-]+");
    }
}
