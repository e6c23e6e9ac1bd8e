package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PapersTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void planSheetAndProtocol_areTheSameBytesEachTime(String language) {
        String sheet = office.sheetIn("INFORMED");
        String meeting = office.body + ".1";

        for (String path :
                new String[] {
                    "/kpi-plans/" + sheet, "/kpi-sheets/" + sheet, "/commission-meetings/" + meeting
                }) {
            byte[] once = pdf(path, language);
            assertThat(new String(once, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(pdf(path, language)).as(path).isEqualTo(once);
        }
    }

    private byte[] pdf(String path, String language) {
        var call = office.call("GET", path + ".pdf", office.hr).query("lang", language);
        return call.bytes();
    }

    @Test
    void papersAreForTheSameReaders() {
        String sheet = office.sheetIn("DECIDED");

        assertThat(office.get("/kpi-sheets/" + sheet + ".pdf", office.colleague).status())
                .isEqualTo(404);
        assertThat(
                        office.get("/commission-meetings/" + office.body + ".1.pdf", office.agency)
                                .status())
                .isEqualTo(404);
        assertThat(
                        office.call("GET", "/kpi-plans/" + sheet + ".pdf", office.hr)
                                .query("lang", "de")
                                .send()
                                .codes())
                .containsExactly("NOT_ALLOWED");
    }
}
