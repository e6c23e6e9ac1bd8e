package kz.bagalau.rules.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.vote.Appeal.Forum;
import kz.bagalau.rules.vote.Appeal.Outcome;
import kz.bagalau.rules.vote.Appeal.Timeliness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest(name = "{0} {1} {2} → {3}: {4}")
    @CsvSource({
        // E73: decided on Wednesday 29 April 2026, the tenth working day is Monday 18 May
        "E73,  CIVIL_SERVICE_BODY,  2026-04-29, 2026-04-29, IN_TIME",
        "E73,  CIVIL_SERVICE_BODY,  2026-04-29, 2026-05-18, IN_TIME",
        "E73,  CIVIL_SERVICE_BODY,  2026-04-29, 2026-05-19, LATE",
        // E74: informed on 22 October, counted from the decision of Monday 20 October 2025
        "E74,  CIVIL_SERVICE_BODY,  2025-10-20, 2025-11-04, IN_TIME",
        "E74,  CIVIL_SERVICE_BODY,  2025-10-20, 2025-11-05, LATE",
        // E123: decided on Monday 1 June 2026, approved after the window has ended
        "E123, CIVIL_SERVICE_BODY,  2026-06-01, 2026-06-15, IN_TIME",
        "E123, CIVIL_SERVICE_BODY,  2026-06-01, 2026-06-16, LATE",
        "¶70,  COURT_ON_COMMISSION, 2026-06-01, 2029-06-01, NO_TERM",
        "¶11,  ADMINISTRATIVE,      2026-06-01, 2026-12-01, NO_TERM",
        "¶11,  COURT_ON_SESSION,    2026-06-01, 2026-12-01, NO_TERM",
        "-,    CIVIL_SERVICE_BODY,  2027-12-30, 2028-01-03, UNKNOWN"
    })
    void theWindowRunsFromTheDecision(
            String example, Forum forum, LocalDate decided, LocalDate filed, Timeliness expected) {
        assertThat(new Appeal(forum, decided, filed).timeliness(calendar))
                .as(example)
                .isEqualTo(expected);
    }

    @Test
    void p69_theCivilServiceBodyOnlyProposes_whatACourtCancels() {
        assertThat(Forum.CIVIL_SERVICE_BODY.outcomes())
                .containsExactlyInAnyOrder(Outcome.PROPOSED, Outcome.LEFT);
        assertThat(Forum.COURT_ON_COMMISSION.outcomes())
                .containsExactlyInAnyOrder(Outcome.CANCELLED, Outcome.LEFT);
        assertThat(Arrays.stream(Outcome.values()).filter(outcome -> !outcome.ends()))
                .containsExactly(Outcome.PROPOSED);
    }

    @Test
    void p11_afterASessionAScoreIsSetOrAnotherSessionFollows() {
        assertThat(Forum.ADMINISTRATIVE.outcomes())
                .containsExactlyInAnyOrder(Outcome.LEFT, Outcome.NEW_SESSION, Outcome.SCORE_SET)
                .isEqualTo(Forum.COURT_ON_SESSION.outcomes());
    }

    @Test
    void everyForumIsCited() {
        assertThat(Forum.values())
                .extracting(forum -> forum.citation().paragraph())
                .containsExactly("¶69", "¶70", "¶11", "¶11");
    }

    @Test
    void anAppealFollowsWhatItIsAgainst() {
        var day = LocalDate.of(2026, 6, 1);

        assertThatThrownBy(() -> new Appeal(Forum.CIVIL_SERVICE_BODY, day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
