package kz.bagalau.rules.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each flow against a table of its own: a row a state, a column an event, in a cell who may and
/// where it leads, `.` where the event is not possible. The tables are written from the state
/// tables of docs/law, not from the flows.
class FlowsTest {

    private static final Pattern PARAGRAPH =
            Pattern.compile("¶\\d+(\\(\\d+\\))?(, ¶\\d+(\\(\\d+\\))?)*");

    /// @param to empty where the event is not possible in this state
    private record Cell(Flow flow, String state, String event, Set<Actor> who, Set<String> to) {

        @Override
        public String toString() {
            return "%s: %s in %s".formatted(flow.code(), event, state);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCell_stateByEventByRole(Cell cell) {
        Set<Actor> whoEver =
                table(cell.flow()).stream()
                        .filter(other -> other.event().equals(cell.event()))
                        .flatMap(other -> other.who().stream())
                        .collect(Collectors.toSet());
        for (Actor actor : Actor.values()) {
            Move move = cell.flow().move(cell.state(), cell.event(), Set.of(actor));
            if (cell.who().contains(actor)) {
                assertThat(move).as("%s", actor).isInstanceOf(Move.Allowed.class);
                assertThat(((Move.Allowed) move).to()).as("%s", actor).isEqualTo(cell.to());
            } else if (!whoEver.contains(actor)) {
                assertThat(move).as("%s", actor).isEqualTo(new Move.NotYours(whoEver));
            } else if (cell.to().isEmpty()) {
                assertThat(move).as("%s", actor).isEqualTo(new Move.WrongState(cell.state()));
            } else {
                assertThat(move).as("%s", actor).isEqualTo(new Move.NotYours(cell.who()));
            }
        }
        assertThat(cell.flow().move(cell.state(), cell.event(), Set.of()))
                .isEqualTo(new Move.NotYours(whoEver));
    }

    @ParameterizedTest
    @EnumSource
    void theTableHasEveryStateAndEvent(Flows which) {
        Flow flow = which.flow();

        assertThat(table(flow).stream().map(Cell::state).collect(Collectors.toSet()))
                .isEqualTo(withStart(flow));
        assertThat(table(flow).stream().map(Cell::event).collect(Collectors.toSet()))
                .isEqualTo(flow.events());
        assertThat(Flows.named(flow.code())).contains(flow);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReached(Flows which) {
        Flow flow = which.flow();
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(Flow.START));
        while (!open.isEmpty()) {
            String state = open.remove();
            flow.steps().stream()
                    .filter(step -> step.from().equals(state) && reached.add(step.to()))
                    .forEach(step -> open.add(step.to()));
        }

        assertThat(reached).isEqualTo(flow.states());
    }

    @ParameterizedTest
    @EnumSource
    void everyLineIsCited_andItsDoubtIsArguedInTheSpecification(Flows which) {
        String law = read(Path.of("../../docs/law", specification(which)));
        for (Step step : which.flow().steps()) {
            assertThat(step.source().citation().paragraph()).as(step.event()).matches(PARAGRAPH);
            for (Matcher each =
                            Pattern.compile("¶\\d+").matcher(step.source().citation().paragraph());
                    each.find(); ) {
                assertThat(law).as(step.event()).containsPattern(each.group() + "\\b");
            }
            step.source()
                    .doubt()
                    .ifPresent(
                            doubt -> assertThat(law).as(step.event()).contains("| " + doubt + " "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void outcomesOfOneEventAreToldApart(Flows which) {
        Flow flow = which.flow();
        for (String state : withStart(flow)) {
            for (String event : flow.events()) {
                List<Step> outcomes =
                        flow.steps().stream()
                                .filter(step ->
                                        step.from().equals(state) && step.event().equals(event))
                                .toList();
                if (outcomes.size() > 1) {
                    assertThat(outcomes).allMatch(step -> step.when().isPresent());
                    assertThat(outcomes).extracting(Step::when).doesNotHaveDuplicates();
                    assertThat(outcomes)
                            .extracting(Step::who)
                            .containsOnly(outcomes.getFirst().who());
                }
            }
        }
    }

    @Test
    void everyDeadlineOfAnEventStandsInAFlow() {
        Set<Deadline> counted =
                Arrays.stream(Flows.values())
                        .flatMap(which -> which.flow().steps().stream())
                        .flatMap(step ->
                                step.limit() instanceof Limit.Counted(var rule, _)
                                        ? Stream.of(rule)
                                        : Stream.of())
                        .collect(Collectors.toSet());
        Set<Deadline> none = new TreeSet<>(Arrays.asList(Deadline.values()));
        none.removeAll(counted);

        // Of a timetable, of eligibility, of a period's length, of the acts themselves, of keeping.
        assertThat(none)
                .containsExactlyInAnyOrder(
                        Deadline.KPI_NOTIFY_ASSESSORS,
                        Deadline.APPRAISAL_TENURE,
                        Deadline.FLEXIBLE_PERIOD,
                        Deadline.RECORDS_KEEP,
                        Deadline.ACT_SEND_COPY,
                        Deadline.ORDER_TAKES_EFFECT);
    }

    @Test
    void p54_afterAReturnItIsTheManagersTurn_byTheTermOfTheAct() {
        List<Step> turns = Flows.KPI_SHEET.flow().turns("RETURNED");

        assertThat(turns).hasSize(1);
        assertThat(turns.getFirst().who()).containsExactly(Actor.DIRECT_MANAGER);
        assertThat(turns.getFirst().limit())
                .isEqualTo(new Limit.Counted(Deadline.KPI_RESUBMIT, false));
        assertThat(turns.getFirst().source().citation().paragraph()).isEqualTo("¶54");
    }

    @Test
    void p9_theDayOfPublicationIsOurReading_whileTheDayOfScoringIsTheActs() {
        Flow flow = Flows.APPRAISAL.flow();

        assertThat(limit(flow, "WITH_ASSESSOR", "score"))
                .isEqualTo(new Limit.Counted(Deadline.APPRAISAL_QUARTER, false));
        assertThat(limit(flow, "SCORED", "publish"))
                .isEqualTo(new Limit.Counted(Deadline.APPRAISAL_QUARTER, true));
    }

    @Test
    void p44_whatTheActIsSilentOnHasNoTerm() {
        assertThat(limit(Flows.KPI_PLAN.flow(), "ON_APPROVAL", "return"))
                .isEqualTo(new Limit.Silent());
        assertThat(limit(Flows.MONITORING_RESULT.flow(), "PREPARED", "send"))
                .isEqualTo(new Limit.Silent());
    }

    /// What stands in a state that is not named here waits for somebody, or for a day.
    @ParameterizedTest
    @CsvSource({
        "kpi-plan, APPROVED",
        "kpi-sheet, CLOSED",
        "commission, COMPOSED AGREED",
        "commission-meeting, APPROVED",
        "appraisal, NOT_ASSESSED FINAL",
        "yearly-score, FORMED REFORMED",
        "worktime-report, ACCEPTED",
        "monitoring-signal, CLOSED",
        "visit-plan, APPROVED",
        "visit-plan-item, DONE MISSED",
        "visit, CANCELLED DONE",
        "presence-act, SIGNED WITHDRAWN",
        "monitoring-result, ANSWERED",
        "flexible-application, REFUSED WITHDRAWN IN_ACT",
        "flexible-time, CANCELLED ENDED EXPIRED ANNULLED",
        "remote-work, CAUSE_REMOVED ENDED EXPIRED ANNULLED",
        "recall, RETURNED WITHDRAWN",
        "violation, CONFIRMED REJECTED"
    })
    void whatWaitsForNobodyIsSettled(String code, String settled) {
        Flow flow = Flows.named(code).orElseThrow();

        assertThat(flow.states().stream().filter(flow::settled))
                .containsExactlyInAnyOrder(settled.split(" "));
    }

    @Test
    void whatAFlowDoesNotKnowIsABug() {
        Flow flow = Flows.KPI_PLAN.flow();

        assertThatThrownBy(() -> flow.move("SIGNED", "submit", Set.of(Actor.HR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kpi-plan has no state SIGNED");
        assertThatThrownBy(() -> flow.move("DRAFT", "agree", Set.of(Actor.HR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kpi-plan has no event agree");
        assertThat(Flows.named("kpi")).isEmpty();
    }

    static Stream<Cell> cells() {
        return Arrays.stream(Flows.values()).flatMap(which -> table(which.flow()).stream());
    }

    private static Limit limit(Flow flow, String state, String event) {
        return flow.steps().stream()
                .filter(step -> step.from().equals(state) && step.event().equals(event))
                .findFirst()
                .orElseThrow()
                .limit();
    }

    private static Set<String> withStart(Flow flow) {
        Set<String> states = new LinkedHashSet<>(flow.states());
        states.add(Flow.START);
        return states;
    }

    private static String specification(Flows which) {
        return switch (which) {
            case KPI_PLAN, KPI_SHEET, COMMISSION, COMMISSION_MEETING, APPRAISAL, YEARLY_SCORE ->
                    "employee-assessment.md";
            default -> "working-time.md";
        };
    }

    private static List<Cell> table(Flow flow) {
        List<String> lines = lines("%s-cells.csv".formatted(flow.code()));
        List<String> events = List.of(lines.getFirst().split(","));
        return lines.stream().skip(1).flatMap(line -> row(flow, events, line.split(","))).toList();
    }

    private static Stream<Cell> row(Flow flow, List<String> events, String[] cells) {
        assertThat(cells).hasSameSizeAs(events);
        return IntStream.range(1, cells.length)
                .mapToObj(i -> cell(flow, cells[0], events.get(i), cells[i]));
    }

    private static Cell cell(Flow flow, String state, String event, String text) {
        if (text.equals(".")) {
            return new Cell(flow, state, event, Set.of(), Set.of());
        }
        String[] parts = text.split(">");
        return new Cell(
                flow,
                state,
                event,
                Arrays.stream(parts[0].split("\\+"))
                        .map(Actor::valueOf)
                        .collect(Collectors.toSet()),
                Set.of(parts[1].split("\\|")));
    }

    private static List<String> lines(String table) {
        try (InputStream stream =
                Objects.requireNonNull(FlowsTest.class.getResourceAsStream(table), table)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
