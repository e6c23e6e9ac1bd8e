import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { VISIT_KINDS, VISIT_STATES, type VisitLine } from './api';
import { type Bodies, useBodies } from './bodies';
import { type KeptVisit, notebook } from './notebook';
import { useMonitoringTexts } from './texts';

/** The visits of the authority; without a network those that this device keeps. */
export function Visits() {
  const t = useMonitoringTexts();
  const bodies = useBodies();
  const paged = usePaged(
    (cursor) => at('/visits', { cursor }),
    ({ visits, next }) => ({ rows: visits, next }),
  );
  return (
    <>
      <Heading page="visits">{t('visits')}</Heading>
      <p>
        <a id="register" class="button" href={linkTo(['monitoring', 'visits', 'new'])}>
          {t('register')}
        </a>
      </p>
      {paged.trouble === 'unreachable' && paged.rows.length === 0 && <KeptVisits />}
      <List
        id="visit-list"
        title={t('visits')}
        file="visits"
        rows={paged}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-visit': id, 'data-state': state })}
        columns={useColumns(bodies)}
        filters={useFilters()}
        sort={{ column: 'date', down: true }}
        empty={t('no_visits')}
      />
    </>
  );
}

function useColumns(bodies: Bodies): Column<VisitLine>[] {
  const t = useMonitoringTexts();
  return [
    {
      id: 'body',
      name: t('body'),
      value: ({ body }) => bodies.nameOf(body),
      show: ({ id, body }) => <a href={linkTo(['monitoring', 'visits', id])}>{bodies.nameOf(body)}</a>,
    },
    { id: 'date', name: t('date'), kind: 'date', value: ({ date }) => date },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`visit_${state}`),
      show: ({ state }) => (
        <strong class={`tag ${state === 'IN_PROGRESS' ? 'tag-open' : ''}`}>{t(`visit_${state}`)}</strong>
      ),
    },
    {
      id: 'kind',
      name: t('kind'),
      value: ({ kind, number }) => [t(`kind_${kind}`), number && `№ ${number}`].filter(Boolean).join(' '),
    },
  ];
}

function useFilters(): Filter<VisitLine>[] {
  const t = useMonitoringTexts();
  return [
    {
      id: 'state',
      label: t('state'),
      options: VISIT_STATES.map((state): [string, string] => [state, t(`visit_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
    {
      id: 'kind',
      label: t('kind'),
      options: VISIT_KINDS.map((kind): [string, string] => [kind, t(`kind_${kind}`)]),
      holds: ({ kind }, chosen) => kind === chosen,
    },
  ];
}

/** Visits that were opened on this device before the network was lost. */
function KeptVisits() {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { claims } = useDesk();
  const [kept, setKept] = useState<KeptVisit[]>([]);
  useEffect(() => {
    void notebook()
      .then((pages) => pages.visits(claims.sub))
      .then(setKept, () => undefined);
  }, []);
  return kept.length === 0 ? null : (
    <section id="kept-visits">
      <h2>{t('kept_visits')}</h2>
      <ul>
        {kept.map(({ id, body, visit }) => (
          <li key={id}>
            <a href={linkTo(['monitoring', 'visits', id])}>
              {body}, {showDate(visit.date, common)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
