package kz.bagalau.exit.interviews;

import java.time.Clock;
import java.util.Optional;
import kz.bagalau.directory.Bodies;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.leavers.Leavers;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;

/// `PUT /exit-interviews/{id}/paper` (territorial): an interview filled in on paper, as rule 6 of
/// Appendix 12 lets it be where the failure of E-qyzmet is documented. The body itself never has it
/// in its hands as data.
public final class EnterPaper {

    private final Bodies bodies;
    private final Leavers leavers;
    private final TakeInterview take;

    public EnterPaper(Bodies bodies, Leavers leavers, Interviews interviews, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.take = new TakeInterview(interviews, clock);
    }

    /// The announcement that the path names; one of another territory does not exist for the unit.
    public Optional<Announcement> leaver(Caller caller, Path path) {
        return leavers.find(path.get("id")).filter(found -> inTerritory(caller, found));
    }

    public Response enter(Caller caller, Announcement leaver, AnswersForm form) {
        return leaver.leaving().medium() == Medium.PAPER
                ? take.take(leaver, form.answers(), Medium.PAPER, Optional.of(caller))
                : Problem.of(ExitProblem.NOT_ON_PAPER);
    }

    /// A unit enters for the bodies of its territory; a body that stands in none is any unit's.
    private boolean inTerritory(Caller caller, Announcement leaver) {
        return bodies.find(leaver.body())
                .filter(body ->
                        body.territory().isEmpty() || body.territory().equals(caller.territory()))
                .isPresent();
    }
}
