import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { FileInLanguages } from '../common/file-in-languages';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices } from '../common/view';
import { almatyNow, fromAlmaty } from '../desk/almaty-time';
import type { PresenceAct } from './api';
import type { VisitParts } from './one-visit';
import { useMonitoringTexts } from './texts';

/** The acts of presence of the visit, and those that wait on this device. */
export function Acts(parts: VisitParts) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { visit, outbox } = parts;
  const waiting = outbox.entries.flatMap(({ id, step }) => (step.kind === 'act' ? [{ id, ...step.body }] : []));
  return visit.acts.length + waiting.length === 0 ? null : (
    <section id="acts">
      <h2>{t('acts')}</h2>
      <ul class="cards">
        {visit.acts.map((act) => (
          <li key={act} class="card" data-act={act}>
            <OneAct {...parts} act={act} />
          </li>
        ))}
        {waiting.map(({ id, person, employee, workplace, observedAt }) => (
          <li key={id} class="card" data-waiting>
            {person ?? employee}, {workplace}, {showInstant(observedAt, common)}{' '}
            <span class="tag tag-closing">{t('waits')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneAct({ visit, act, official, again }: VisitParts & { act: string }) {
  const [loaded, reload] = useLoaded(at('/visits/{visit}/acts/{act}', { visit: visit.id, act }), visit.version);
  const done = () => {
    reload();
    again();
  };
  return (
    <LoadedView loaded={loaded} again={reload}>
      {(value) => (
        <>
          <ActFacts act={value} />
          <ActPaper act={value} />
          {official && value.state !== 'WITHDRAWN' && (
            <ActSteps act={value} sent={visit.result !== undefined} done={done} />
          )}
        </>
      )}
    </LoadedView>
  );
}

/**
 * What an act states: presence outside working time, compared with the person's own schedule. It is no violation by itself.
 *
 * @param alone whether it stands on a page of its own
 */
export function ActFacts({ act, alone = false }: { act: PresenceAct; alone?: boolean }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { schedule, acquaintance } = act;
  const Name = alone ? 'h2' : 'h3';
  return (
    <>
      <Name>{act.name ?? act.person ?? act.employee}</Name>
      <p>
        <strong class={`tag ${act.state === 'SIGNED' ? 'tag-open' : ''}`} data-state={act.state}>
          {t(`act_${act.state}`)}
        </strong>
      </p>
      <Facts
        id={`act-${act.id}`}
        facts={[
          [t('workplace'), act.workplace],
          [t('observed_at'), showInstant(act.observedAt, common)],
          [t('outside'), `${t(`when_${act.when}`)}${minutesOf(act, t)}`],
          [
            t('own_schedule'),
            schedule.start !== null &&
              `${schedule.start}–${schedule.end} (${[schedule.act, schedule.citation].filter(Boolean).join(', ')})`,
          ],
          [t('stated_reason'), act.reason],
          [t('overtime_act'), act.overtimeAct],
          [t('signatures'), t('signatures_of', { n: act.signatures.length, total: act.officials.length })],
          [
            t('acquaintance'),
            acquaintance && `${t(`acquainted_${acquaintance.kind}`)}, ${showInstant(acquaintance.at, common)}`,
          ],
          [t('withdrawn'), act.withdrawn],
        ]}
      />
    </>
  );
}

function minutesOf({ outsideMinutes }: PresenceAct, t: ReturnType<typeof useMonitoringTexts>): string {
  return outsideMinutes === null ? '' : `, ${t('minutes', { n: outsideMinutes })}`;
}

export function ActPaper({ act }: { act: PresenceAct }) {
  const t = useMonitoringTexts();
  return (
    <FileInLanguages
      file={`act-${act.id}`}
      title={t('act_paper')}
      label={(language) => t(`pdf_${language}`)}
      path={(lang) => at('/visits/{visit}/acts/{act}', { visit: act.visit, act: `${act.id}.pdf`, lang })}
      name={(language) => `act-${act.id}-${language}.pdf`}
    />
  );
}

/** @param sent whether the result of the visit was sent: nothing is withdrawn afterwards */
function ActSteps({ act, sent, done }: { act: PresenceAct; sent: boolean; done: () => void }) {
  const { claims } = useDesk();
  const signed = act.signatures.some(({ by, sha256 }) => by === claims.sub && sha256 === act.sha256);
  return (
    <>
      {act.state === 'DRAFT' && !signed && <Sign act={act} done={done} />}
      {act.acquaintance === undefined && <Acquaint act={act} done={done} />}
      {!sent && <Withdraw act={act} done={done} />}
    </>
  );
}

/** Over the digest of the act printed in Kazakh, which is what was read. */
function Sign({ act, done }: { act: PresenceAct; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`sign-${act.id}`}
      title={t('sign')}
      intro={t('sign_intro', { sha256: act.sha256 })}
      open
      about={act}
      initial={{}}
      submit={t('sign')}
      send={(_, version) =>
        api(at('/visits/{visit}/acts/{act}/signatures', { visit: act.visit, act: act.id }), {
          method: 'POST',
          body: { sha256: act.sha256, version },
        })
      }
      done={done}
    />
  );
}

function Acquaint({ act, done }: { act: PresenceAct; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`acquaint-${act.id}`}
      title={t('acquaint')}
      about={act}
      initial={{ kind: '' }}
      submit={t('save')}
      kind="plain"
      check={({ kind }) => (kind === '' ? [{ field: 'kind', message: t('missing_choice') }] : [])}
      send={({ kind }, version) =>
        api(at('/visits/{visit}/acts/{act}/acquaintance', { visit: act.visit, act: act.id }), {
          method: 'POST',
          body: { kind: kind as 'SIGNED' | 'REFUSED', at: fromAlmaty(almatyNow()) ?? act.observedAt, version },
        })
      }
      done={done}
    >
      {({ field, change, typed }) => (
        <Choices
          id={field('kind').id}
          legend={t('acquaint_legend')}
          error={field('kind').error}
          choices={(['SIGNED', 'REFUSED'] as const).map((value) => ({ value, label: t(`acquainted_${value}`) }))}
          selected={[typed.kind]}
          select={([kind = '']) => change({ kind })}
        />
      )}
    </Act>
  );
}

function Withdraw({ act, done }: { act: PresenceAct; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`withdraw-${act.id}`}
      title={t('withdraw')}
      about={act}
      initial={{ reason: '' }}
      submit={t('withdraw')}
      kind="danger"
      check={({ reason }) => (reason.trim() === '' ? [{ field: 'reason', message: t('missing_reason') }] : [])}
      send={({ reason }, version) =>
        api(at('/visits/{visit}/acts/{act}/withdraw', { visit: act.visit, act: act.id }), {
          method: 'POST',
          body: { reason: reason.trim(), version },
        })
      }
      done={done}
    >
      {({ field }) => <TextArea {...field('reason')} label={t('reason')} rows={2} />}
    </Act>
  );
}
