package kz.bagalau.appraisal;

import kz.bagalau.cases.Edition;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The forms of appraisal as they now stand.
interface Forms {

    Edition<AppraisalForm> find(AnnexForm annex);
}
