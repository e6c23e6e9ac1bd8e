import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { official, useDirectory, WithDirectory } from '../common/directory';
import { FileInLanguages } from '../common/file-in-languages';
import type { Said } from '../common/form/act';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { Appraisal } from './api';
import { AssessorActs } from './assessor-acts';
import { CalibrationView } from './calibration-view';
import { DisputeActs } from './dispute-acts';
import { EmployeeActs } from './employee-acts';
import { FeedbackAct } from './feedback-act';
import { HeadActs } from './head-acts';
import { PersonnelActs } from './personnel-acts';
import { Result } from './result';
import { SessionActs } from './session-acts';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** What somebody is in a case, as far as the pages can know it; what is done is the server's to allow. */
export interface Parts {
  employee: boolean;
  assessor: boolean;
  personnel: boolean;
  head: boolean;
}

export function usePartsOf(): (appraisal: Appraisal) => Parts {
  const desk = useDesk();
  return ({ employee, assessor, body, calibration }) => {
    const { sub } = desk.claims;
    const own = employee === sub;
    const ofBody = desk.claims.body === body && !own;
    const personnel = ofBody && hasRole(desk, 'hr');
    const head = ofBody && hasRole(desk, 'head');
    const member = calibration?.members?.some(({ person }) => person === sub) === true;
    return {
      employee: own,
      // Whoever sees another's case and is nothing else in it stands in for an absent assessor.
      assessor: !own && (assessor === sub || !(personnel || head || member)),
      personnel,
      head,
    };
  };
}

/** What the server remarked on what was done last. */
function Warnings({ said }: { said: Said[] }) {
  const language = useLanguage();
  return (
    <div role="status" id="warnings">
      {said.map(({ code, text }) => (
        <Note key={code} kind="warning">
          <p data-warning={code}>{text?.[language]}</p>
        </Note>
      ))}
    </div>
  );
}

/** One case: what came of it, what the reader may do, and what happened so far. */
export function OneAppraisal({ id }: { id: string }) {
  const [loaded, again] = useLoaded(at('/appraisals/{appraisal}', { appraisal: id }));
  const [warnings, setWarnings] = useState<Said[]>([]);
  const done = (said: Said[] = []) => {
    setWarnings(said);
    again();
  };
  return (
    <>
      <Warnings said={warnings} />
      <LoadedView loaded={loaded} again={again}>
        {(appraisal) => (
          <WithDirectory>
            <Case appraisal={appraisal} again={done} />
          </WithDirectory>
        )}
      </LoadedView>
    </>
  );
}

function Case({ appraisal, again }: { appraisal: Appraisal; again: () => void }) {
  const t = useAppraisalTexts();
  const { nameOf } = useDirectory();
  const parts = usePartsOf()(appraisal);
  const { id, quarter = '', state, late, employee = '', person } = appraisal;
  const whole = appraisal.due !== undefined;
  const name = person?.name ?? nameOf(employee);
  return (
    <>
      <Heading page={`appraisal ${id}`} caption={t('quarter_of', { quarter })}>
        {parts.employee ? t('own_appraisal') : name}
      </Heading>
      <p id="state" data-state={state}>
        <StateTag state={state} late={late === true && !parts.employee} />
      </p>
      {!whole && <p id="state-only">{t('state_only')}</p>}
      <Result appraisal={appraisal} />
      {parts.employee && whole && <EmployeeActs appraisal={appraisal} done={again} />}
      {parts.assessor && whole && <AssessorActs appraisal={appraisal} done={again} />}
      {parts.assessor &&
        appraisal.calibration?.protocol !== undefined &&
        appraisal.calibration.feedback === undefined && <FeedbackAct appraisal={appraisal} done={again} />}
      {parts.head && <HeadActs appraisal={appraisal} done={again} />}
      {parts.personnel && <PersonnelActs appraisal={appraisal} done={again} />}
      {appraisal.calibration !== undefined && <CalibrationView appraisal={appraisal} />}
      {parts.personnel && <SessionActs appraisal={appraisal} done={again} />}
      {parts.personnel && <DisputeActs appraisal={appraisal} done={again} />}
      <Objections appraisal={appraisal} />
      {whole && <Particulars appraisal={appraisal} />}
      {appraisal.score !== undefined && (
        <section>
          <h2>{t('sheet_file')}</h2>
          <FileInLanguages
            file="sheet"
            title={t('sheet_file')}
            label={(language) => t(`pdf_${language}`)}
            path={(lang) => at('/appraisals/{appraisal}', { appraisal: `${id}.pdf`, lang })}
            name={(language) => `appraisal-${quarter}-${language}.pdf`}
          />
        </section>
      )}
      {(parts.employee || parts.personnel) && whole && <Readings id={id} />}
      <History appraisal={appraisal} />
    </>
  );
}

function Objections({ appraisal: { objections = [] } }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  return objections.length === 0 ? null : (
    <section id="objections">
      <h2>{t('objections')}</h2>
      <ul class="said">
        {objections.map(({ n, text, on, answer, answeredOn }) => (
          <li key={n} data-objection={n}>
            {showDate(on, common)}: {text}
            <br />
            <strong>
              {answer === undefined
                ? t('objection_open')
                : t('objection_answered', { on: showDate(answeredOn ?? on, common), answer })}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the person is assessed, by whom and by when. */
function Particulars({ appraisal }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const { person, period, eligibility, workedDays, decided, assessor, assessorPerson, basis, named, due, reason } =
    appraisal;
  const tenure = appraisal.tenure?.explained?.map((text) => text[language]) ?? [];
  const facts: [string, string | undefined][] = [
    [t('position'), person?.position && official(person.position, language)],
    [t('unit'), person?.unit && typeof person.unit !== 'string' ? official(person.unit, language) : undefined],
    [t('period'), period && `${showDate(period.from, common)} – ${showDate(period.to, common)}`],
    [t('eligibility'), eligibility && t(`eligibility_${eligibility}`)],
    [t('worked'), workedDays === undefined ? undefined : String(workedDays)],
    [t('decided'), decided && `${t(`eligibility_${decided.eligibility}`)}: ${decided.reason}`],
    [
      t('assessor'),
      assessor === undefined
        ? reason === 'NO_ASSESSOR'
          ? t('no_assessor')
          : undefined
        : (assessorPerson?.name ?? nameOf(assessor)),
    ],
    [t('basis'), basis && `${t(`basis_${basis}` as 'basis_RULE_1')}${named === undefined ? '' : `: ${named.reason}`}`],
    [t('form'), appraisal.form && t(`form_${appraisal.form}`)],
    [t('due'), due && showDate(due, common)],
    [t('scored_on'), appraisal.scoredOn && `${showDate(appraisal.scoredOn, common)}, ${appraisal.scorer ?? ''}`],
    [t('published_on'), appraisal.publishedOn && showDate(appraisal.publishedOn, common)],
    [t('opened_at'), appraisal.openedAt && showInstant(appraisal.openedAt, common)],
    [t('apply_by'), appraisal.applyBy && showDate(appraisal.applyBy, common)],
    [t('inform_by'), appraisal.informBy && showDate(appraisal.informBy, common)],
    [t('completed_on'), appraisal.completedOn && showDate(appraisal.completedOn, common)],
  ];
  return (
    <section id="particulars">
      <h2>{t('particulars')}</h2>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value === undefined || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {tenure.length > 0 && (
        <details id="tenure">
          <summary>{t('tenure')}</summary>
          <ul>
            {tenure.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {appraisal.flags?.includes('MULTI_CASE_QUARTER') && <p>{t('multi_case')}</p>}
      {(appraisal.others ?? []).map((other) => (
        <p key={other.id}>
          {'state' in other ? (
            <a href={linkTo(['appraisals', 'one', other.id])}>{t('other_case')}</a>
          ) : (
            t('other_body', { body: other.body })
          )}
        </p>
      ))}
    </section>
  );
}

/** Who has read the case. */
function Readings({ id }: { id: string }) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const [loaded, again] = useLoaded(at('/appraisals/{appraisal}/readings', { appraisal: id }));
  return (
    <details id="readings">
      <summary>{t('readings')}</summary>
      <LoadedView loaded={loaded} again={again}>
        {({ readings }) =>
          readings.length === 0 ? (
            <p>{t('readings_none')}</p>
          ) : (
            <ul>
              {readings.map(({ by, name, at: when }) => (
                <li key={by + when}>
                  {showInstant(when, common)}: {name}
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
    </details>
  );
}

function History({ appraisal: { history = [] } }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  return history.length === 0 ? null : (
    <details id="history">
      <summary>{t('history')}</summary>
      <ul>
        {[...history].reverse().map(({ event, by, at: when, state }) => (
          <li key={when + event} data-event={event}>
            {showInstant(when, common)}: {t(`state_${state}`)} <span class="hint">({nameOf(by)})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
