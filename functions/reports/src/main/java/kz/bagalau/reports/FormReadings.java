package kz.bagalau.reports;

/// Which reading belongs to a form.
interface FormReadings {

    FormReading of(ReportForm form);
}
