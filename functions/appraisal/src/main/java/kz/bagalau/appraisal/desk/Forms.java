package kz.bagalau.appraisal.desk;

import kz.bagalau.cases.Edition;
import kz.bagalau.directory.AppraisalForms;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.ProtocolForm;

/// The forms of appraisal as they now stand.
public interface Forms {

    Edition<AppraisalForm> find(AnnexForm annex);

    /// The form of a session's protocol; the one that comes with the program, where not said
    /// otherwise.
    default Edition<ProtocolForm> protocol() {
        return new Edition<>(ProtocolForm.shipped(), 0);
    }

    /// As the directory holds them.
    static Forms of(AppraisalForms forms) {
        return new Forms() {
            @Override
            public Edition<AppraisalForm> find(AnnexForm annex) {
                return forms.find(annex);
            }

            @Override
            public Edition<ProtocolForm> protocol() {
                return forms.protocol();
            }
        };
    }
}
