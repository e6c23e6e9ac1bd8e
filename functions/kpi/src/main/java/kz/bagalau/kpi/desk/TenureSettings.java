package kz.bagalau.kpi.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;

/// The settings by which the time in a position is measured (No. 02-17/15, ¶5). A plan keeps those
/// of the act under which it was made, and its sheet is opened by them, whatever became of the act.
public final class TenureSettings {

    /// The field of a plan, for the program alone.
    public static final String FIELD = "tenure";

    private static final List<EmployeeSetting> SETTINGS =
            List.of(
                    AppraisalSetting.MIN_TENURE,
                    AppraisalSetting.MONTH_END,
                    AppraisalSetting.TENURE_COUNTS_FIRST_DAY);

    private TenureSettings() {}

    public static void keep(ObjectNode plan, EmployeeSettings settings) {
        ObjectNode kept = plan.putObject(FIELD);
        for (EmployeeSetting setting : SETTINGS) {
            Optional.ofNullable(settings.chosen().get(setting.id()))
                    .ifPresent(chosen ->
                            kept.putObject(setting.id())
                                    .put("value", chosen.value())
                                    .put("reason", chosen.reason()));
        }
    }

    /// Empty where the plan keeps none: an entry of the past, or a plan of an earlier version of
    /// this program.
    public static Optional<EmployeeSettings> of(ObjectNode plan) {
        if (!plan.has(FIELD)) {
            return Optional.empty();
        }
        EmployeeSettings settings = EmployeeSettings.DEFAULTS;
        for (EmployeeSetting setting : SETTINGS) {
            var chosen = plan.path(FIELD).path(setting.id());
            if (chosen.isObject()) {
                settings =
                        settings.with(
                                setting,
                                chosen.path("value").asText(),
                                chosen.path("reason").asText());
            }
        }
        return Optional.of(settings);
    }
}
