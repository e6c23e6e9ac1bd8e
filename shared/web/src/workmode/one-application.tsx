import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices, Heading, Note, TextField } from '../common/view';
import { almatyNow, fromAlmaty } from '../desk/almaty-time';
import type { Application, DayHours } from './api';
import { ApplicationTag } from './tags';
import { useWorkmodeTexts } from './texts';

/** One application, and what its reader may do: register it, decide on it, take it back. */
export function OneApplication({ id }: { id: string }) {
  const [loaded, again] = useLoaded(at('/flexible-applications/{application}', { application: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(application) => (
        <WithDirectory>
          <ApplicationPage application={application} again={again} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

interface Parts {
  application: Application;
  again: () => void;
}

export function hoursText({ start, end, breakFrom, breakTo }: DayHours): string {
  return breakFrom === undefined ? `${start}–${end}` : `${start}–${end} (${breakFrom}–${breakTo})`;
}

function ApplicationPage({ application, again }: Parts) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const { nameOf } = useDirectory();
  const { id, employee, state, overdue, body, act } = application;
  const own = employee === desk.claims.sub;
  const office = desk.claims.body === body;
  const steps = { application, again };
  return (
    <>
      <Heading page={`application ${id}`} caption={t('application')}>
        {own ? t('own_application') : nameOf(employee)}
      </Heading>
      <p id="state" data-state={state}>
        <ApplicationTag state={state} overdue={overdue} />
      </p>
      <Notices application={application} />
      <Facts
        id="application"
        facts={[
          [t('reasons'), application.reasons],
          [t('hours'), hoursText(application.mode)],
          [t('period'), `${showDate(application.from, common)} – ${showDate(application.to, common)}`],
          [t('last_day'), showDate(application.lastAllowed, common)],
          [t('channel'), t(`channel_${application.channel}`)],
          [t('submitted_at'), showInstant(application.submittedAt, common)],
          [t('received_at'), application.receivedAt && showInstant(application.receivedAt, common)],
          [t('due'), application.due && showDate(application.due, common)],
          [t('decided_at'), application.decidedAt && showInstant(application.decidedAt, common)],
          [t('refusal'), application.refusalReason],
        ]}
      />
      {act !== undefined && (
        <p>
          <a href={linkTo(['worktime', 'acts', 'flexible', act])}>{t('to_act')}</a>
        </p>
      )}
      {office && (hasRole(desk, 'hr') || hasRole(desk, 'head')) && state === 'SUBMITTED' && <Receive {...steps} />}
      {office && hasRole(desk, 'head') && state === 'RECEIVED' && <Decide {...steps} />}
      {office && hasRole(desk, 'head') && state === 'APPROVED' && (
        <p>
          <a id="make-act" class="button" href={linkTo(['worktime', 'acts', 'flexible', 'new'])}>
            {t('make_act')}
          </a>
        </p>
      )}
      {own && ['SUBMITTED', 'RECEIVED', 'APPROVED'].includes(state) && <TakeBack {...steps} />}
    </>
  );
}

/** What the rules remark, and which wording of the norm holds. */
function Notices({ application: { warnings, norm } }: { application: Application }) {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  return (
    <>
      {warnings
        .filter(({ code }) => code !== 'TEXT_NOT_LOADED')
        .map(({ code, details }) => (
          <Note key={code} kind="warning">
            <p data-warning={code}>{t(`warning_${code as 'DURATION'}`, { details: details.join(' / ') })}</p>
          </Note>
        ))}
      {norm.state === 'TEXT_NOT_LOADED' && (
        <Note>
          <p data-norm={norm.paragraph}>
            {norm.meanwhile === undefined
              ? t('norm_not_loaded', { citation: norm.citation })
              : `${norm.citation}: ${norm.meanwhile[language]}`}
          </p>
        </Note>
      )}
    </>
  );
}

/** The day on which it reached the authorised person: the ten working days begin (¶16). */
function Receive({ application, again }: Parts) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id="receive"
      title={t('receive')}
      intro={t('receive_intro')}
      open
      about={application}
      initial={{ receivedAt: '' }}
      submit={t('receive')}
      send={({ receivedAt }, version) =>
        api(at('/flexible-applications/{application}/receipt', { application: application.id }), {
          method: 'PUT',
          body: { receivedAt: momentOf(receivedAt, application.submittedAt), version },
        })
      }
      done={again}
    >
      {({ field }) => (
        <TextField {...field('receivedAt')} label={t('received_at')} hint={t('now_hint')} kind="moment" />
      )}
    </Act>
  );
}

/** Fields know minutes only: what reached the official in the minute in which it was handed in did so at once. */
export function momentOf(typed: string, notBefore: string): string {
  const moment = fromAlmaty(typed === '' ? almatyNow() : typed) ?? notBefore;
  const gap = Date.parse(notBefore) - Date.parse(moment);
  return gap > 0 && gap < 60_000 ? notBefore : moment;
}

function Decide({ application, again }: Parts) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id="decide"
      title={t('decide')}
      open
      about={application}
      initial={{ decision: '', reason: '' }}
      submit={t('decide')}
      check={({ decision, reason }) =>
        decision === ''
          ? [{ field: 'decision', message: t('missing_choice') }]
          : decision === 'REFUSE' && reason.trim() === ''
            ? [{ field: 'reason', message: t('missing_reason') }]
            : []
      }
      send={({ decision, reason }, version) =>
        api(at('/flexible-applications/{application}/decision', { application: application.id }), {
          method: 'PUT',
          body: {
            decision: decision as 'APPROVE' | 'REFUSE',
            ...(decision === 'REFUSE' && { reason: reason.trim() }),
            version,
          },
        })
      }
      done={again}
    >
      {({ field, change, typed }) => (
        <Choices
          id={field('decision').id}
          legend={t('decision')}
          error={field('decision').error}
          choices={(['APPROVE', 'REFUSE'] as const).map((value) => ({ value, label: t(`decision_${value}`) }))}
          selected={[typed.decision]}
          select={([decision = '']) => change({ decision })}
          under={(value) =>
            value === 'REFUSE' && (
              <div class="under">
                <TextArea {...field('reason')} label={t('reason')} rows={2} />
              </div>
            )
          }
        />
      )}
    </Act>
  );
}

function TakeBack({ application, again }: Parts) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id="take-back"
      title={t('take_back')}
      intro={t('take_back_intro')}
      about={application}
      initial={{}}
      submit={t('take_back')}
      kind="danger"
      send={(_, version) =>
        api(at('/flexible-applications/{application}/withdraw', { application: application.id }), {
          method: 'POST',
          body: { version },
        })
      }
      done={again}
    />
  );
}
