package kz.bagalau.appraisal.desk;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// By which act the quarters of a body are assessed.
public interface Methodologies {

    /// Empty where none is in force on the day: nothing can be opened.
    Optional<Edition<MethodologyRecord>> inForce(String body, LocalDate day);
}
