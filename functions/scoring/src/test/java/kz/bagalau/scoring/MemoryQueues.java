package kz.bagalau.scoring;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.contract.Away;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Json;
import kz.bagalau.scoring.run.Work;

/// The queues of runs, from which a test takes and delivers what it likes.
final class MemoryQueues implements Work {

    private static final int BATCH = 10;

    private final Crash crash;
    private final Away away;
    private final List<Message> bodies = new ArrayList<>();
    private final List<Message> letters = new ArrayList<>();
    private final List<Message> runs = new ArrayList<>();
    private int sent;

    record Message(String id, String body, int received) {}

    MemoryQueues(Crash crash, Away away) {
        this.crash = crash;
        this.away = away;
    }

    /// The messages waiting for a function.
    List<Message> of(String function) {
        return switch (function) {
            case "ScoreBody" -> bodies;
            case "FailBody" -> letters;
            case "FinishRun" -> runs;
            default -> throw new IllegalArgumentException(function);
        };
    }

    /// A message that failed comes again or, received often enough, goes to the dead letters.
    void failed(String function, Message message, int receives) {
        Message again = new Message(message.id(), message.body(), message.received() + 1);
        List<Message> next =
                function.equals("ScoreBody") && again.received() >= receives
                        ? letters
                        : of(function);
        next.add(again);
    }

    void lose() {
        bodies.clear();
        letters.clear();
        runs.clear();
    }

    boolean empty() {
        return bodies.isEmpty() && letters.isEmpty() && runs.isEmpty();
    }

    @Override
    public void score(String run, List<String> ids) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            before();
            for (String body : ids.subList(from, Math.min(from + BATCH, ids.size()))) {
                bodies.add(message(Json.write(Json.object().put("run", run).put("body", body))));
            }
            crash.passed(Crash.Moment.AFTER);
        }
    }

    @Override
    public void giveUp(String run, String body) {
        before();
        letters.add(message(Json.write(Json.object().put("run", run).put("body", body))));
        crash.passed(Crash.Moment.AFTER);
    }

    @Override
    public void finish(String run) {
        before();
        runs.add(message(Json.write(Json.object().put("run", run))));
        crash.passed(Crash.Moment.AFTER);
    }

    private void before() {
        away.passed();
        crash.passed(Crash.Moment.BEFORE);
    }

    private Message message(String body) {
        return new Message("m" + ++sent, body, 0);
    }
}
