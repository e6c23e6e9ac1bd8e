import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Heading, SelectField } from '../common/view';
import { AUTHORITIES, type QuarterlyReport } from './api';
import { type Bodies, useBodies } from './bodies';
import { quartersBefore } from './quarters';
import { EnterRecipient } from './recipient';
import { useMonitoringTexts } from './texts';

/** The quarterly reports on working time (¶8): for an authority those that it receives, for a body's officer the own ones. */
export function Quarterly({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const authority = AUTHORITIES.some((role) => hasRole(desk, role));
  return (
    <>
      <Heading page="quarterly">{t('quarterly_title')}</Heading>
      {authority ? <Received query={query} /> : <Owed query={query} />}
    </>
  );
}

function Received({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const bodies = useBodies();
  const quarters = quartersBefore(almatyDay(new Date()));
  const quarter = query.get('quarter') ?? quarters[0] ?? '';
  const [loaded, again] = useLoaded(at('/worktime-reports', { quarter }));
  return (
    <>
      <p class="hint">{t('quarterly_intro')}</p>
      <SelectField
        id="quarter"
        label={t('quarter')}
        value={quarter}
        change={(chosen) => {
          location.hash = linkTo(['monitoring', 'reports'], { quarter: chosen });
        }}
        options={quarters.map((each): [string, string] => [each, each])}
      />
      <LoadedView loaded={loaded} again={again}>
        {({ reports, withoutRecipient = [] }) => (
          <>
            {withoutRecipient.length > 0 && (
              <WithoutRecipient bodies={bodies} without={withoutRecipient} entered={again} />
            )}
            {reports.length === 0 && <p id="no-reports">{t('no_reports')}</p>}
            <ul class="cards" id="quarterly">
              {reports.map((report) => (
                <ReportCard key={report.id} report={report} bodies={bodies} again={again} />
              ))}
            </ul>
          </>
        )}
      </LoadedView>
    </>
  );
}

/** Bodies that the order gives no recipient (W-25): the Agency enters one, nobody is guessed. */
function WithoutRecipient({ bodies, without, entered }: { bodies: Bodies; without: string[]; entered: () => void }) {
  const t = useMonitoringTexts();
  return (
    <section id="without-recipient">
      <h2>{t('without_recipient')}</h2>
      <p>{t('without_recipient_intro')}</p>
      <ul class="cards">
        {without.map((body) => (
          <li key={body} class="card" data-body={body}>
            <h3>{bodies.nameOf(body)}</h3>
            <EnterRecipient body={body} bodies={bodies} entered={entered} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Owed({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const { claims } = useDesk();
  const thisYear = Number(almatyDay(new Date()).slice(0, 4));
  const year = query.get('year') ?? quartersBefore(almatyDay(new Date()))[0]?.slice(0, 4) ?? String(thisYear);
  const [loaded, again] = useLoaded(at('/obligations', { body: claims.body ?? '', year }));
  return (
    <>
      <p class="hint">{t('quarterly_own_intro')}</p>
      <SelectField
        id="year"
        label={t('year')}
        value={year}
        change={(chosen) => {
          location.hash = linkTo(['monitoring', 'reports'], { year: chosen });
        }}
        options={[0, 1, 2, 3].map((back): [string, string] => [String(thisYear - back), String(thisYear - back)])}
      />
      <LoadedView loaded={loaded} again={again}>
        {({ quarterly = [] }) => (
          <>
            {quarterly.length === 0 && <p id="no-reports">{t('no_reports')}</p>}
            <ul class="cards" id="quarterly">
              {quarterly.map((report) => (
                <ReportCard key={report.id} report={report} again={again} />
              ))}
            </ul>
          </>
        )}
      </LoadedView>
    </>
  );
}

/** @param bodies where reports of several bodies are listed */
function ReportCard({ report, bodies, again }: { report: QuarterlyReport; bodies?: Bodies; again: () => void }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const { body, period, state, late, due, recipient, report: sent } = report;
  const own = bodies === undefined;
  const receives =
    recipient !== undefined &&
    ((hasRole(desk, 'agency') && recipient === 'agency') ||
      (hasRole(desk, 'territorial') && recipient === desk.claims.territory));
  const opens = hasRole(desk, 'agency') || hasRole(desk, 'hr');
  return (
    <li class="card" data-report={report.id} data-state={state}>
      <h2>{own || body === undefined ? period : bodies.nameOf(body)}</h2>
      <p>
        <strong class={`tag ${state === 'ACCEPTED' ? 'tag-open' : 'tag-closing'}`}>{t(`report_${state}`)}</strong>{' '}
        {late && state !== 'LATE' && <span class="tag tag-closing">{t('report_LATE')}</span>}
      </p>
      <Facts
        id={`report-${report.id}`}
        facts={[
          [t('recipient'), recipient === undefined ? t('recipient_none') : authorityOf(recipient, t)],
          [t('due'), due && showDate(due, common)],
          [t('received_at'), sent?.receivedAt && showInstant(sent.receivedAt, common)],
        ]}
      />
      {opens && sent !== undefined && (
        <p>
          <a href={linkTo(['reports', 'one', sent.id])}>{t('to_report')}</a>
        </p>
      )}
      {own && state !== 'ACCEPTED' && state !== 'CHECKING' && recipient !== undefined && (
        <p>
          <a class="button" href={linkTo(['reports', 'send', 'worktime', period])}>
            {t('report_send')}
          </a>
        </p>
      )}
      {!own && body !== undefined && hasRole(desk, 'agency') && (
        <p>
          <a class="to-recipient" href={linkTo(['monitoring', 'reports', body])}>
            {t('recipient_of_body')}
          </a>
        </p>
      )}
      {!own && receives && state === 'ACCEPTED' && sent !== undefined && <GiveBack id={sent.id} done={again} />}
    </li>
  );
}

export function authorityOf(authority: string, t: ReturnType<typeof useMonitoringTexts>): string {
  return authority === 'agency' ? t('authority_agency') : t('authority_unit', { unit: authority });
}

/** Sends an accepted report back with a reason, until another file is accepted. */
function GiveBack({ id, done }: { id: string; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`return-${id}`}
      title={t('report_return')}
      intro={t('report_return_intro')}
      about={{ id, version: 1 }}
      initial={{ reason: '' }}
      submit={t('report_return')}
      kind="danger"
      check={({ reason }) => (reason.trim() === '' ? [{ field: 'reason', message: t('missing_reason') }] : [])}
      send={({ reason }) =>
        api(at('/reports/{report}/return', { report: id }), { method: 'POST', body: { reason: reason.trim() } })
      }
      done={done}
    >
      {({ field }) => <TextArea {...field('reason')} label={t('reason')} rows={2} />}
    </Act>
  );
}
