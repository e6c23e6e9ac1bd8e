package kz.bagalau.rules.appraisal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// A procedure by which employees of corps "B" are assessed. Which one holds in a body on a day,
/// and by which act, says a [MethodologyRecord].
public enum EmployeeMethodology {
    /// By quarters, with scores of 0 to 5 and calibration sessions.
    M245("M245", Acts.mangystau("¶1"), AppraisalSetting.ofM245()),
    /// By five KPI and the decision of a commission.
    // DOUBT: chapter 6 was in force until 31 August 2023 and for a period of 2021–2022 only (G-01);
    // read as a procedure that another body can adopt by its own act, because it is the only whole
    // one by KPI in the sources.
    M002_CH6("M002-CH6", Acts.commission("chapter 6"), AppraisalSetting.ofM002());

    private static final Map<String, LocalText> TEXTS =
            Rows.texts(EmployeeMethodology.class, "methodologies.csv");

    private final String code;
    private final Citation act;
    private final List<EmployeeSetting> settings;

    EmployeeMethodology(String code, Citation act, List<EmployeeSetting> settings) {
        this.code = code;
        this.act = act;
        this.settings = settings;
    }

    public static Optional<EmployeeMethodology> named(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findAny();
    }

    /// The name in paths and JSON.
    public String code() {
        return code;
    }

    /// The act that this program follows.
    public Citation act() {
        return act;
    }

    public LocalText title() {
        return Objects.requireNonNull(TEXTS.get(code));
    }

    public List<EmployeeSetting> settings() {
        return settings;
    }

    public Optional<EmployeeSetting> setting(String id) {
        return settings.stream().filter(setting -> setting.id().equals(id)).findAny();
    }
}
