package kz.bagalau.appraisal.quarter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.appraisal.part.View;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Move;
import kz.bagalau.rules.staff.Post;

/// An appraisal that its caller reaches, for one request.
///
/// @param appraisal with the assessor whom the directory gives today, as long as it is not scored,
///   and the last days of its open terms by the calendar of today
public record Held(Desk desk, Document appraisal, Opening opening) {

    public static Held of(Desk desk, Document appraisal) {
        Desk once = desk.once();
        Opening opening = Opening.of(once, appraisal.body());
        Document today = opening.withAssessorOfToday(appraisal);
        return new Held(
                once, CaseTerms.current(today, new AppraisalKind(once, opening.staff())), opening);
    }

    public AppraisalKind kind() {
        return new AppraisalKind(desk, opening.staff());
    }

    public AppraisalContent content() {
        return AppraisalContent.of(appraisal);
    }

    public View view(Caller caller) {
        return kind().view(caller, appraisal);
    }

    public Set<Actor> actors(Caller caller) {
        return kind().actors(caller, appraisal);
    }

    public Response happen(Caller caller, Asked asked, Function<Move.Allowed, Decision> decide) {
        return desk.events(kind()).happen(caller, appraisal, asked, decide);
    }

    public Response shown(Caller caller) {
        return Response.ok(kind().shown(caller, appraisal));
    }

    /// What somebody holds in the case's body today.
    public Optional<Post> post(String person) {
        return opening.staff().postOf(person, desk.today());
    }
}
