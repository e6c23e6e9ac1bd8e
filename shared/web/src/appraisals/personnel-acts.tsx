import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { DocumentField } from '../common/form/document-field';
import { PersonField } from '../common/form/person-field';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { SelectField, TextField } from '../common/view';
import { Act } from './act';
import { type Appraisal, CHANNELS, ELIGIBILITIES, type Eligibility } from './api';
import { useAppraisalTexts } from './texts';

interface ActsProps {
  appraisal: Appraisal;
  done: () => void;
}

/** What the personnel service does up to the notice of the result. */
export function PersonnelActs({ appraisal, done }: ActsProps) {
  const { state } = appraisal;
  const before = state === 'CHECKING' || state === 'WITH_ASSESSOR';
  return (
    <>
      {before && <NameAssessor appraisal={appraisal} done={done} />}
      {(before || state === 'NOT_ASSESSED') && <DecideEligibility appraisal={appraisal} done={done} />}
      {appraisal.leftOn !== undefined && appraisal.publishedOn !== undefined && (
        <InformAct appraisal={appraisal} done={done} />
      )}
    </>
  );
}

function NameAssessor({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="assessor"
      open={appraisal.reason === 'NO_ASSESSOR'}
      title={t('name_assessor')}
      intro={t('name_assessor_intro')}
      appraisal={appraisal}
      initial={{ assessor: '', reason: '' }}
      submit={t('name_assessor')}
      send={({ assessor, reason }, version) =>
        api(at('/appraisals/{appraisal}/assessor', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: { assessor: assessor.trim(), reason: reason.trim(), version },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <PersonField {...field('assessor')} label={t('assessor')} />
          <TextArea {...field('reason')} label={t('reason')} />
        </>
      )}
    </Act>
  );
}

function DecideEligibility({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="eligibility"
      title={t('decide_eligibility')}
      intro={t('decide_eligibility_intro')}
      appraisal={appraisal}
      initial={{ eligibility: (appraisal.eligibility ?? 'ELIGIBLE') as string, reason: '' }}
      submit={t('decide')}
      kind="plain"
      send={({ eligibility, reason }, version) =>
        api(at('/appraisals/{appraisal}/eligibility', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: { eligibility: eligibility as Eligibility, reason: reason.trim(), version },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <SelectField
            {...field('eligibility')}
            label={t('eligibility')}
            options={ELIGIBILITIES.map((each): [string, string] => [each, t(`eligibility_${each}`)])}
          />
          <TextArea {...field('reason')} label={t('reason')} />
        </>
      )}
    </Act>
  );
}

/** ¶9: who has left is informed by a channel that records it. */
function InformAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="inform"
      open={appraisal.receivedOn === undefined}
      title={t('inform')}
      intro={t('inform_intro')}
      appraisal={appraisal}
      initial={{
        channel: 'REGISTERED_LETTER' as string,
        sentOn: almatyDay(new Date()),
        deliveredOn: '',
        proof: '',
      }}
      submit={t('inform_submit')}
      send={({ channel, sentOn, deliveredOn, proof }, version, idempotencyKey) =>
        api(at('/appraisals/{appraisal}/inform', { appraisal: appraisal.id }), {
          method: 'POST',
          body: {
            channel: channel as (typeof CHANNELS)[number],
            sentOn,
            ...(deliveredOn !== '' && { deliveredOn }),
            ...(proof.trim() !== '' && { proof: { document: proof.trim() } }),
            version,
          },
          idempotencyKey,
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <SelectField
            {...field('channel')}
            label={t('channel')}
            options={CHANNELS.map((each): [string, string] => [each, t(`channel_${each}`)])}
          />
          <TextField {...field('sentOn')} label={t('sent_on')} kind="date" />
          <TextField {...field('deliveredOn')} label={t('delivered_on')} hint={t('delivered_on_hint')} kind="date" />
          <DocumentField {...field('proof')} label={t('proof')} hint={t('document_hint')} />
        </>
      )}
    </Act>
  );
}
