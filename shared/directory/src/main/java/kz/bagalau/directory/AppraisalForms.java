package kz.bagalau.directory;

import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.appraisal.AnnexForm;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.ProtocolForm;

/// The forms of appraisal that the Agency edits, each edition kept: a case keeps the edition on
/// which it was scored. The ones that come with the program are edition 0.
public interface AppraisalForms {

    Edition<AppraisalForm> find(AnnexForm annex);

    /// The form as it once stood.
    Optional<Edition<AppraisalForm>> find(AnnexForm annex, long version);

    Edition<ProtocolForm> protocol();

    Optional<Edition<ProtocolForm>> protocol(long version);

    /// Stores a new edition with an audit entry; the same again changes nothing.
    Saved<AppraisalForm> put(AnnexForm annex, AppraisalForm next, OptionalLong seen, Caller by);

    Saved<ProtocolForm> putProtocol(ProtocolForm next, OptionalLong seen, Caller by);
}
