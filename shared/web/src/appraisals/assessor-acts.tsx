import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { PersonField } from '../common/form/person-field';
import { almatyDay } from '../common/today';
import { TextField } from '../common/view';
import { Act } from './act';
import type { Appraisal } from './api';
import { ScoreCard, WithSheet } from './score-card';
import { useAppraisalTexts } from './texts';

/** What the assessor does: the score, and its delegation. */
export function AssessorActs({ appraisal, done }: { appraisal: Appraisal; done: () => void }) {
  const t = useAppraisalTexts();
  const { state } = appraisal;
  const scoring = state === 'WITH_ASSESSOR' || state === 'SCORED';
  return (
    <>
      {scoring && (
        <section id="score">
          <h2>{t('score_title')}</h2>
          <WithSheet appraisal={appraisal}>
            {(sheet) => <ScoreCard appraisal={appraisal} sheet={sheet} changed={done} />}
          </WithSheet>
        </section>
      )}
      {state === 'WITH_ASSESSOR' && <DelegateAct appraisal={appraisal} done={done} />}
    </>
  );
}

/** ¶17: of more than twenty. */
function DelegateAct({ appraisal, done }: { appraisal: Appraisal; done: () => void }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="delegate"
      title={t('delegate')}
      intro={t('delegate_intro')}
      appraisal={appraisal}
      initial={{ person: '', decidedOn: almatyDay(new Date()) }}
      submit={t('delegate_submit')}
      kind="plain"
      send={({ person, decidedOn }, version) =>
        api(at('/appraisals/{appraisal}/delegate', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: { person: person.trim(), decidedOn, version },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <PersonField {...field('person')} label={t('delegate_person')} />
          <TextField {...field('decidedOn')} label={t('decided_on')} kind="date" />
        </>
      )}
    </Act>
  );
}
