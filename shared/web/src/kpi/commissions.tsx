import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { type Commission, type Meeting, mayDo } from './api';
import { Compose } from './compose';
import { useDay } from './parts';
import { Folded, Step, useDone } from './step';
import { useKpiTexts } from './texts';
import { TimetableDays } from './timetable-days';
import { TimetableForm } from './timetable-form';

/** The commissions of the reader's body, and their meetings. */
export function CommissionList() {
  const t = useKpiTexts();
  const desk = useDesk();
  const rows = usePaged(
    (cursor) => at('/commissions', { cursor }),
    ({ commissions, next }) => ({ rows: commissions, next }),
  );
  return (
    <>
      <Heading page="commissions">{t('commissions')}</Heading>
      <List<Commission>
        id="commission-list"
        title={t('commissions')}
        file="commissions"
        rows={rows}
        keyOf={({ id }) => id}
        marks={({ id }) => ({ 'data-commission': id })}
        columns={[
          {
            id: 'order',
            name: t('order'),
            value: ({ order }) => `№ ${order.number}`,
            show: ({ id, order }) => <a href={linkTo(['kpi', 'commissions', id])}>№ {order.number}</a>,
          },
          { id: 'date', name: t('order_date'), kind: 'date', value: ({ order }) => order.date },
          { id: 'chair', name: t('chair'), value: (commission) => nameIn(commission, commission.chair) },
          { id: 'state', name: t('state'), value: ({ state }) => t(`timetable_${state}`) },
        ]}
        search={false}
        empty={t('no_commissions')}
      />
      {hasRole(desk, 'head') && (
        <Folded id="new-commission" title={t('compose_new')}>
          <Compose
            commission={null}
            done={(id) => {
              location.hash = linkTo(['kpi', 'commissions', id]);
            }}
          />
        </Folded>
      )}
      <Meetings />
    </>
  );
}

export function nameIn({ names }: { names?: Record<string, string> }, person: string): string {
  return names?.[person] ?? person;
}

function Meetings() {
  const t = useKpiTexts();
  const rows = usePaged(
    (cursor) => at('/commission-meetings', { cursor }),
    ({ meetings, next }) => ({ rows: meetings, next }),
  );
  return (
    <section>
      <h2>{t('meetings')}</h2>
      <List<Pick<Meeting, 'id' | 'heldOn' | 'state'>>
        id="meeting-list"
        title={t('meetings')}
        file="meetings"
        rows={rows}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-meeting': id, 'data-state': state })}
        columns={[
          {
            id: 'held',
            name: t('held_on'),
            kind: 'date',
            value: ({ heldOn }) => heldOn,
            show: ({ id, heldOn }) => <MeetingLink id={id} heldOn={heldOn} />,
          },
          { id: 'meeting-state', name: t('state'), value: ({ state }) => t(`meeting_${state}`) },
        ]}
        search={false}
        empty={t('no_meetings')}
      />
    </section>
  );
}

function MeetingLink({ id, heldOn }: { id: string; heldOn: string }) {
  const day = useDay();
  return <a href={linkTo(['kpi', 'meetings', id])}>{day(heldOn)}</a>;
}

export function OneCommission({ id }: { id: string }) {
  const [commission, again] = useLoaded(at('/commissions/{commission}', { commission: id }));
  return (
    <LoadedView loaded={commission} again={again}>
      {(value) => <CommissionPage commission={value} again={again} />}
    </LoadedView>
  );
}

function CommissionPage({ commission, again }: { commission: Commission; again: () => void }) {
  const t = useKpiTexts();
  const day = useDay();
  const { api } = useDesk();
  const [notice, done] = useDone(again);
  const { id, version, order, timetable, orders = [] } = commission;
  const agreed = at('/commissions/{commission}/timetable/agreement', { commission: id });
  return (
    <>
      <Heading page={`commission ${id}`} caption={t('commission_one')}>
        {`${t('order')} № ${order.number}`}
      </Heading>
      {notice}
      <Facts
        id="composition"
        facts={[
          [
            t('timetable'),
            <strong key="state" class="tag" id="state" data-state={commission.state}>
              {t(`timetable_${commission.state}`)}
            </strong>,
          ],
          [t('order'), `№ ${order.number}, ${day(order.date)}`],
          [t('chair'), nameIn(commission, commission.chair)],
          [t('members'), commission.members.map((member) => nameIn(commission, member)).join(', ')],
          [t('secretary'), nameIn(commission, commission.secretary)],
          [
            t('orders_before'),
            orders.length > 1 &&
              orders
                .slice(0, -1)
                .map(({ number }) => `№ ${number}`)
                .join(', '),
          ],
        ]}
      />
      {timetable !== undefined && (
        <Facts
          id="timetable"
          facts={[
            [t('assessment_from'), day(timetable.assessmentFrom)],
            [t('notify_by'), day(timetable.notifyBy)],
          ]}
        />
      )}
      {mayDo(commission, 'agree') && (
        <Step
          step="agree"
          about={id}
          label={t('agree_timetable')}
          initial={{}}
          send={() => api(agreed, { method: 'POST', body: { version } })}
          done={done('done')}
          again={again}
        />
      )}
      <TimetableDays commission={commission} done={done('done')} again={again} />
      {mayDo(commission, 'propose') && (
        <Folded id="proposing" title={timetable === undefined ? t('propose_timetable') : t('change_timetable')}>
          <TimetableForm commission={commission} done={done('done')} again={again} />
        </Folded>
      )}
      {mayDo(commission, 'compose') && (
        <Folded id="composing" title={t('change_composition')}>
          <Compose commission={commission} done={() => done('done')([])} />
        </Folded>
      )}
    </>
  );
}
