package kz.bagalau.rules.flow;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Rows;
import kz.bagalau.rules.calendar.Deadline;

/// The life of a kind of document. A document keeps the flow that it was opened under: an amended
/// act is another table beside this one.
///
/// @param code under which a document names its flow, such as `kpi-sheet`
/// @param steps in the order of the table
public record Flow(String code, List<Step> steps) {

    /// The state of a document that does not exist yet.
    public static final String START = "-";

    private static final String NONE = "-";
    private static final String EVERY_STATE = "*";
    private static final String SAME_STATE = "=";
    private static final int CELLS = 11;

    public Flow {
        steps = List.copyOf(steps);
    }

    /// Reads a table of this package: from, event, who, to, when, call, basis, paragraph, doubt,
    /// term, basis of the term. `*` is every state but the one it leads to, `=` the same state.
    /// Throws [IllegalStateException] or [IllegalArgumentException] where the table is wrong.
    static Flow read(String code, Function<String, Citation> act) {
        List<List<String>> rows = Rows.of(Flow.class, code + ".csv", CELLS);
        Set<String> states = new LinkedHashSet<>();
        for (List<String> row : rows) {
            list(row.getFirst())
                    .filter(state -> !state.equals(START) && !state.equals(EVERY_STATE))
                    .forEach(states::add);
            if (!row.get(3).equals(SAME_STATE)) {
                states.add(row.get(3));
            }
        }
        return new Flow(code, rows.stream().flatMap(row -> steps(row, states, act)).toList());
    }

    /// In the order of the table, without [#START].
    public Set<String> states() {
        return distinct(
                steps.stream()
                        .flatMap(step -> Stream.of(step.from(), step.to()))
                        .filter(state -> !state.equals(START)));
    }

    public Set<String> events() {
        return distinct(steps.stream().map(Step::event));
    }

    /// Everybody who does something in this flow.
    public Set<Actor> actors() {
        return steps.stream()
                .flatMap(step -> step.who().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What somebody who is all of `who` may do in a state. Who may never do a thing is refused
    /// before the state is looked at. Throws [IllegalArgumentException] for an event or a state
    /// that this flow does not know.
    public Move move(String state, String event, Set<Actor> who) {
        if (!state.equals(START) && !states().contains(state)) {
            throw new IllegalArgumentException(code + " has no state " + state);
        }
        List<Step> of = steps.stream().filter(step -> step.event().equals(event)).toList();
        if (of.isEmpty()) {
            throw new IllegalArgumentException(code + " has no event " + event);
        }
        if (of.stream().noneMatch(step -> isFor(step, who))) {
            return new Move.NotYours(whose(of));
        }
        List<Step> here = of.stream().filter(step -> step.from().equals(state)).toList();
        if (here.isEmpty()) {
            return new Move.WrongState(state);
        }
        List<Step> theirs = here.stream().filter(step -> isFor(step, who)).toList();
        return theirs.isEmpty() ? new Move.NotYours(whose(here)) : new Move.Allowed(theirs);
    }

    /// What somebody who is all of `who` may do in a state, by the names of the events and in the
    /// order of the table. The content may still speak against it.
    public Set<String> open(String state, Set<Actor> who) {
        return distinct(
                steps.stream()
                        .filter(step -> step.from().equals(state) && isFor(step, who))
                        .map(Step::event));
    }

    /// Whose turn it is in a state: each is a task with its owner and its term.
    public List<Step> turns(String state) {
        return steps.stream()
                .filter(step -> step.from().equals(state) && step.call() == Step.Call.TURN)
                .toList();
    }

    /// Whether a document in this state waits for nobody and for no day: what may still change its
    /// state is a right. Marks beside the state may be open.
    public boolean settled(String state) {
        return steps.stream()
                .filter(step -> step.from().equals(state) && step.call() != Step.Call.MAY)
                .allMatch(step -> step.to().equals(state));
    }

    private static boolean isFor(Step step, Set<Actor> who) {
        return step.who().stream().anyMatch(who::contains);
    }

    private static Set<Actor> whose(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.who().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Step> steps(
            List<String> row, Set<String> states, Function<String, Citation> act) {
        String to = row.get(3);
        Stream<String> from =
                row.getFirst().equals(EVERY_STATE)
                        ? states.stream().filter(state -> !state.equals(to))
                        : list(row.getFirst());
        Set<Actor> who = list(row.get(2)).map(Actor::valueOf).collect(Collectors.toSet());
        Source source =
                new Source(
                        Source.Basis.valueOf(row.get(6)),
                        act.apply(row.get(7)),
                        optional(row.get(8)));
        return from.map(state ->
                new Step(
                        state,
                        row.get(1),
                        who,
                        to.equals(SAME_STATE) ? state : to,
                        optional(row.get(4)),
                        Step.Call.valueOf(row.get(5).toUpperCase(Locale.ROOT)),
                        source,
                        limit(row.get(9), row.get(10))));
    }

    private static Limit limit(String term, String basis) {
        if (term.equals(NONE)) {
            return switch (basis) {
                case NONE -> new Limit.None();
                case "SILENT" -> new Limit.Silent();
                default -> throw new IllegalArgumentException("no term, but " + basis);
            };
        }
        boolean ours =
                switch (Source.Basis.valueOf(basis)) {
                    case ACT -> false;
                    case READING -> true;
                    case SILENT -> throw new IllegalArgumentException(term + " is not silent");
                };
        return term.equals("own-day")
                ? new Limit.OwnDay(ours)
                : new Limit.Counted(
                        Deadline.named(term)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(term + " is no deadline")),
                        ours);
    }

    private static Stream<String> list(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip);
    }

    private static Optional<String> optional(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(NONE));
    }

    private static Set<String> distinct(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
