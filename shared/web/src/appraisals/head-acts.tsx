import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { TextArea } from '../common/text-area';
import { Act } from './act';
import type { Appraisal } from './api';
import { MembersAct } from './members-act';
import { useAppraisalTexts } from './texts';

/** What the appointing official does: the members of a session, and the refusal of a late application. */
export function HeadActs({ appraisal, done }: { appraisal: Appraisal; done: () => void }) {
  const { state, calibration } = appraisal;
  return (
    <>
      {(state === 'CAL_REQUESTED' || state === 'CAL_ORDERED' || state === 'CAL_HELD') && (
        <MembersAct appraisal={appraisal} by="OFFICIAL" done={done} />
      )}
      {state === 'CAL_REQUESTED' && calibration?.inTime === false && <RefuseAct appraisal={appraisal} done={done} />}
    </>
  );
}

function RefuseAct({ appraisal, done }: { appraisal: Appraisal; done: () => void }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="refuse"
      title={t('refuse')}
      intro={t('refuse_intro')}
      appraisal={appraisal}
      initial={{ reason: '' }}
      submit={t('refuse')}
      kind="danger"
      send={({ reason }, version) =>
        api(at('/appraisals/{appraisal}/calibration/refusal', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: { reason: reason.trim(), version },
        })
      }
      done={done}
    >
      {({ field }) => <TextArea {...field('reason')} label={t('reason')} />}
    </Act>
  );
}
