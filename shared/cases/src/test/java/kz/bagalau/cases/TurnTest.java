package kz.bagalau.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final Party SOMEBODY = Party.person("emp-1");

    @Test
    void p54_E64_aReturnedSheetIsTheManagersTask_byTheTermOfTheAct() {
        var tasks = tasks(Flows.KPI_SHEET, "SIGNED", LocalDate.of(2026, 3, 19)); // Thursday

        assertThat(tasks).hasSize(1);
        Task task = tasks.getFirst();
        assertThat(task.event()).isEqualTo("to-commission");
        assertThat(task.rule()).contains("kpi.to-commission");
        assertThat(task.owner()).isEqualTo(SOMEBODY);
        assertThat(task.due()).contains(LocalDate.of(2026, 3, 26));
        assertThat(task.safeDue()).contains(LocalDate.of(2026, 3, 26));
        assertThat(task.provisional()).isFalse();
        assertThat(task.paragraph()).isEqualTo("¶55");
        assertThat(task.act()).startsWith("Almaty region Revision Commission");
    }

    @Test
    void whatTheActIsSilentOn_isATaskWithoutADay() {
        var tasks = tasks(Flows.KPI_SHEET, "DECIDED", LocalDate.of(2026, 3, 19));

        assertThat(tasks).extracting(Task::event).containsExactly("approve");
        assertThat(tasks.getFirst().due()).isEmpty();
        assertThat(tasks.getFirst().rule()).isEmpty();
        assertThat(tasks.getFirst().provisional()).isFalse();
    }

    @Test
    void aDayOfTheDocumentItself_isTheTasksDay() {
        var tasks = tasks(Flows.KPI_SHEET, "AT_COMMISSION", LocalDate.of(2026, 3, 19));

        assertThat(tasks).extracting(Task::event).containsExactly("confirm");
        assertThat(tasks.getFirst().due()).contains(LocalDate.of(2026, 5, 5));
    }

    /// CAL.4, also for the number of days that a body's own act sets.
    @Test
    void aTaskKeepsHowItsDayWasCounted_soThatItMovesWithTheCalendar() {
        Task task = tasks(Flows.KPI_SHEET, "RETURNED", LocalDate.of(2026, 3, 19)).getFirst();
        LocalDate due = task.due().orElseThrow();
        CalendarYear year = WorkingCalendar.published().year(2026);
        List<SpecialDay> days = new ArrayList<>(year.days());
        days.add(new SpecialDay(due, DayKind.SWAP_OFF, new LocalText("д", "в", "off"), "an act"));
        WorkingCalendar corrected =
                WorkingCalendar.published()
                        .with(
                                new CalendarYear(
                                        2026, year.week(), year.status(), year.basis(), days));

        assertThat(task.by(WorkingCalendar.published())).isEqualTo(task);
        assertThat(task.by(corrected).due())
                .contains(WorkingCalendar.published().firstWorkingAfter(due));
        assertThat(task.by(corrected).by(WorkingCalendar.published())).isEqualTo(task);
    }

    @Test
    void beyondTheCalendarThereIsNoDayYet_andATermInADraftYearIsProvisional() {
        var beyond = tasks(Flows.KPI_SHEET, "RETURNED", LocalDate.of(2028, 3, 1)).getFirst();
        var draft = tasks(Flows.KPI_SHEET, "RETURNED", LocalDate.of(2027, 3, 1)).getFirst();

        assertThat(beyond.due()).isEmpty();
        assertThat(beyond.provisional()).isTrue();
        assertThat(beyond.rule()).contains("kpi.resubmit");
        assertThat(draft.due()).isPresent();
        assertThat(draft.provisional()).isTrue();
    }

    @Test
    void p22_marksAreTasksOnlyWhereTheirConditionHolds() {
        Flow flow = Flows.APPRAISAL.flow();
        Document document = document(flow, "FINAL");

        assertThat(
                        Turn.tasks(
                                document,
                                flow,
                                new Always(LocalDate.of(2026, 7, 2)) {
                                    @Override
                                    public Optional<Party> owner(Step step) {
                                        return step.event().equals("upload")
                                                ? Optional.of(SOMEBODY)
                                                : Optional.empty();
                                    }
                                },
                                WorkingCalendar.published()))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.rule()).contains("calibration.upload");
                    assertThat(task.due()).contains(LocalDate.of(2026, 7, 8)); // E46
                });
    }

    @Test
    void aTermThatCannotStartOnTheDayIsABug() {
        assertThatThrownBy(() -> tasks(Flows.APPRAISAL, "WITH_ASSESSOR", LocalDate.of(2026, 3, 30)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appraisal.quarter");
    }

    private static List<Task> tasks(Flows which, String state, LocalDate start) {
        return Turn.tasks(
                document(which.flow(), state),
                which.flow(),
                new Always(start),
                WorkingCalendar.published());
    }

    private static Document document(Flow flow, String state) {
        return new Document(
                new Reference("sheet", "s-1"),
                flow.code(),
                "body",
                "2026",
                Set.of(),
                state,
                1,
                Json.object());
    }

    private static class Always implements Turn {

        private final LocalDate start;

        Always(LocalDate start) {
            this.start = start;
        }

        @Override
        public Optional<Party> owner(Step step) {
            return Optional.of(SOMEBODY);
        }

        @Override
        public LocalDate start(Deadline rule) {
            return start;
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.of(LocalDate.of(2026, 5, 5));
        }
    }
}
