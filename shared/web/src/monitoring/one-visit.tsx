import { useEffect } from 'preact/hooks';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { Facts } from '../common/facts';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import { ActForm } from './act-form';
import { Acts } from './acts';
import type { Visit } from './api';
import { EvidenceForm, EvidenceList } from './evidence';
import { ExplanationForm, ExplanationList } from './explanations';
import { type SeenVisit, useVisit } from './kept-visit';
import { type Outbox, useOutbox } from './outbox';
import { Queue } from './queue';
import { useMonitoringTexts } from './texts';
import { CancelVisit, ChangeVisit, FinishVisit, StartVisit } from './visit-steps';

/** One visit: on a phone, with or without a network. */
export function OneVisit({ id }: { id: string }) {
  const { claims } = useDesk();
  const official = ({ officials }: Visit) => officials.some(({ sub }) => sub === claims.sub);
  const outbox = useOutbox(id);
  const [seen, again] = useVisit(id, official);
  useEffect(() => {
    if (outbox.settled > 0) {
      again();
    }
  }, [outbox.settled]);
  return (
    <LoadedView loaded={seen} again={again}>
      {(value) => <VisitPage seen={value} outbox={outbox} official={official(value.visit)} again={again} />}
    </LoadedView>
  );
}

export interface VisitParts {
  visit: Visit;
  outbox: Outbox;
  /** Whether the reader is an official of the visit, whose steps are theirs. */
  official: boolean;
  again: () => void;
}

function VisitPage({ seen, outbox, official, again }: { seen: SeenVisit } & Omit<VisitParts, 'visit'>) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const { visit, body, since } = seen;
  const parts = { visit, outbox, official: official && hasRole(desk, 'monitor'), again };
  const begun =
    visit.state === 'IN_PROGRESS' ||
    (visit.state === 'REGISTERED' && outbox.entries.some(({ step }) => step.kind === 'start'));
  return (
    <>
      <Heading page={`visit ${visit.id}`} caption={`${t(`kind_${visit.kind}`)}, ${showDate(visit.date, common)}`}>
        {body}
      </Heading>
      <p>
        <strong class={`tag ${begun ? 'tag-open' : ''}`} id="state" data-state={visit.state}>
          {t(`visit_${visit.state}`)}
        </strong>
      </p>
      {since !== undefined && (
        <Note kind="warning">
          <p id="kept-since">{t('kept_since', { at: showInstant(new Date(since).toISOString(), common) })}</p>
        </Note>
      )}
      {parts.official && (isOpen(visit) || outbox.entries.length > 0) && <Queue outbox={outbox} />}
      <VisitFacts visit={visit} />
      {parts.official && visit.state === 'REGISTERED' && !begun && <StartVisit {...parts} />}
      {visit.state === 'REGISTERED' && !begun && <BeforeTheStart {...parts} />}
      {begun && parts.official && <Recording {...parts} />}
      <EvidenceList {...parts} />
      <ExplanationList {...parts} />
      <Acts {...parts} />
      {visit.state === 'IN_PROGRESS' && parts.official && <FinishVisit {...parts} />}
      {visit.result !== undefined && (
        <p>
          <a href={linkTo(['monitoring', 'results', visit.result])}>{t('to_result')}</a>
        </p>
      )}
    </>
  );
}

function isOpen({ state }: Visit): boolean {
  return state === 'REGISTERED' || state === 'IN_PROGRESS';
}

function BeforeTheStart(parts: VisitParts) {
  return (
    <>
      <ChangeVisit {...parts} />
      <CancelVisit {...parts} />
    </>
  );
}

/** What can be written down while the visit is under way. */
function Recording(parts: VisitParts) {
  const t = useMonitoringTexts();
  return (
    <section id="recording" aria-label={t('recording')}>
      <EvidenceForm {...parts} />
      <ExplanationForm {...parts} />
      <ActForm {...parts} />
    </section>
  );
}

function VisitFacts({ visit }: { visit: Visit }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { officials, invited, ground, number, unscheduledLeft, startedAt, finishedAt, cancelled, warnings } = visit;
  return (
    <>
      {warnings.map(({ code, paragraph }) => (
        <Note key={code} kind="warning">
          <p data-warning={code}>{t(`warning_${code}`, { paragraph })}</p>
        </Note>
      ))}
      <Facts
        id="visit"
        facts={[
          [t('number'), number && t('number_of', { n: number, left: unscheduledLeft })],
          [t('ground'), ground],
          [t('officials'), officials.map(({ name, card }) => `${name} (${t('card')} ${card})`).join('; ')],
          [t('invited'), invited.map(({ name, kind }) => `${name} (${t(`guest_${kind}`)})`).join('; ')],
          [t('started'), startedAt && showInstant(startedAt, common)],
          [t('finished'), finishedAt && showInstant(finishedAt, common)],
          [t('cancelled'), cancelled],
        ]}
      />
    </>
  );
}
