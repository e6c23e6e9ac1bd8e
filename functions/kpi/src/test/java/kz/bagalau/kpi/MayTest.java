package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What a document says its reader may do, so that a page offers that and nothing else.
class MayTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Office office = new Office(SANDBOX);

    @Test
    void aPlan_saysItToEachByTheCase() {
        String plan = office.planIn("ON_APPROVAL");

        assertThat(may("/kpi-plans/" + plan, office.manager)).containsExactly("sign");
        assertThat(may("/kpi-plans/" + plan, office.employee)).containsExactly("sign");
        assertThat(may("/kpi-plans/" + plan, office.higher)).containsExactly("approve", "return");
        assertThat(may("/kpi-plans/" + plan, office.hr)).isEmpty();
    }

    @Test
    void aSheet_saysItToEachByTheCase() {
        String sheet = "/kpi-sheets/" + office.sheetIn("RETURNED");

        assertThat(may(sheet, office.manager)).containsExactly("fill", "sign", "resubmit");
        assertThat(may(sheet, office.higher)).isEmpty();
        assertThat(may(sheet, office.employee)).containsExactly("sign");
    }

    @Test
    void ofAnAppealedSheet_itIsWhatTheAppealHasComeTo() {
        String sheet = office.sheetIn("APPEALED");
        String appeal = office.document(Desk.SHEET, sheet).content().at("/appeals/0/id").asText();
        assertThat(may("/appeals/" + appeal, office.agency)).containsExactly("propose", "leave");
        assertThat(may("/appeals/" + appeal, office.hr)).isEmpty();
        assertThat(may("/kpi-sheets/" + sheet, office.head)).isEmpty();

        Office.ok(
                office.post(
                        "/appeals/" + appeal + "/decide",
                        office.agency,
                        office.at(Desk.SHEET, sheet)
                                .put("outcome", "PROPOSE_REVIEW")
                                .put("number", "1")
                                .put("date", office.today.toString())));

        assertThat(may("/appeals/" + appeal, office.agency)).isEmpty();
        assertThat(may("/kpi-sheets/" + sheet, office.head)).containsExactly("cancel", "decline");
    }

    @Test
    void aCommission_namesItsPeople_andAsksOnlyItsChairToAgree() {
        office.commission();
        String sheet = office.sheetIn("AT_COMMISSION");
        Office.ok(office.put("/commissions/main/timetable", office.hr, office.timetable(sheet)));

        assertThat(may("/commissions/main", office.chair)).containsExactly("agree");
        assertThat(may("/commissions/main", office.secretary)).isEmpty();
        assertThat(may("/commissions/main", office.head)).containsExactly("compose");
        JsonNode names = office.get("/commissions/main", office.secretary).body().path("names");
        assertThat(names.path("chair").asText()).isEqualTo("Person chair");
        assertThat(names.path("member-2").asText()).isEqualTo("member-2");
    }

    @Test
    void aMeeting_isTheHeadsToApprove_once_andNamesWhoSat() {
        String sheet = office.sheetIn("DECIDED");
        String meeting =
                "/commission-meetings/"
                        + office.document(Desk.SHEET, sheet)
                                .content()
                                .at("/rounds/0/meeting")
                                .asText();

        assertThat(may(meeting, office.head)).containsExactly("approve");
        assertThat(may(meeting, office.secretary)).isEmpty();
        assertThat(office.get(meeting, office.secretary).body().at("/names/member-1").asText())
                .isEqualTo("Person member-1");
        String id = meeting.substring(meeting.lastIndexOf('/') + 1);
        Office.ok(
                office.post(
                        meeting + "/approve",
                        office.head,
                        office.at(Desk.MEETING, id).put("on", office.today.toString())));
        assertThat(may(meeting, office.head)).isEmpty();
    }

    private List<String> may(String path, Caller caller) {
        JsonNode shown = Office.ok(office.get(path, caller)).body();
        List<String> may = new ArrayList<>();
        shown.path("may").forEach(event -> may.add(event.asText()));
        assertThat(shown.has("may")).as(Json.write(shown)).isTrue();
        return may;
    }
}
