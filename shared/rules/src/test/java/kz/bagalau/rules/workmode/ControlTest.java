package kz.bagalau.rules.workmode;

import static kz.bagalau.rules.staff.People.head;
import static kz.bagalau.rules.staff.People.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.People;
import kz.bagalau.rules.staff.Staff;
import org.junit.jupiter.api.Test;

class ControlTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    private final Staff staff =
            new People()
                    .unit("law", "", "D-3")
                    .unit("claims", "law", "D-3")
                    .person("boss", post("law", "D-1", ""))
                    .person("head", head(post("claims", "D-3", "boss")))
                    .person("mentor", post("law", "D-4", "boss"))
                    .person("e1", post("claims", "D-5", "mentor"))
                    .absent("head", Absence.Kind.LABOUR_LEAVE, "2026-02-10", "2026-02-12")
                    .absent("e1", Absence.Kind.SICK, "2026-02-20", "2026-02-21")
                    .staff();

    @Test
    void p10_theHeadOfTheUnit_andTheDirectManagerWhereThatOneIsAway() { // W22
        assertThat(Control.controller(staff, "e1", DAY.minusDays(1))).contains("head");
        assertThat(Control.controller(staff, "e1", DAY)).contains("mentor");
    }

    @Test
    void p10_nobodyControlsThemselves() {
        assertThat(Control.controller(staff, "head", DAY)).contains("boss");
        assertThat(Control.controls(staff, "head", "head", DAY)).isFalse();
        assertThat(Control.controller(staff, "boss", DAY)).isEmpty();
        assertThat(Control.controller(staff, "nobody", DAY)).isEmpty();
    }

    @Test
    void headAndManagerMaySee_nobodyElse() {
        assertThat(Control.controls(staff, "head", "e1", DAY)).isTrue();
        assertThat(Control.controls(staff, "mentor", "e1", DAY)).isTrue();
        assertThat(Control.controls(staff, "boss", "e1", DAY)).isFalse();
        assertThat(Control.controls(staff, "e1", "mentor", DAY)).isFalse();
        assertThat(Control.controls(staff, "head", "nobody", DAY)).isFalse();
    }

    @Test
    void theUnitOfTheDay_andAnAbsenceIsNamed() {
        assertThat(Control.unit(staff, "e1", DAY)).contains("claims");
        assertThat(Control.unit(staff, "nobody", DAY)).isEmpty();
        assertThat(Control.absence(staff, "e1", LocalDate.of(2026, 2, 21))).contains("SICK");
        assertThat(Control.absence(staff, "e1", LocalDate.of(2026, 2, 22))).isEmpty();
    }
}
