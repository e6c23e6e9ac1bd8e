package kz.bagalau.exit.interviews;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Announcements;
import kz.bagalau.exit.leavers.BodyYear;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Response;

/// `GET /exit-interviews?year=…` (territorial): the leavers of a unit's territory who were
/// announced on paper, so that the unit finds whom the papers before it belong to.
///
/// It shows by what a paper is known, and whether the unit has entered it: that the unit knows, as
/// nobody else enters papers. It shows neither the ground nor the structural unit, and of an
/// interview given over the network not even that there is one.
public final class ListPapers {

    /// What a unit still has to do about a paper.
    private enum State {
        WAITING,
        /// From paper, by a territorial unit.
        ENTERED,
        TOO_LATE
    }

    private final Bodies bodies;
    private final Leavers leavers;
    private final Interviews interviews;
    private final Clock clock;

    public ListPapers(Bodies bodies, Leavers leavers, Interviews interviews, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.interviews = interviews;
        this.clock = clock;
    }

    /// @param caller of the role territorial
    public Response list(Caller caller, BodyYear asked) {
        List<StateBody> own =
                bodies.all().stream()
                        .filter(body -> isOf(caller, body))
                        .filter(body -> asked.body().isEmpty() || asked.body().equals(body.id()))
                        .toList();
        boolean elsewhere = caller.territory().isEmpty() || !asked.body().isEmpty();
        if (own.isEmpty() && elsewhere) {
            return caller.refusal();
        }
        ObjectNode answer = Json.object().put("year", asked.year());
        var papers = answer.putArray("papers");
        Instant now = clock.instant();
        for (StateBody body : own) {
            List<Announcement> onPaper =
                    leavers.of(body.id()).stream()
                            .filter(leaver -> leaver.year() == asked.year())
                            .filter(Announcement::invites)
                            .filter(leaver -> leaver.leaving().medium() == Medium.PAPER)
                            .sorted(Announcements.BY_DAY)
                            .toList();
            if (!onPaper.isEmpty()) {
                Map<String, Interviews.Taken> given = interviews.given(body.id());
                onPaper.forEach(leaver -> papers.add(json(leaver, state(leaver, given, now))));
            }
        }
        return Response.ok(answer);
    }

    /// A body that stands in no territory is in no unit's list; its papers are entered by number.
    private static boolean isOf(Caller caller, StateBody body) {
        return body.territory().isPresent() && body.territory().equals(caller.territory());
    }

    private static State state(
            Announcement leaver, Map<String, Interviews.Taken> given, Instant now) {
        Interviews.Taken taken = given.get(leaver.id());
        if (taken != null && taken.medium() == Medium.PAPER) {
            return State.ENTERED;
        }
        return leaver.takesAnswers(now) ? State.WAITING : State.TOO_LATE;
    }

    private static ObjectNode json(Announcement leaver, State state) {
        ObjectNode json =
                Json.object()
                        .put("id", leaver.id())
                        .put("body", leaver.body())
                        .put("person", leaver.person())
                        .put("leavingOn", leaver.leaving().on().toString())
                        .put("state", state.name());
        leaver.leaving()
                .failure()
                .ifPresent(failure -> json.set("failure", Announcements.json(failure)));
        return json;
    }
}
