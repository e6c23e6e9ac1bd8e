package kz.bagalau.survey.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+77011234567",
                "87011234567",
                "7011234567",
                "+7 701 123 45 67",
                "8 701 123 45 67",
                "8-701-123-45-67",
                "8(701)123-45-67",
                "+7 (701) 123 45 67",
                "+7 (7172) 74-12-34",
                "8 7172 74 12 34",
                "(701) 123-45-67",
                "8 . 747 . 1234567",
                "+7\u00a0701\u2011123\u201345\u201467",
                "8_777_123_45_67",
                "880101300123",
                "880101 300123",
                "880101-300-123",
                "88 01 01 30 01 23",
                "8801.0130.0123",
                "aigul.s@gov.kz",
                "Aigul_S+1@mail.example.com",
                "айгүл@пошта.қаз",
                "aigul @ mail.kz",
            })
    void numbersAndAddressesOfAPersonAreMasked(String secret) {
        assertThat(Masking.mask(secret)).isEqualTo(Masking.MASK);
        assertThat(Masking.mask("Маған " + secret + " жазыңыз."))
                .isEqualTo("Маған " + Masking.MASK + " жазыңыз.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35 сағат артық жұмыс, 2025 жылы 12 рет",
                "№ 57/НҚ және № 46 бұйрықтың 40-тармағы",
                "с 09:00 до 18:30, 2025-11-03",
                "зарплата 250 000 теңге",
                "@ белгісі, а не адрес",
                "1234567890123",
            })
    void otherNumbersStay(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Test
    void severalInOneTextAreAllMasked() {
        assertThat(Masking.mask("ЖСН 880101300123, тел. 87011234567 87017654321; a@b.kz/c@d.kz"))
                .isEqualTo("ЖСН [•••], тел. [•••] [•••]; [•••]/[•••]");
        assertThat(Masking.mask("1) 880101 300123 2) 8 701 123 45 67"))
                .doesNotContain("880101", "300123", "701", "123");
    }
}
