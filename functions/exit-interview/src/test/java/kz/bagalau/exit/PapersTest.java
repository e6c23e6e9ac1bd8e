package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a territorial unit of the Agency sees of leavers: who of its territory is to be entered
/// from paper, what it needs to know them by, and whether it has entered them.
class PapersTest {

    private static final Map<String, String> ASTANA = Stage.territorial("astana");

    @AutoClose private final Stage stage = new Stage();

    @BeforeEach
    void inNovember() {
        stage.at(Stage.NOVEMBER);
    }

    @Test
    void aUnit_findsThePapersOfAllBodiesOfItsTerritory() {
        String region = onPaper("akimat-region", "of-region");
        String city = onPaper("akimat-city", "of-city");

        assertThat(ids(ASTANA)).containsExactly(city, region);
        assertThat(ids(ASTANA, "akimat-region")).containsExactly(region);
    }

    @Test
    void anotherTerritory_isNeverListed() {
        onPaper("akimat-south", "of-south");

        assertThat(ids(ASTANA)).isEmpty();
        assertThat(list(ASTANA, "akimat-south").status()).isEqualTo(403);
        assertThat(ids(Stage.territorial("turkistan"))).hasSize(1);
    }

    @Test
    void aBodyWithoutTerritory_isListedToNobody_notEvenToAUnitWithoutOne() {
        onPaper("min-digital", "of-the-ministry");

        assertThat(ids(ASTANA)).isEmpty();
        assertThat(list(ASTANA, "min-digital").status()).isEqualTo(403);
        assertThat(list(Stage.claims("unit-0", "territorial"), "").status()).isEqualTo(403);
        assertThat(list(Stage.claims("unit-0", "territorial"), "min-digital").status())
                .isEqualTo(403);
    }

    @Test
    void aBodyOutsideTheDirectory_isRefusedLikeAnyOtherThatIsNotOfTheTerritory() {
        assertThat(list(ASTANA, "no-such-body").status()).isEqualTo(403);
    }

    @Test
    void whoIsInterviewedElectronically_isNeverListed() {
        stage.announce(Stage.leaver("akimat-region", "by-slip"));
        stage.announce(Stage.leaver("akimat-region", "by-login").put("deliver", "LOGIN"));
        stage.announce(Stage.leaver("akimat-region", "by-message").put("deliver", "SMS"));
        stage.leaves("akimat-region", "has-answered", "pay.low");

        assertThat(ids(ASTANA)).isEmpty();
    }

    @Test
    void whoIsNotInterviewed_isNotListed() {
        ObjectNode exempt = Stage.onPaper(Stage.leaver("akimat-region", "exempt"));
        stage.announce(exempt.put("ground", "DISCIPLINE"));
        ObjectNode moved = Stage.onPaper(Stage.leaver("akimat-region", "moved"));
        stage.announce(moved.put("ground", "MOVE_WITHIN"));
        String withdrawn = onPaper("akimat-region", "withdrawn");
        stage.withdraw("akimat-region", withdrawn);

        assertThat(ids(ASTANA)).isEmpty();
    }

    @Test
    void anotherYear_isNotListed() {
        ObjectNode leaver = Stage.onPaper(Stage.leaver("akimat-region", "next-year"));
        stage.announce(leaver.put("leavingOn", "2026-01-12"));

        assertThat(ids(ASTANA)).isEmpty();
    }

    /// Neither why somebody leaves, nor from which unit, nor what was said of them before.
    @Test
    void aPaper_isToldByWhatItIsKnownBy_andByNothingElse() {
        onPaper("akimat-region", "told");

        JsonNode paper = papers(ASTANA).getFirst();

        assertThat(paper.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "body", "person", "leavingOn", "failure", "state");
        assertThat(paper.path("body").asText()).isEqualTo("akimat-region");
        assertThat(paper.path("person").asText()).isEqualTo("told");
        assertThat(paper.path("leavingOn").asText()).isEqualTo("2025-11-28");
        assertThat(paper.at("/failure/document").asText())
                .isEqualTo("Act No. 5 of 20 November 2025");
        assertThat(paper.path("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void whatWasEntered_isMarked_andItsAnswersAreReadByNobody() {
        String id = onPaper("akimat-region", "entered");

        assertThat(enter(id).status()).isEqualTo(201);

        assertThat(states(ASTANA)).containsExactly("ENTERED");
        assertThat(list(ASTANA, "").body().toString()).doesNotContain("exit.q", "answers");
    }

    /// Whether somebody has answered over the network is not shown, though the paper is then
    /// refused.
    @Test
    void aLeaverOnPaperWhoAnswersAfterALogin_isStillWaiting() {
        String id = onPaper("akimat-region", "changed-their-mind");
        ObjectNode interview = Json.object();
        interview.set("answers", Stage.answers("pay.low"));
        int own =
                stage.request("PUT /exit-interviews/mine")
                        .by(Stage.claims("changed-their-mind", "employee"))
                        .body(interview)
                        .send()
                        .status();

        assertThat(own).isEqualTo(201);
        assertThat(states(ASTANA)).containsExactly("WAITING");
        assertThat(enterOther(id).text("code")).isEqualTo("ALREADY_GIVEN");
    }

    @Test
    void afterTheTerm_aPaperIsTooLate() {
        onPaper("akimat-region", "late");
        String entered = onPaper("akimat-region", "in-time");
        enter(entered);

        stage.at(Instant.parse("2026-02-01T05:00:00Z"));

        assertThat(states(ASTANA)).containsExactly("ENTERED", "TOO_LATE");
    }

    /// Who announces for a body reads its list as before, whatever else they are.
    @Test
    void thePersonnelService_readsItsLeaversAsBefore() {
        onPaper("akimat-region", "listed");

        assertThat(list(Stage.hr("akimat-region"), "").body().path("leavers")).hasSize(1);
        assertThat(list(Stage.hr("akimat-city"), "akimat-region").status()).isEqualTo(403);
    }

    private String onPaper(String body, String person) {
        var answer = stage.announce(Stage.onPaper(Stage.leaver(body, person)));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("id");
    }

    private Answer enter(String id) {
        return enter(id, Stage.answers("pay.low"));
    }

    private Answer enterOther(String id) {
        return enter(id, Stage.answers("ethics.conflict"));
    }

    private Answer enter(String id, ObjectNode answers) {
        ObjectNode interview = Json.object();
        interview.set("answers", answers);
        return stage.request("PUT /exit-interviews/{id}/paper")
                .by(ASTANA)
                .path("id", id)
                .body(interview)
                .send();
    }

    private Answer list(Map<String, String> who, String body) {
        Call request = stage.request("GET /exit-interviews").by(who).query("year", "2025");
        return (body.isEmpty() ? request : request.query("body", body)).send();
    }

    private List<JsonNode> papers(Map<String, String> who) {
        return list(who, "").body().path("papers").valueStream().toList();
    }

    private List<String> ids(Map<String, String> who) {
        return papers(who).stream().map(paper -> paper.path("id").asText()).toList();
    }

    private List<String> ids(Map<String, String> who, String body) {
        return list(who, body).body().path("papers").findValuesAsText("id");
    }

    private List<String> states(Map<String, String> who) {
        return papers(who).stream().map(paper -> paper.path("state").asText()).toList();
    }
}
