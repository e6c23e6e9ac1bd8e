package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.CalibrationMembers.Kind;
import kz.bagalau.rules.appraisal.Grade;

/// The protocol of a calibration session (No. 245 ¶18–22). The act has no form for it; ours is used
/// until the Agency enters one.
///
/// @param reference at the foot of every page
/// @param number of the protocol; empty until it is signed
/// @param scoredBy who gave the score under dispute, with the position
/// @param members approved, in an odd number
/// @param fewAssessors why fewer than two assessors are among them; empty for none
/// @param statement by the assessor or the substitute, or why there is none
/// @param argument of the employee; none where there is none
/// @param outcome none while no number has a majority; one without a majority in the last round
///   throws
/// @param upload term and outcome of putting it into the information system (¶22)
public record CalibrationProtocol(
        String reference,
        LocalText act,
        AppraisalForm.Status form,
        LocalText body,
        String number,
        LocalDate heldOn,
        Quarter quarter,
        Person employee,
        String scoredBy,
        Application application,
        Decision decision,
        List<Member> members,
        String fewAssessors,
        List<EarlierMembers> earlier,
        Statement statement,
        Optional<Argument> argument,
        List<Round> rounds,
        BigDecimal original,
        Optional<Outcome> outcome,
        Upload upload) {

    public CalibrationProtocol {
        members = List.copyOf(members);
        earlier = List.copyOf(earlier);
        rounds = List.copyOf(rounds);
        if (outcome.isPresent()) {
            check(outcome.get(), rounds, original);
        }
    }

    private static void check(Outcome outcome, List<Round> rounds, BigDecimal original) {
        if (rounds.isEmpty() || !rounds.getLast().carries(outcome.score())) {
            throw new IllegalArgumentException(outcome.score() + " has no majority in " + rounds);
        }
        if (outcome.direction() != Outcome.Direction.of(original, outcome.score())) {
            throw new IllegalArgumentException(
                    original + " to " + outcome.score() + " is not " + outcome.direction());
        }
    }

    /// The employee's application (¶10).
    ///
    /// @param inTime whether within five working days
    public record Application(
            LocalDate submittedOn, LocalDate receivedOn, boolean inTime, String text) {}

    /// Who decided on the session and its members (¶19).
    ///
    /// @param order with its number
    public record Decision(By by, String order, LocalDate on) {

        public enum By {
            OFFICIAL,
            MASLIKHAT
        }
    }

    /// @param signature under the protocol
    public record Member(String name, LocalText position, Kind kind, Signature signature) {}

    /// A composition that was replaced.
    public record EarlierMembers(LocalDate approvedOn, List<String> names, String reason) {

        public EarlierMembers {
            names = List.copyOf(names);
        }
    }

    public sealed interface Statement {

        record Made(String by, String text) implements Statement {}

        record NotMade(String reason) implements Statement {}
    }

    public record Argument(Form form, String text) {

        public enum Form {
            ORAL,
            WRITTEN
        }
    }

    /// @param votes a line for each member who was approved then
    public record Round(LocalDate heldOn, List<Vote> votes) {

        public Round {
            votes = List.copyOf(votes);
        }

        /// How many votes one number needs: more than half of the approved members.
        int needed() {
            return votes.size() / 2 + 1;
        }

        boolean carries(BigDecimal score) {
            return votes.stream()
                            .flatMap(vote -> vote.score().stream())
                            .filter(voted -> voted.compareTo(score) == 0)
                            .count()
                    >= needed();
        }
    }

    /// @param score none from a member who did not vote
    public record Vote(String member, Kind kind, Optional<BigDecimal> score) {}

    public record Outcome(BigDecimal score, Grade grade, Direction direction) {

        public enum Direction {
            UP,
            DOWN,
            SAME;

            static Direction of(BigDecimal before, BigDecimal after) {
                return switch (Integer.signum(after.compareTo(before))) {
                    case 1 -> UP;
                    case -1 -> DOWN;
                    default -> SAME;
                };
            }
        }
    }

    /// @param by the last day; none until the protocol is signed
    /// @param on when it was uploaded
    /// @param impossible why it cannot be; empty for none
    public record Upload(Optional<LocalDate> by, Optional<LocalDate> on, String impossible) {}
}
