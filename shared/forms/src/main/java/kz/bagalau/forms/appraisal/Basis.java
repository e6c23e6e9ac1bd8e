package kz.bagalau.forms.appraisal;

/// Why somebody is the assessor.
public enum Basis {
    /// ¶16 part 1: the direct manager of a head of unit or body.
    RULE_1,
    /// ¶16 part 2: the head of unit or body, of another leading post.
    RULE_2,
    /// ¶16 part 3: the direct manager of category D-3.
    RULE_3,
    /// ¶16 part 4: the head of unit or body, of everybody else.
    RULE_4,
    /// ¶3 part 3.
    SUBSTITUTE,
    /// ¶3 part 5.
    APPARATUS_HEAD,
    /// ¶17 part 3.
    DELEGATED,
    /// Named by the personnel service, with a reason.
    HR_NAMED
}
