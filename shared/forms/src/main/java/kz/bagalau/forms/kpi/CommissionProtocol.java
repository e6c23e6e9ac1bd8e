package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.appraisal.Grade;

/// The protocol of a meeting of the Assessment Commission (No. 02-17/15 ¶56–66, Annex 11), as a
/// draft for the meeting (¶63) or with its decisions.
///
/// @param reference at the foot of every page
/// @param approver the authorised person (¶66)
/// @param conclusion of the Commission; empty where there is none
/// @param members without chair and secretary
/// @param meeting what the form does not have: who was present and how they voted; none in a draft
/// @param earlier decisions that were cancelled and are reviewed by this meeting (¶69)
public record CommissionProtocol(
        String reference,
        boolean draft,
        Body body,
        Period period,
        List<Row> rows,
        String conclusion,
        Signature approver,
        Signature secretary,
        Signature chair,
        List<Signature> members,
        Optional<Meeting> meeting,
        List<Earlier> earlier,
        Optional<Archive> archive) {

    public CommissionProtocol {
        rows = List.copyOf(rows);
        members = List.copyOf(members);
        earlier = List.copyOf(earlier);
    }

    /// The result of one employee.
    ///
    /// @param employee surname, name, patronymic where there is one
    /// @param grade of the sheet
    /// @param achieved how many of the indicators
    /// @param of how many there are
    /// @param correction the grade that the Commission gave instead (¶65); none where it confirmed
    public record Row(
            String employee,
            Grade grade,
            int achieved,
            int of,
            Optional<Grade> correction,
            String recommendation) {}

    /// @param required at least two thirds of the composition (¶57)
    /// @param order that set up the Commission, with its day
    public record Meeting(
            LocalDate heldOn, String order, int present, int required, List<Motion> motions) {

        public Meeting {
            motions = List.copyOf(motions);
        }
    }

    /// An open vote on one employee (¶59, ¶60).
    ///
    /// @param revision the grade that was moved; none where it was moved to confirm
    public record Motion(
            String employee, Optional<Grade> revision, List<Vote> votes, Outcome outcome) {

        public Motion {
            votes = List.copyOf(votes);
        }
    }

    /// @param inFavour whether for the motion
    public record Vote(String member, boolean chair, boolean inFavour) {}

    public enum Outcome {
        CARRIED,
        /// With the chair's casting vote on a tie (¶60).
        CARRIED_BY_CHAIR,
        NOT_CARRIED
    }

    /// A decision of an earlier meeting that the body cancelled.
    ///
    /// @param protocol its reference
    /// @param cancelledBy the act that cancelled it, with its number and day
    public record Earlier(
            String employee, LocalDate heldOn, String protocol, Grade result, String cancelledBy) {}
}
