package kz.bagalau.survey.results;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.EnrolledShare;
import kz.bagalau.survey.texts.Finding;

/// Those of a ballot group who could take part, against how many people it has.
///
/// @param enrolment people who log in
/// @param slips ballots by slip: each stands for somebody without a login
public record Electors(Constituency.Enrolment enrolment, int slips, int headcount) {

    public static Electors of(Collection<Constituency> parts, int slips) {
        return new Electors(
                parts.stream()
                        .map(Constituency::enrolment)
                        .reduce(Constituency.Enrolment.NONE, Constituency.Enrolment::plus),
                slips,
                parts.stream().mapToInt(Constituency::headcount).sum());
    }

    /// Whether they are enough of the group for anything of it to be published. A slip counts with
    /// somebody who is enrolled, at most one each: whoever makes slips could otherwise fill the
    /// share up around a handful of people chosen by whoever enrols.
    public boolean reach(EnrolledShare share) {
        int people = enrolment.people();
        return share.reachedBy(people + Math.min(slips, people), headcount);
    }

    public Set<Finding> findings(EnrolledShare share) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (enrolment.late() * 10L > enrolment.people()) {
            findings.add(Finding.LATE_ENROLMENT);
        }
        if (enrolment.people() > headcount) {
            findings.add(Finding.MORE_ENROLLED_THAN_HEADCOUNT);
        }
        if (reach(share) && !share.reachedBy(enrolment.people(), headcount)) {
            findings.add(Finding.SHARE_REACHED_BY_SLIPS);
        }
        return findings;
    }
}
