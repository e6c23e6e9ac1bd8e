package kz.bagalau.reports.obligation;

import java.util.Optional;
import java.util.Set;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.report.Form;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.lambda.Role;
import kz.bagalau.reports.obligation.ReportPeriod.Kind;
import kz.bagalau.rules.operational.fact.BodyKind;

/// The forms in which state bodies report. What stands in them is the business of the module
/// `forms`; here is who owes them, how often, and who reviews them.
public enum ReportForm {
    /// Results of the exit interview (Appendix 1).
    APPENDIX_1("appendix-1", Direction.PM),
    /// Observers in competitions (Appendix 2).
    APPENDIX_2("appendix-2", Direction.PM),
    /// Quality of staff (Appendix 7).
    APPENDIX_7("appendix-7", Direction.PM),
    /// Use of information technology (Appendix 8).
    APPENDIX_8("appendix-8", Direction.IT),
    /// Inputs that the acts name and give no form for: headcount, training, internship,
    /// appointments.
    HR_STATISTICS("hr-statistics", Direction.PM),
    /// Passages of the pass system, "sent monthly" (¶40.1).
    ACCESS_EVENTS("access-events", Direction.PM),
    /// Accounting of working time, quarterly (No. 121, ¶8). It serves no direction of the
    /// assessment: the order knows no penalty.
    WORKTIME("worktime");

    /// A direction of the assessment, with whoever answers for its facts and therefore reviews its
    /// reports: the Agency for personnel, the body for informatization for the other.
    public enum Direction {
        PM("pm", Role.AGENCY),
        IT("it", Role.DIGITAL);

        private final String id;
        private final Role reviewer;

        Direction(String id, Role reviewer) {
            this.id = id;
            this.reviewer = reviewer;
        }

        public String id() {
            return id;
        }

        public Role reviewer() {
            return reviewer;
        }

        /// The fact that holds the penalties of ¶24.
        public String fact() {
            return "information." + id;
        }
    }

    /// ¶28, Appendix 8: the kinds of body that are assessed.
    private static final Set<BodyKind> ASSESSED = Set.of(BodyKind.OMO, BodyKind.ZHAO);

    private final String code;
    private final Optional<Direction> direction;

    ReportForm(String code) {
        this.code = code;
        this.direction = Optional.empty();
    }

    ReportForm(String code, Direction direction) {
        this.code = code;
        this.direction = Optional.of(direction);
    }

    public static Optional<ReportForm> named(String code) {
        for (ReportForm form : values()) {
            if (form.code.equals(code)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    /// Empty where it serves none, and so bears neither penalties nor findings.
    public Optional<Direction> direction() {
        return direction;
    }

    /// Whether the quarter itself makes it due, and no assessment schedule.
    public boolean quarterly() {
        return form().period() == Form.Period.QUARTER;
    }

    /// What stands in it.
    public Form form() {
        return Forms.find(code).orElseThrow();
    }

    /// Whether reports about such a period are asked for: passages by month, working time by
    /// quarter; the others by year, and by quarter where the Agency wants to see how things go.
    public boolean fits(ReportPeriod period) {
        return switch (form().period()) {
            case YEAR -> period.kind() != Kind.MONTH;
            case QUARTER -> period.kind() == Kind.QUARTER;
            case MONTH -> period.kind() == Kind.MONTH;
        };
    }

    /// Whether a report about this period gives facts. One about a quarter is an interim one: the
    /// facts are about the year.
    public boolean publishes(ReportPeriod period) {
        return period.kind() != Kind.QUARTER;
    }

    /// Whether its files are deleted when they are read: they say who passed which door when, and
    /// only hours are kept of that (order No. 121 names no term for which they may be kept).
    public boolean fleeting() {
        return this == ACCESS_EVENTS;
    }

    // DOUBT: No. 121, ¶8 says "state bodies" and no more, read as every body of the directory, one
    // with a parent or outside the assessment too, because nothing narrows it (W-25).
    /// Whether this body owes the form: one of an assessed kind that reports for itself. What
    /// belongs to another body stands in that one's rows (Appendix 1, row 2). The quarterly form is
    /// owed by every body.
    public boolean owedBy(StateBody body) {
        return quarterly() || (ASSESSED.contains(body.kind()) && body.parent().isEmpty());
    }

    /// Whether a file of this type can be read.
    public boolean takes(FileType type) {
        return type.rows().filter(form().types()::contains).isPresent();
    }
}
