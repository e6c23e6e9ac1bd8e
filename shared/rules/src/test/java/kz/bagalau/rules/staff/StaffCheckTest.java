package kz.bagalau.rules.staff;

import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StaffCheckTest {

    private final People people =
            new People()
                    .unit("board", "", "D-O-1")
                    .unit("department", "board", "D-3")
                    .person("akim", post("board", "D-O-1", ""))
                    .person("head", post("department", "D-3", "akim"))
                    .person("clerk", post("department", "D-5", "head"));

    private List<String> found() {
        return StaffCheck.findings(people.staff()).stream()
                .map(f -> f.code() + " " + f.in() + " " + f.id() + f.pointer() + " " + f.value())
                .toList();
    }

    @Test
    void aStaffThatAgreesHasNoFindings() {
        people.absent("clerk", Absence.Kind.SICK, "2025-03-03", "2025-03-07")
                .sent("clerk", "elsewhere", "2025-07-14", "2025-08-08")
                .substitution(new Substitution.Absent("head"), "clerk", "2025-04-01", "2025-04-10")
                .substitution(new Substitution.Absent("head"), "clerk", "2025-04-11", "")
                .decision("2025-01-06", "", "head");

        assertThat(found()).isEmpty();
    }

    @Test
    void everyNameThatNobodyBearsIsFoundAtItsPlace() {
        people.unit("sector", "nowhere", "")
                .person("new", post("gone", "D-5", "nobody"))
                .substitution(new Substitution.Absent("x"), "y", "2025-04-01", "")
                .substitution(new Substitution.VacantHead("z"), "clerk", "2025-04-01", "")
                .decision("2025-01-06", "", "clerk", "w");

        assertThat(found())
                .containsExactly(
                        "UNKNOWN_UNIT UNIT sector/parent nowhere",
                        "UNKNOWN_UNIT EMPLOYEE new/appointments/0/unit gone",
                        "UNKNOWN_PERSON EMPLOYEE new/appointments/0/manager nobody",
                        "UNKNOWN_PERSON SUBSTITUTION s-1/substitute y",
                        "UNKNOWN_PERSON SUBSTITUTION s-1/absent x",
                        "UNKNOWN_UNIT SUBSTITUTION s-2/vacant z",
                        "UNKNOWN_PERSON APPARATUS_DECISION d-1/employees/1 w");
    }

    @Test
    void theOneWhoIsSentHereIsKnownAndTheirPlaceIsChecked() {
        Employee guest =
                new People()
                        .person("guest", post("theirs", "D-O-4", ""))
                        .sent("guest", "here", "2025-07-14", "")
                        .employee("guest");
        people.received(guest, new SecondedPlace("gone", "guest", false, false))
                .person("new", post("department", "D-5", "guest"));

        assertThat(found())
                .containsExactly(
                        "UNKNOWN_UNIT SECONDED guest/unit gone",
                        "MANAGER_CYCLE SECONDED guest/manager guest");
    }

    @Test
    void theSameTimeTwiceIsFoundAtTheLaterEntry() {
        people.person(
                        "twice",
                        post("department", "D-5", "head", "2025-01-06", "2025-03-31"),
                        post("board", "D-5", "akim", "2025-03-31", ""))
                .absent("twice", Absence.Kind.SICK, "2025-02-03", "2025-02-07")
                .absent("twice", Absence.Kind.LABOUR_LEAVE, "2025-02-10", "2025-02-14")
                .absent("twice", Absence.Kind.OTHER, "2025-02-07", "2025-02-10")
                .sent("twice", "a", "2025-05-05", "")
                .sent("twice", "b", "2025-06-02", "2025-06-06")
                .substitution(new Substitution.Absent("head"), "clerk", "2025-04-01", "")
                .substitution(new Substitution.Absent("head"), "twice", "2025-04-10", "2025-04-11")
                .substitution(new Substitution.VacantHead("department"), "twice", "2025-04-10", "");

        assertThat(found())
                .containsExactly(
                        "OVERLAP EMPLOYEE twice/appointments/1 /appointments/0",
                        "OVERLAP EMPLOYEE twice/absences/2 /absences/0",
                        "OVERLAP EMPLOYEE twice/secondments/1 /secondments/0",
                        "OVERLAP SUBSTITUTION s-2/from s-1");
    }

    @Test
    void daysWithoutAnAppointmentAreFound() {
        people.person(
                        "gap",
                        post("department", "D-5", "head", "2025-01-06", "2025-01-31"),
                        post("department", "D-4", "head", "2025-02-01", "2025-02-28"),
                        post("department", "D-4", "head", "2025-03-03", "2025-03-31"))
                .absent("gap", Absence.Kind.LABOUR_LEAVE, "2025-01-27", "2025-02-07") // over both
                .absent("gap", Absence.Kind.SICK, "2025-02-24", "2025-03-07") // over the gap
                .absent("gap", Absence.Kind.OTHER, "2024-12-30", "2025-01-10")
                .absent("gap", Absence.Kind.OTHER, "2025-03-31", "2025-04-01")
                .sent("gap", "elsewhere", "2025-03-17", "") // ends with the appointment
                .sent("gap", "elsewhere", "2025-01-05", "2025-01-06");

        assertThat(found())
                .containsExactly(
                        "OUTSIDE_APPOINTMENT EMPLOYEE gap/absences/1 2025-03-01",
                        "OUTSIDE_APPOINTMENT EMPLOYEE gap/absences/2 2024-12-30",
                        "OUTSIDE_APPOINTMENT EMPLOYEE gap/absences/3 2025-04-01",
                        "OUTSIDE_APPOINTMENT EMPLOYEE gap/secondments/1 2025-01-05");
    }

    @Test
    void aCircleOfManagersIsFoundWhereItCloses() {
        people.person("akim", post("board", "D-O-1", "clerk", "2025-05-05", ""));

        // The circle exists since the akim's appointment, the last of the three.
        assertThat(found())
                .containsExactly("MANAGER_CYCLE EMPLOYEE akim/appointments/0/manager clerk");
    }

    @Test
    void aCircleThatNoDaySeesIsNone() {
        // The head moves under the clerk when the clerk no longer stands under the head.
        people.person(
                        "head",
                        post("department", "D-3", "akim", "2025-01-06", "2025-03-31"),
                        post("department", "D-5", "clerk", "2025-04-01", ""))
                .person(
                        "clerk",
                        post("department", "D-5", "head", "2025-01-06", "2025-03-31"),
                        post("department", "D-3", "akim", "2025-04-01", ""));

        assertThat(found()).isEmpty();
    }

    @Test
    void whoStandsBelowACircleIsNotPartOfIt() {
        people.person("a", post("board", "D-4", "b"))
                .person("b", post("board", "D-4", "a"))
                .person("below", post("board", "D-5", "a"))
                .person("self", post("board", "D-5", "self"));

        assertThat(found())
                .containsExactly(
                        "MANAGER_CYCLE EMPLOYEE a/appointments/0/manager b",
                        "MANAGER_CYCLE EMPLOYEE b/appointments/0/manager a",
                        "MANAGER_CYCLE EMPLOYEE self/appointments/0/manager self");
    }

    @Test
    void aUnitIsNotAboveItself() {
        people.unit("a", "b", "").unit("b", "a", "").unit("c", "a", "").unit("d", "d", "");

        assertThat(found())
                .containsExactly(
                        "UNIT_CYCLE UNIT a/parent b",
                        "UNIT_CYCLE UNIT b/parent a",
                        "UNIT_CYCLE UNIT d/parent d");
    }

    @Test
    void nobodyStandsInForThemselves() {
        people.substitution(new Substitution.Absent("head"), "head", "2025-04-01", "");

        assertThat(found()).containsExactly("SELF SUBSTITUTION s-1/substitute head");
    }
}
