import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { DocumentField } from '../common/form/document-field';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { almatyDay, daysUntil } from '../common/today';
import { Choices, Note, TextField } from '../common/view';
import { Act } from './act';
import type { Appraisal } from './api';
import { useAppraisalTexts } from './texts';

interface ActsProps {
  appraisal: Appraisal;
  done: () => void;
}

/** What an employee may do about the own result: disagree within the window, withdraw, object, appeal. */
export function EmployeeActs({ appraisal, done }: ActsProps) {
  const { state } = appraisal;
  return (
    <>
      {(state === 'PUBLISHED' || state === 'FINAL') && <Disagree appraisal={appraisal} done={done} />}
      {(state === 'CAL_REQUESTED' || state === 'CAL_ORDERED') && <Withdraw appraisal={appraisal} done={done} />}
      <ObjectAct appraisal={appraisal} done={done} />
      {(state === 'PUBLISHED' || state === 'FINAL') && <AppealAct appraisal={appraisal} done={done} />}
    </>
  );
}

/** The application for a calibration session (¶10), with the days that are left. */
function Disagree({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const { id, applyBy, state, calibration } = appraisal;
  const left = applyBy === undefined ? 0 : daysUntil(applyBy, almatyDay(new Date()));
  const inTime = state === 'PUBLISHED' && applyBy !== undefined && left >= 0;
  if (calibration?.score !== undefined) {
    return null;
  }
  return (
    <>
      {inTime && (
        <Note>
          <p id="days-left" data-left={left}>
            {t(left === 0 ? 'disagree_today' : 'disagree_by', { on: showDate(applyBy, common), n: left })}
          </p>
        </Note>
      )}
      <Act
        id="apply"
        title={t(inTime ? 'disagree' : 'disagree_late')}
        intro={t(inTime ? 'disagree_intro' : 'disagree_late_intro')}
        appraisal={appraisal}
        initial={{ text: '' }}
        submit={t('disagree_submit')}
        check={({ text }) => (text.trim() === '' ? [{ field: 'text', message: t('missing_text') }] : [])}
        send={({ text }, version, idempotencyKey) =>
          api(at('/appraisals/{appraisal}/calibration', { appraisal: id }), {
            method: 'POST',
            body: { text: text.trim(), version },
            idempotencyKey,
          })
        }
        done={done}
      >
        {({ field }) => <TextArea {...field('text')} label={t('disagree_text')} hint={t('disagree_hint')} rows={6} />}
      </Act>
    </>
  );
}

function Withdraw({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="withdraw"
      title={t('withdraw')}
      intro={t('withdraw_intro')}
      appraisal={appraisal}
      initial={{}}
      submit={t('withdraw')}
      kind="plain"
      send={(_, version) =>
        api(at('/appraisals/{appraisal}/calibration', { appraisal: appraisal.id, version }), { method: 'DELETE' })
      }
      done={done}
    />
  );
}

/** ¶14: about the procedure, beside the case. */
function ObjectAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="object"
      title={t('object')}
      intro={t('object_intro')}
      appraisal={appraisal}
      initial={{ text: '' }}
      submit={t('object_submit')}
      kind="plain"
      check={({ text }) => (text.trim() === '' ? [{ field: 'text', message: t('missing_text') }] : [])}
      send={({ text }, version, idempotencyKey) =>
        api(at('/appraisals/{appraisal}/objections', { appraisal: appraisal.id }), {
          method: 'POST',
          body: { text: text.trim(), version },
          idempotencyKey,
        })
      }
      done={done}
    >
      {({ field }) => <TextArea {...field('text')} label={t('object_text')} />}
    </Act>
  );
}

/** An appeal outside of the body, recorded by the employee or the personnel service. */
export function AppealAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="appeal"
      title={t('appeal')}
      intro={t(appraisal.calibration?.score === undefined ? 'appeal_intro_no_session' : 'appeal_intro')}
      appraisal={appraisal}
      initial={{ kind: 'APPC', filedOn: almatyDay(new Date()), document: '' }}
      submit={t('appeal_submit')}
      kind="plain"
      send={({ kind, filedOn, document }, version) =>
        api(at('/appraisals/{appraisal}/appeal', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            kind: kind as 'APPC' | 'COURT',
            filedOn,
            ...(document.trim() !== '' && { document: document.trim() }),
            version,
          },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <Choices
            id={field('kind').id}
            legend={t('appeal_kind')}
            error={field('kind').error}
            choices={(['APPC', 'COURT'] as const).map((value) => ({ value, label: t(`appeal_${value}`) }))}
            selected={[field('kind').value]}
            select={([kind = 'APPC']) => field('kind').change(kind)}
          />
          <TextField {...field('filedOn')} label={t('filed_on')} kind="date" />
          <DocumentField {...field('document')} label={t('document')} hint={t('document_hint')} />
        </>
      )}
    </Act>
  );
}
