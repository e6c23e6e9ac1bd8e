import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import type { Plan } from './api';
import { useMonitoringTexts } from './texts';

/** Plans of visits: an authority's own, or those that were sent to the reader's body. */
export function Plans() {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const authorityName = useAuthorityName();
  const plans = usePaged(
    (cursor) => at('/visit-plans', { cursor }),
    ({ plans: rows, next }) => ({ rows, next }),
  );
  const columns: Column<Plan>[] = [
    {
      id: 'from',
      name: t('plan_from'),
      value: ({ from }) => from,
      show: ({ id, from, to }) => (
        <a href={linkTo(['monitoring', 'plans', id])}>
          {from} – {to}
        </a>
      ),
    },
    { id: 'state', name: t('state'), value: ({ state }) => t(`plan_${state}`) },
    { id: 'authority', name: t('authority'), value: ({ authority }) => authorityName(authority) },
  ];
  return (
    <>
      <Heading page="plans">{t('plans')}</Heading>
      {(hasRole(desk, 'agency') || hasRole(desk, 'territorial')) && (
        <p>
          <a id="draft-plan" class="button" href={linkTo(['monitoring', 'plans', 'new'])}>
            {t('plan_new')}
          </a>
        </p>
      )}
      <List
        id="plan-list"
        title={t('plans')}
        file="visit-plans"
        rows={plans}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-plan': id, 'data-state': state })}
        columns={columns}
        search={false}
        sort={{ column: 'from', down: true }}
        empty={t('no_plans')}
      />
    </>
  );
}

/** The Agency, or its territorial unit by its identifier. */
export function useAuthorityName(): (authority: string) => string {
  const t = useMonitoringTexts();
  return (authority) => (authority === 'agency' ? t('authority_agency') : t('authority_unit', { unit: authority }));
}
