package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.Written;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Move;

/// The events of one kind of document, each answered in the same order: the same request sent again
/// is 200 without a second effect; 403 for an event that is another's; 409 `CHANGED` with what
/// stands where the caller saw another version; 409 `WRONG_STATE`; what the content speaks against;
/// and then the change, in one transaction with its tasks.
public final class CaseEvents {

    /// How a change is written, with what a capability writes beside it.
    @FunctionalInterface
    public interface Writing {

        /// Empty where something else was written meanwhile: the request is gone through again.
        Optional<Written> write(Change change);
    }

    /// How many files that the document did not name before one request may name: each is written
    /// in the transaction of the change.
    private static final int MOST_FILES = 50;

    private final Cases cases;
    private final Writing writing;
    private final Kind kind;
    private final Supplier<WorkingCalendar> calendar;
    private final Clock clock;

    /// @param calendar asked for when a change opens tasks
    public CaseEvents(Cases cases, Kind kind, Supplier<WorkingCalendar> calendar, Clock clock) {
        this(cases, change -> Optional.of(cases.perform(change)), kind, calendar, clock);
    }

    /// The same, with changes that are written in the capability's own way.
    public CaseEvents(
            Cases cases,
            Writing writing,
            Kind kind,
            Supplier<WorkingCalendar> calendar,
            Clock clock) {
        this.cases = cases;
        this.writing = writing;
        this.kind = kind;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// Opens a document. 201 with it; 200 where the same person opened the same before; 409
    /// `CHANGED` where another document has this id.
    ///
    /// @param first its first version
    /// @param key under which the reply is kept
    public Response open(
            Caller caller,
            Document first,
            String event,
            ObjectNode asked,
            List<Message> messages,
            Optional<Idempotency.Key> key) {
        Act act = new Act(event, caller.subject(), clock.instant(), asked);
        List<String> files = newFiles(Json.object(), first.content());
        Optional<Problem> strange = strange(caller, files, act);
        if (strange.isPresent()) {
            return strange.get();
        }
        ObjectNode answer = kind.shown(caller, first);
        var reply = key.map(kept -> kept.reply(201, Json.write(answer)));
        var written = writing.write(new Change(first, act, tasks(first), messages, reply, files));
        if (written.isEmpty()) {
            return new Response.Retry();
        }
        return switch (written.get()) {
            case Written.Stored _ -> Response.created(answer);
            case Written.Again(var current) -> Response.ok(kind.shown(caller, current));
            case Written.Conflict(var current) -> Problem.changed(kind.shown(caller, current));
            case Written.Destroyed(var tombstone) -> CaseProblem.destroyed(tombstone);
            case Written.CarriedOut() -> new Response.Retry();
        };
    }

    /// Adds a part to a document: a creating request, which names no version. 201 with the remarks
    /// of the decision.
    ///
    /// @param key under which the reply is kept
    public Response add(
            Caller caller,
            Document seen,
            String event,
            ObjectNode asked,
            Optional<Idempotency.Key> key,
            Function<Move.Allowed, Decision> decide) {
        return switch (kind.flow().move(seen.state(), event, kind.actors(caller, seen))) {
            case Move.NotYours _ -> caller.refusal();
            case Move.WrongState(var state) -> Problem.wrongState(state);
            case Move.Allowed allowed ->
                    switch (decide.apply(allowed)) {
                        case Decision.Refused(var problem) -> problem;
                        case Decision.Next next -> add(caller, seen, event, asked, key, next);
                    };
        };
    }

    private Response add(
            Caller caller,
            Document seen,
            String event,
            ObjectNode asked,
            Optional<Idempotency.Key> key,
            Decision.Next decided) {
        Document next = seen.next(decided.state(), decided.parties(), decided.content());
        Act act = new Act(event, caller.subject(), clock.instant(), asked);
        var reply = key.map(kept -> kept.reply(201, Json.write(decided.remarks())));
        var written = writing.write(new Change(next, act, tasks(next), decided.messages(), reply));
        return written.filter(Written.Stored.class::isInstance).isPresent()
                ? Response.created(decided.remarks())
                : new Response.Retry();
    }

    /// A change of a document of this kind that happens together with another's.
    public Change along(Caller caller, Document next, String event, ObjectNode asked) {
        Act act = new Act(event, caller.subject(), clock.instant(), asked);
        return new Change(next, act, tasks(next));
    }

    /// Lets an event of a document happen.
    ///
    /// @param seen the document as it was just read
    /// @param decide what becomes of it, once the flow allows it
    public Response happen(
            Caller caller, Document seen, Asked asked, Function<Move.Allowed, Decision> decide) {
        return happen(caller, seen, seen.state(), asked, decide);
    }

    /// Lets an event of a part of a document happen, which has a state of its own.
    ///
    /// @param of the state of that part
    public Response happen(
            Caller caller,
            Document seen,
            String of,
            Asked asked,
            Function<Move.Allowed, Decision> decide) {
        Act act = new Act(asked.event(), caller.subject(), clock.instant(), asked.asked());
        var move = kind.flow().move(of, asked.event(), kind.actors(caller, seen));
        Optional<Written> overtaken = overtaken(seen, asked.version(), act);
        if (overtaken.isPresent() && overtaken.get() instanceof Written.Again(var current)) {
            return Response.ok(kind.shown(caller, current));
        }
        if (move instanceof Move.NotYours) {
            return caller.refusal();
        }
        if (overtaken.isPresent()) {
            return Problem.changed(kind.shown(caller, seen));
        }
        return switch (move) {
            case Move.NotYours _ -> caller.refusal();
            case Move.WrongState(var state) -> Problem.wrongState(state);
            case Move.Allowed allowed ->
                    switch (decide.apply(allowed)) {
                        case Decision.Refused(var problem) -> problem;
                        case Decision.Next next -> perform(caller, seen, act, next);
                    };
        };
    }

    /// Where no version is named, only the last event itself, sent again, is not overtaken.
    private Optional<Written> overtaken(Document seen, OptionalLong version, Act act) {
        return cases.overtaken(seen, version.orElse(seen.version() - 1), act);
    }

    private Response perform(Caller caller, Document seen, Act act, Decision.Next decided) {
        Document next = seen.next(decided.state(), decided.parties(), decided.content());
        List<String> files = newFiles(seen.content(), next.content());
        Optional<Problem> strange = strange(caller, files, act);
        if (strange.isPresent()) {
            return strange.get();
        }
        var written =
                writing.write(
                        new Change(
                                next,
                                act,
                                tasks(next),
                                decided.messages(),
                                Optional.empty(),
                                files));
        if (written.isEmpty()) {
            return new Response.Retry();
        }
        return switch (written.get()) {
            case Written.Stored(var stored) ->
                    Response.ok(kind.shown(caller, stored).setAll(decided.remarks()));
            case Written.Again(var current) -> Response.ok(kind.shown(caller, current));
            // Gone through again from the start: what stands now may not be this caller's to see
            case Written.Conflict _, Written.CarriedOut(), Written.Destroyed _ ->
                    new Response.Retry();
        };
    }

    private static List<String> newFiles(ObjectNode before, ObjectNode next) {
        Set<String> known = NamedFiles.in(before).keySet();
        return NamedFiles.in(next).keySet().stream().filter(id -> !known.contains(id)).toList();
    }

    /// What keeps files from being named: they are not this caller's, or more than one transaction
    /// holds.
    private Optional<Problem> strange(Caller caller, List<String> files, Act act) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> pointers = NamedFiles.in(act.asked());
        if (files.size() > MOST_FILES) {
            return Optional.of(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            pointers.getOrDefault(files.get(MOST_FILES), ""),
                                            FieldProblem.TOO_MANY,
                                            Integer.toString(MOST_FILES)))));
        }
        List<Problem.Error> errors =
                cases.notToBeNamed(files, caller).stream()
                        .map(id ->
                                new Problem.Error(
                                        pointers.getOrDefault(id, ""),
                                        HttpProblem.UNKNOWN_DOCUMENT,
                                        id))
                        .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    private List<Task> tasks(Document document) {
        return Turn.tasks(document, kind.flow(), kind.turn(document), calendar.get());
    }
}
