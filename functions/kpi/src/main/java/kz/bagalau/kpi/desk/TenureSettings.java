package kz.bagalau.kpi.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.directory.EmployeeSettingsJson;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;

/// The settings by which the time in a position is measured (No. 02-17/15, ¶5). A plan keeps those
/// of the act under which it was made, and its sheet is opened by them, whatever became of the act.
public final class TenureSettings {

    /// The field of a plan, for the program alone.
    public static final String FIELD = "tenure";

    private TenureSettings() {}

    public static void keep(ObjectNode plan, EmployeeSettings settings) {
        plan.set(
                FIELD,
                EmployeeSettingsJson.write(
                        settings.only(
                                AppraisalSetting.MIN_TENURE,
                                AppraisalSetting.MONTH_END,
                                AppraisalSetting.TENURE_COUNTS_FIRST_DAY)));
    }

    /// Empty where the plan keeps none: an entry of the past, or a plan of an earlier version of
    /// this program.
    public static Optional<EmployeeSettings> of(ObjectNode plan) {
        return plan.has(FIELD)
                ? Optional.of(EmployeeSettingsJson.read(plan.path(FIELD)))
                : Optional.empty();
    }
}
