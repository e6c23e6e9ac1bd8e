import { at } from '../common/api';
import { useDesk } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import type { Line } from './api';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** The calibration sessions in which the reader sits. */
export function Sessions() {
  const t = useAppraisalTexts();
  const { claims } = useDesk();
  const paged = usePaged(
    (cursor) => at('/appraisals', { member: claims.sub, body: claims.body, cursor, numbers: false }),
    ({ appraisals, next }) => ({ rows: appraisals as Line[], next }),
  );
  const columns: Column<Line>[] = [
    {
      id: 'name',
      name: t('employee'),
      value: ({ name, employee }) => name ?? employee,
      show: ({ id, name, employee }) => <a href={linkTo(['appraisals', 'one', id])}>{name ?? employee}</a>,
    },
    { id: 'quarter', name: t('quarter'), value: ({ quarter }) => quarter },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`state_${state}`),
      show: ({ state }) => <StateTag state={state} />,
    },
  ];
  return (
    <>
      <Heading page="sessions">{t('sessions_title')}</Heading>
      <p>{t('sessions_intro')}</p>
      <List
        id="sessions"
        title={t('sessions_title')}
        file="sessions"
        rows={paged}
        keyOf={({ id }) => id}
        columns={columns}
        empty={t('sessions_none')}
      />
    </>
  );
}
