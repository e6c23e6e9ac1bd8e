import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { DocumentField } from '../common/form/document-field';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { Choices, TextField } from '../common/view';
import { Act } from './act';
import type { Appraisal, Objection } from './api';
import { AppealAct } from './employee-acts';
import { MembersAct } from './members-act';
import { useAppraisalTexts } from './texts';

interface ActsProps {
  appraisal: Appraisal;
  done: () => void;
}

/** What the personnel service records where an employee disagrees; open objections come first. */
export function DisputeActs({ appraisal, done }: ActsProps) {
  const { state, objections = [] } = appraisal;
  const published = state === 'PUBLISHED' || state === 'FINAL';
  return (
    <>
      {objections.map(
        (objection) =>
          objection.answer === undefined && (
            <AnswerAct key={objection.n} objection={objection} appraisal={appraisal} done={done} />
          ),
      )}
      {published && appraisal.calibration?.score === undefined && (
        <PaperApplication appraisal={appraisal} done={done} />
      )}
      {(state === 'CAL_REQUESTED' || state === 'CAL_ORDERED' || state === 'CAL_HELD') && (
        <MembersAct appraisal={appraisal} by="MASLIKHAT" done={done} />
      )}
      {published && <AppealAct appraisal={appraisal} done={done} />}
      {state === 'UNDER_APPEAL' && <OutcomeAct appraisal={appraisal} done={done} />}
    </>
  );
}

/** An application that came on paper, with its days. */
function PaperApplication({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  const today = almatyDay(new Date());
  return (
    <Act
      id="paper"
      title={t('paper')}
      intro={t('paper_intro')}
      appraisal={appraisal}
      initial={{ text: '', submittedOn: today, receivedOn: today, document: '' }}
      submit={t('paper_submit')}
      kind="plain"
      send={({ text, submittedOn, receivedOn, document }, version, idempotencyKey) =>
        api(at('/appraisals/{appraisal}/calibration', { appraisal: appraisal.id }), {
          method: 'POST',
          body: { text: text.trim(), submittedOn, receivedOn, document: document.trim(), version },
          idempotencyKey,
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <TextArea {...field('text')} label={t('disagree_text')} rows={5} />
          <TextField {...field('submittedOn')} label={t('submitted_on')} kind="date" />
          <TextField {...field('receivedOn')} label={t('received_on')} kind="date" />
          <DocumentField {...field('document')} label={t('document')} hint={t('document_hint')} />
        </>
      )}
    </Act>
  );
}

const OUTCOMES = ['LEFT', 'NEW_SESSION', 'SCORE'] as const;

function OutcomeAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="outcome"
      open
      title={t('outcome')}
      appraisal={appraisal}
      initial={{ outcome: 'LEFT' as string, score: '', on: almatyDay(new Date()), document: '' }}
      submit={t('outcome_submit')}
      send={({ outcome, score, on, document }, version) =>
        api(at('/appraisals/{appraisal}/appeal/outcome', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            outcome: outcome as (typeof OUTCOMES)[number],
            ...(outcome === 'SCORE' && { score: score.trim().replace(',', '.') }),
            on,
            document: document.trim(),
            version,
          },
        })
      }
      done={done}
    >
      {({ field, typed }) => (
        <>
          <Choices
            id={field('outcome').id}
            legend={t('outcome_kind')}
            error={field('outcome').error}
            choices={OUTCOMES.map((value) => ({ value, label: t(`outcome_${value}`) }))}
            selected={[typed.outcome]}
            select={([outcome = 'LEFT']) => field('outcome').change(outcome)}
            under={(outcome) =>
              outcome === 'SCORE' && <TextField {...field('score')} label={t('score')} kind="decimal" />
            }
          />
          <TextField {...field('on')} label={t('outcome_on')} kind="date" />
          <DocumentField {...field('document')} label={t('document')} hint={t('document_hint')} />
        </>
      )}
    </Act>
  );
}

function AnswerAct({ objection, appraisal, done }: ActsProps & { objection: Objection }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`answer-${objection.n}`}
      open
      title={t('answer_objection', { n: objection.n })}
      intro={objection.text}
      appraisal={appraisal}
      initial={{ answer: '' }}
      submit={t('answer_submit')}
      send={({ answer }, version) =>
        api(at('/appraisals/{appraisal}/objections/{objection}', { appraisal: appraisal.id, objection: objection.n }), {
          method: 'PUT',
          body: { answer: answer.trim(), version },
        })
      }
      done={done}
    >
      {({ field }) => <TextArea {...field('answer')} label={t('answer')} />}
    </Act>
  );
}
