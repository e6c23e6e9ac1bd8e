package kz.bagalau.rules.appraisal;

import static kz.bagalau.rules.staff.People.head;
import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.rules.appraisal.CalibrationMembers.Kind;
import kz.bagalau.rules.appraisal.CalibrationMembers.Member;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.vote.Session;
import kz.bagalau.rules.vote.Vote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CalibrationTest {

    @ParameterizedTest(name = "{0} {1}: {4} ({5})")
    @CsvFileSource(
            resources = "composition-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void compositions(
            String example,
            String members,
            String scoredBy,
            @Nullable String reason,
            @Nullable String mistakes,
            String why) {
        List<Member> seated =
                Arrays.stream(members.split(" "))
                        .map(member ->
                                new Member(
                                        member.split(":")[0], Kind.valueOf(member.split(":")[1])))
                        .toList();

        assertThat(
                        CalibrationMembers.mistakes(
                                        seated,
                                        "e",
                                        scoredBy,
                                        person -> !person.equals("x"),
                                        reason != null)
                                .stream()
                                .map(mistake -> mistake.code().name())
                                .collect(Collectors.joining(" ")))
                .as(example + ": " + why)
                .isEqualTo(mistakes == null ? "" : mistakes);
    }

    @Test
    void aMistakeNamesItsMember() {
        assertThat(
                        CalibrationMembers.mistakes(
                                List.of(
                                        new Member("a", Kind.ASSESSOR),
                                        new Member("x", Kind.ASSESSOR),
                                        new Member("h", Kind.HR)),
                                "e",
                                "m",
                                person -> !person.equals("x"),
                                false))
                .containsExactly(
                        new CalibrationMembers.Mistake(CalibrationMembers.Code.NOT_ASSESSOR, 1));
    }

    @Test
    void p2_anAssessorManagesSomebodyOrIsAHead() {
        Staff staff =
                new People()
                        .unit("board", "", "D-O-1")
                        .person("akim", post("board", "D-O-1", ""))
                        .person("head", head(post("board", "D-3", "akim")))
                        .person("division-head", head(post("board", "D-O-3", "akim")))
                        .person("lead", post("board", "D-4", "akim"))
                        .person("clerk", post("board", "D-5", "lead", "2025-01-06", "2025-03-31"))
                        .staff();
        LocalDate day = LocalDate.of(2025, 3, 31);

        assertThat(CalibrationMembers.isAssessor(staff, "akim", day)).isTrue();
        assertThat(CalibrationMembers.isAssessor(staff, "head", day)).isTrue();
        assertThat(CalibrationMembers.isAssessor(staff, "lead", day)).isTrue();
        assertThat(CalibrationMembers.isAssessor(staff, "lead", day.plusDays(1))).isFalse();
        assertThat(CalibrationMembers.isAssessor(staff, "clerk", day)).isFalse();
        assertThat(CalibrationMembers.isAssessor(staff, "division-head", day)).isFalse();
    }

    @ParameterizedTest(name = "{0} {4}: {5} {6} {7} ({8})")
    @CsvFileSource(
            resources = "session-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p22_sessions(
            String example,
            int members,
            Session.Presence presence,
            String original,
            String votes,
            String score,
            Session.@Nullable Direction direction,
            @Nullable Grade grade,
            String why) {
        Set<String> seated =
                IntStream.range(0, members).mapToObj(i -> "m" + i).collect(Collectors.toSet());
        List<Vote<BigDecimal>> cast = new ArrayList<>();
        for (String vote : votes.split(" ")) {
            cast.add(new Vote<>("m" + cast.size(), new BigDecimal(vote)));
        }

        switch (new Session(seated, presence).round(cast)) {
            case Session.Adopted(var adopted, _) -> {
                Banding banding = Banding.of(adopted, AppraisalSetting.Rounding.HALF_UP_2);
                assertThat(banding.score().toPlainString())
                        .as(example + ": " + why)
                        .isEqualTo(score);
                assertThat(Session.Direction.of(new BigDecimal(original), adopted))
                        .isEqualTo(direction);
                assertThat(banding.grade()).isEqualTo(grade);
            }
            case Session.NoMajority() -> assertThat(score).as(example).isEqualTo("again");
            case Session.Invalid _ -> assertThat(score).as(example).isEqualTo("invalid");
        }
    }
}
