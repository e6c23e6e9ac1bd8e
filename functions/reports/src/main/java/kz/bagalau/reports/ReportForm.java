package kz.bagalau.reports;

import java.util.Optional;
import java.util.Set;
import kz.bagalau.directory.StateBody;
import kz.bagalau.forms.report.Form;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.lambda.Role;
import kz.bagalau.reports.ReportPeriod.Kind;
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
    ACCESS_EVENTS("access-events", Direction.PM);

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
    private final Direction direction;

    ReportForm(String code, Direction direction) {
        this.code = code;
        this.direction = direction;
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

    public Direction direction() {
        return direction;
    }

    /// What stands in it.
    public Form form() {
        return Forms.find(code).orElseThrow();
    }

    /// Whether reports about such a period are asked for: passages by month; the others by year,
    /// and by quarter where the Agency wants to see how things go.
    public boolean fits(ReportPeriod period) {
        return (form().period() == Form.Period.MONTH) == (period.kind() == Kind.MONTH);
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

    /// Whether this body owes the form: one of an assessed kind that reports for itself. What
    /// belongs to another body stands in that one's rows (Appendix 1, row 2).
    public boolean owedBy(StateBody body) {
        return ASSESSED.contains(body.kind()) && body.parent().isEmpty();
    }

    /// Whether a file of this type can be read.
    public boolean takes(FileType type) {
        return type.rows().filter(form().types()::contains).isPresent();
    }
}
