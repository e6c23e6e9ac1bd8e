package kz.bagalau.rules.appraisal;

/// When others of corps "B" assess too: No. 245, ¶17 part 3.
public final class Delegation {

    private Delegation() {}

    /// Whether so many are more than one assessor assesses alone (V-19).
    ///
    /// @param assessed the cases of one assessor that are assessed: those that are not do not count
    public static boolean required(int assessed, EmployeeSettings settings) {
        return assessed > settings.get(AppraisalSetting.DELEGATE_THRESHOLD);
    }
}
