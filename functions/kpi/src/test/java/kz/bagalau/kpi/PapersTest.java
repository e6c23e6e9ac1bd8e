package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.bagalau.cases.Reference;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
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

    /// ¶63: before the meeting, from the documents that are supplied on.
    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void p63_theDraftProtocol_isTheSameBytesEachTime(String language) {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.commission();
        String day = "/commissions/main/timetable/" + office.today;
        assertThat(office.get(day + ".pdf", office.hr).status()).isEqualTo(404);
        office.prepare(sheet);

        byte[] once = pdf(day, language);

        assertThat(new String(once, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf(day, language)).isEqualTo(once);
        assertThat(office.get(day, office.hr).status()).isEqualTo(404);
        assertThat(office.get("/commissions/main/timetable/x.pdf", office.hr).status())
                .isEqualTo(404);
    }

    @Test
    void p63_theDraftIsForTheCommissionsPeople_andEachSheetInItIsRead() {
        String sheet = office.sheetIn("AT_COMMISSION");
        office.prepare(sheet);
        String draft = "/commissions/main/timetable/" + office.today + ".pdf";
        long before = readings(sheet);

        for (Caller reader : List.of(office.hr, office.head, office.chair, office.secretary)) {
            assertThat(office.call("GET", draft, reader).raw().status())
                    .as(reader.subject())
                    .isEqualTo(200);
        }
        assertThat(readings(sheet)).isEqualTo(before + 4);
        assertThat(office.get(draft, office.manager).status()).isEqualTo(403);
        assertThat(office.get(draft, office.employee).status()).isEqualTo(403);
        Caller ownsIt = office.caller(office.employee.subject(), Role.COMMISSION);
        assertThat(office.get(draft, ownsIt).status()).isEqualTo(404);
        assertThat(readings(sheet)).isEqualTo(before + 4);
    }

    private long readings(String sheet) {
        return office.cases().trail(new Reference(Desk.SHEET, sheet)).entries().stream()
                .filter(entry -> entry.text().contains("\"event\":\"read\""))
                .count();
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
