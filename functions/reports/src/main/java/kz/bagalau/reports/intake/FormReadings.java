package kz.bagalau.reports.intake;

import kz.bagalau.reports.obligation.ReportForm;

/// Which reading belongs to a form.
public interface FormReadings {

    FormReading of(ReportForm form);
}
