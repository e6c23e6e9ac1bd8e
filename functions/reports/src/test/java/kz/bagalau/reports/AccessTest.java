package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    /// Who may call a route at all.
    private record Right(String function, String route, Set<Role> roles) {
        @Override
        public String toString() {
            return route;
        }
    }

    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> READERS =
            Set.of(Role.AGENCY, Role.DIGITAL, Role.TERRITORIAL, Role.MONITOR, Role.HR);

    private static final Set<Role> WATCHERS =
            Set.of(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR, Role.HR);

    private static final List<Right> RIGHTS =
            List.of(
                    new Right(
                            "ManageSchedule",
                            "PUT /assessment-schedules/{year}",
                            Set.of(Role.AGENCY)),
                    new Right("ManageSchedule", "GET /assessment-schedules/{year}", ANYBODY),
                    new Right("ManageSchedule", "GET /obligations", READERS),
                    new Right("RequestUpload", "POST /reports", Set.of(Role.HR)),
                    new Right(
                            "RequestUpload", "POST /reports/{report}/attachments", Set.of(Role.HR)),
                    new Right("RequestUpload", "GET /reports", READERS),
                    new Right("RequestUpload", "GET /reports/{report}", READERS),
                    new Right("RequestUpload", "GET /report-forms", ANYBODY),
                    new Right("RequestUpload", "GET /report-forms/{file}", ANYBODY),
                    new Right(
                            "ReviewReport",
                            "POST /obligations/{obligation}/findings",
                            Set.of(Role.AGENCY)),
                    new Right(
                            "ReviewReport",
                            "POST /obligations/{obligation}/findings/{finding}/withdrawal",
                            Set.of(Role.AGENCY)),
                    new Right("ReviewReport", "GET /overtime", WATCHERS),
                    new Right("ReviewReport", "GET /overtime/people", WATCHERS),
                    new Right("ReviewReport", "GET /overtime/deviations", Set.of(Role.HR)),
                    new Right(
                            "ReviewReport",
                            "GET /worktime-reports",
                            Set.of(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR)),
                    new Right(
                            "ReviewReport",
                            "POST /reports/{report}/return",
                            Set.of(Role.AGENCY, Role.TERRITORIAL)));

    private static final Stage STAGE = new Stage();

    @BeforeAll
    static void twoBodies() {
        STAGE.body("min-digital", BodyKind.OMO, null);
        STAGE.body("min-other", BodyKind.OMO, null);
        assertThat(STAGE.put(Stage.schedule()).status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    static Stream<Arguments> routesAndRoles() {
        return RIGHTS.stream()
                .flatMap(right ->
                        Arrays.stream(Role.values()).map(role -> Arguments.of(right, role)));
    }

    static List<Right> rights() {
        return RIGHTS;
    }

    @Test
    void everyRoute_standsInTheTable() {
        var template =
                STAGE.sandbox.template().routes().stream()
                        .filter(route ->
                                STAGE.sandbox
                                        .template()
                                        .function(route.function())
                                        .className()
                                        .startsWith("kz.bagalau.reports."))
                        .map(route -> route.function() + " " + route.key());

        assertThat(RIGHTS.stream().map(right -> right.function() + " " + right.route()))
                .containsExactlyInAnyOrderElementsOf(template.toList());
    }

    @ParameterizedTest
    @MethodSource("rights")
    void withoutToken_nobodyIsServed(Right right) {
        assertThat(request(right).send().status()).isEqualTo(401);
    }

    /// The refused get the same answer for what is there and what is not, for good input and bad.
    @ParameterizedTest
    @MethodSource("routesAndRoles")
    void onlyTheNamedRoles_areServed(Right right, Role role) {
        var answer =
                request(right).by(Stage.caller("somebody", "min-digital", role)).raw().status();

        if (right.roles().contains(role)) {
            assertThat(answer).isNotIn(401, 403);
        } else {
            assertThat(answer).isEqualTo(403);
        }
    }

    @Test
    void aPersonnelService_seesItsOwnObligationsAndReportsOnly() {
        for (String route : List.of("GET /obligations", "GET /reports")) {
            var request =
                    STAGE.request(
                                    route.equals("GET /reports")
                                            ? "RequestUpload"
                                            : "ManageSchedule",
                                    route)
                            .query("body", "min-other")
                            .query("year", "2025");

            assertThat(request.by(Stage.HR).send().status()).isEqualTo(403);
            assertThat(request.by(Stage.caller("hr", null, Role.HR)).send().status())
                    .isEqualTo(403);
            assertThat(request.by(Stage.hr("min-other")).send().status()).isEqualTo(200);
            assertThat(request.by(Stage.AGENCY).send().status()).isEqualTo(200);
            assertThat(request.by(Stage.DIGITAL).send().status()).isEqualTo(200);
        }
    }

    @Test
    void aPersonnelService_reportsForItsOwnBodyOnly() {
        assertThat(Upload.of("min-other", "appendix-7").request(STAGE).by(Stage.HR).send().status())
                .isEqualTo(403);
        assertThat(
                        Upload.of("min-digital", "appendix-7")
                                .request(STAGE)
                                .by(Stage.caller("hr", null, Role.HR))
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void anothersReport_doesNotExistForAPersonnelService() {
        String id =
                Upload.of("min-digital", "appendix-7")
                        .request(STAGE)
                        .by(Stage.HR)
                        .send()
                        .text("id");
        var show = STAGE.request("RequestUpload", "GET /reports/{report}").path("report", id);
        var attach =
                STAGE.request("RequestUpload", "POST /reports/{report}/attachments")
                        .path("report", id)
                        .body(Upload.scan("scan.pdf", 1_000));

        assertThat(show.by(Stage.HR).send().status()).isEqualTo(200);
        assertThat(show.by(Stage.AGENCY).send().status()).isEqualTo(200);
        assertThat(show.by(Stage.hr("min-other")).send().status()).isEqualTo(404);
        assertThat(attach.by(Stage.hr("min-other")).send().status()).isEqualTo(404);
        assertThat(attach.by(Stage.HR).send().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "min-digital.2025.00000000000000000000000000000000",
                "min-digital.2025",
                "Min.2025.00000000000000000000000000000000",
                "казақша"
            })
    void anIdThatIsNoReports_isNotFound(String id) {
        assertThat(
                        STAGE.request("RequestUpload", "GET /reports/{report}")
                                .path("report", id)
                                .by(Stage.AGENCY)
                                .send()
                                .status())
                .isEqualTo(404);
        assertThat(
                        STAGE.request("RequestUpload", "POST /reports/{report}/attachments")
                                .path("report", id)
                                .by(Stage.HR)
                                .body(Upload.scan("scan.pdf", 1_000))
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anIdLongerThanAnyKey_isNotFound() {
        anIdThatIsNoReports_isNotFound("m".repeat(3_000));
        anObligationThatIsNone_isNotFound("m".repeat(3_000) + ".appendix-1.2025");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "min-digital.appendix-1.2024",
                "min-digital.appendix-1.2025-Q1",
                "min-digital.appendix-9.2025",
                "nobody.appendix-1.2025",
                "min-digital.appendix-1"
            })
    void anObligationThatIsNone_isNotFound(String id) {
        assertThat(STAGE.finding(id, Stage.AGENCY, "INCORRECT", "1").send().status())
                .isEqualTo(404);
    }

    @Test
    void eachDirection_isReviewedByWhoAnswersForIt() {
        STAGE.at("2026-02-02"); // Monday, everything is overdue
        for (var who : List.of(Stage.HR, Stage.DIGITAL)) {
            assertThat(
                            STAGE.finding("min-digital.appendix-1.2025", who, "UNTIMELY", "1")
                                    .send()
                                    .status())
                    .isEqualTo(403);
        }
        for (var who : List.of(Stage.HR, Stage.AGENCY)) {
            assertThat(
                            STAGE.finding("min-digital.appendix-8.2025", who, "UNTIMELY", "1")
                                    .send()
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(
                        STAGE.finding("min-digital.appendix-8.2025", Stage.DIGITAL, "UNTIMELY", "1")
                                .send()
                                .status())
                .isEqualTo(201);
    }

    private static Call request(Right right) {
        var request =
                STAGE.request(right.function(), right.route())
                        .path("year", "2031")
                        .path("report", "no-such-report")
                        .path("file", "no-such-form.xlsx")
                        .path("obligation", "min-digital.appendix-1.2025")
                        .path("finding", "no-such-finding");
        return switch (right.route()) {
            case "GET /obligations", "GET /reports" ->
                    request.query("body", "min-digital").query("year", "2025");
            case String route when route.startsWith("GET /overtime") ->
                    request.query("body", "min-digital");
            case String route when route.startsWith("GET") -> request;
            default -> request.body("{");
        };
    }
}
