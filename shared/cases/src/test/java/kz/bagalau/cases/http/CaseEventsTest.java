package kz.bagalau.cases.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CaseEventsTest {

    private static final Caller MANAGER = caller("boss-1");
    private static final Caller HIGHER = caller("boss-2");
    private static final ObjectNode NOTHING = Json.object();

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final DynamoCases cases =
            new DynamoCases(new Table(SANDBOX.dynamo(), SANDBOX.table("Records")));
    private final CaseEvents events =
            new CaseEvents(
                    cases,
                    new Plans(),
                    WorkingCalendar::published,
                    Clock.fixed(Instant.parse("2026-03-19T05:00:00Z"), ZoneOffset.UTC));
    private final Document draft = draft("plan-" + UUID.randomUUID(), "emp-1");

    @Test
    void opened_andOpenedAgain_isOneDocument() {
        assertThat(open(draft)).isEqualTo(Response.created(shown(draft)));
        assertThat(open(draft)).isEqualTo(Response.ok(shown(draft)));
        Document another = draft(draft.reference().id(), "emp-2");

        Response refused =
                events.open(
                        MANAGER,
                        another,
                        "create",
                        NOTHING.deepCopy().put("employee", "emp-2"),
                        List.of(),
                        Optional.empty());

        assertThat(refused).isEqualTo(Problem.changed(shown(draft)));
    }

    @Test
    void anEvent_movesTheDocumentAndItsTasks_andSaysWhatIsRemarked() {
        open(draft);

        Response answer = submit(MANAGER, draft, OptionalLong.of(1));

        Document now = standing();
        assertThat(now.state()).isEqualTo("ON_APPROVAL");
        assertThat(answer).isEqualTo(Response.ok(shown(now).put("warning", "NOT_SIGNED")));
        assertThat(tasks())
                .extracting(Task::event, Task::owner)
                .containsExactly(tuple("approve", Party.person("boss-2")));
    }

    @Test
    void theSameAgain_isNoSecondEvent_whetherAVersionIsNamedOrNot() {
        open(draft);
        submit(MANAGER, draft, OptionalLong.of(1));

        assertThat(submit(MANAGER, standing(), OptionalLong.of(1)))
                .isEqualTo(Response.ok(shown(standing())));
        assertThat(submit(MANAGER, standing(), OptionalLong.empty()))
                .isEqualTo(Response.ok(shown(standing())));
        assertThat(standing().version()).isEqualTo(2);
    }

    @Test
    void whoSawAnotherVersionOrNamesNone_getsWhatStands() {
        open(draft);
        submit(MANAGER, draft, OptionalLong.of(1));
        Response changed = Problem.changed(shown(standing()));

        assertThat(approve(HIGHER, OptionalLong.of(1))).isEqualTo(changed);
        assertThat(approve(HIGHER, OptionalLong.of(3))).isEqualTo(changed);
        assertThat(approve(HIGHER, OptionalLong.empty())).isEqualTo(changed);
        assertThat(standing().state()).isEqualTo("ON_APPROVAL");
    }

    @Test
    void anothersEventIsRefused_alsoToWhomTheVersionIsOld() {
        open(draft);
        submit(MANAGER, draft, OptionalLong.of(1));

        assertThat(approve(MANAGER, OptionalLong.of(2)))
                .isEqualTo(Problem.of(HttpProblem.FORBIDDEN));
        assertThat(approve(MANAGER, OptionalLong.of(1)))
                .isEqualTo(Problem.of(HttpProblem.FORBIDDEN));
        assertThat(approve(caller("stranger"), OptionalLong.of(2)))
                .isEqualTo(Problem.of(HttpProblem.FORBIDDEN));
    }

    @Test
    void whatTheStateDoesNotAllow_namesTheState() {
        open(draft);

        assertThat(approve(HIGHER, OptionalLong.of(1))).isEqualTo(Problem.wrongState("DRAFT"));
    }

    @Test
    void whatTheContentSpeaksAgainst_changesNothing() {
        open(draft);
        Problem problem = Problem.of(HttpProblem.INVALID);

        Response refused =
                events.happen(
                        MANAGER,
                        draft,
                        new Asked("submit", OptionalLong.of(1), NOTHING),
                        _ -> new Decision.Refused(problem));

        assertThat(refused).isEqualTo(problem);
        assertThat(standing()).isEqualTo(draft);
    }

    @Test
    void whoIsOvertakenWhileDeciding_goesThroughItAgain() {
        open(draft);

        Response overtaken =
                events.happen(
                        MANAGER,
                        draft,
                        new Asked("submit", OptionalLong.of(1), NOTHING),
                        allowed -> {
                            submit(MANAGER, draft, OptionalLong.of(1));
                            return Decision.next(draft, "ON_APPROVAL", NOTHING);
                        });

        assertThat(overtaken).isEqualTo(new Response.Retry());
        assertThat(standing().version()).isEqualTo(2);
    }

    private Response open(Document document) {
        return events.open(MANAGER, document, "create", NOTHING, List.of(), Optional.empty());
    }

    private Response submit(Caller by, Document seen, OptionalLong version) {
        return events.happen(
                by,
                seen,
                new Asked("submit", version, Json.object().put("five", true)),
                allowed ->
                        new Decision.Next(
                                allowed.outcomes().getFirst().to(),
                                seen.parties(),
                                seen.content().put("signed", false),
                                List.of(),
                                Json.object().put("warning", "NOT_SIGNED")));
    }

    private Response approve(Caller by, OptionalLong version) {
        return events.happen(
                by,
                standing(),
                new Asked("approve", version, NOTHING),
                _ -> Decision.next(standing(), "APPROVED", standing().content()));
    }

    private Document standing() {
        return cases.find(draft.reference()).orElseThrow();
    }

    private List<Task> tasks() {
        return cases
                .tasks(Party.person("boss-2"), Optional.empty(), Paging.first(100))
                .orElseThrow()
                .items()
                .stream()
                .filter(task -> task.object().equals(draft.reference()))
                .toList();
    }

    private static ObjectNode shown(Document document) {
        return new Plans().shown(MANAGER, document);
    }

    private static Document draft(String id, String employee) {
        return new Document(
                new Reference("kpi-plan", id),
                "kpi-plan",
                "min-digital",
                "2026",
                Set.of(Party.person(employee), Party.person("boss-1")),
                "DRAFT",
                1,
                Json.object().put("employee", employee));
    }

    private static Caller caller(String subject) {
        return new Caller(subject, Set.of(Role.ASSESSOR), Optional.of("min-digital"));
    }

    /// Plans whose managers are always the same two.
    private static final class Plans implements Kind, Turn {

        @Override
        public Flow flow() {
            return Flows.KPI_PLAN.flow();
        }

        @Override
        public Set<Actor> actors(Caller caller, Document document) {
            return switch (caller.subject()) {
                case "boss-1" -> Set.of(Actor.DIRECT_MANAGER);
                case "boss-2" -> Set.of(Actor.HIGHER_MANAGER);
                default -> Set.of();
            };
        }

        @Override
        public Turn turn(Document document) {
            return this;
        }

        @Override
        public Optional<Party> owner(Step step) {
            return Optional.of(
                    Party.person(step.who().contains(Actor.DIRECT_MANAGER) ? "boss-1" : "boss-2"));
        }

        @Override
        public LocalDate start(Deadline rule) {
            return LocalDate.of(2026, 1, 1);
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.empty();
        }

        @Override
        public ObjectNode shown(Caller caller, Document document) {
            return document.content()
                    .put("state", document.state())
                    .put("version", document.version());
        }
    }
}
