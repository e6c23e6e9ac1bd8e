import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { useLanguage } from '../common/language';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, SelectField, TextField } from '../common/view';
import { type Appeal, mayDo } from './api';
import { Paper, useDay } from './parts';
import { Step, type StepDone, useDone } from './step';
import { useKpiTexts } from './texts';

const STATES = ['FILED', 'PROPOSED', 'LEFT', 'CANCELLED'] as const;

/** The appeals that the reader may see: those addressed to them, the body's own, one's own. */
export function AppealList() {
  const t = useKpiTexts();
  const language = useLanguage();
  const [bodies] = useLoaded(at('/bodies'));
  const bodyName = (id: string) =>
    (bodies.at === 'here' ? bodies.value.bodies.find((body) => body.id === id)?.name[language] : undefined) ?? id;
  const rows = usePaged(
    (cursor) => at('/appeals', { cursor }),
    ({ appeals, next }) => ({ rows: appeals, next }),
  );
  return (
    <>
      <Heading page="appeals">{t('appeals')}</Heading>
      <List<Appeal>
        id="appeal-list"
        title={t('appeals')}
        file="appeals"
        rows={rows}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-appeal': id, 'data-state': state })}
        columns={[
          {
            id: 'name',
            name: t('employee'),
            value: ({ name, employee, id }) => name ?? employee ?? id,
            show: ({ id, name, employee }) => <a href={linkTo(['kpi', 'appeals', id])}>{name ?? employee ?? id}</a>,
          },
          { id: 'body', name: t('body'), value: ({ body }) => bodyName(body) },
          { id: 'to', name: t('appeal_to'), value: ({ to }) => t(`to_${to}`) },
          { id: 'filed', name: t('filed_on'), kind: 'date', value: ({ filedOn }) => filedOn },
          { id: 'in-time', name: t('in_time'), value: ({ inTime }) => t(inTime ? 'yes' : 'no') },
          { id: 'state', name: t('state'), value: ({ state }) => t(`appeal_${state}`) },
        ]}
        filters={[
          {
            id: 'state',
            label: t('state'),
            options: STATES.map((state): [string, string] => [state, t(`appeal_${state}`)]),
            holds: ({ state }, chosen) => state === chosen,
          },
        ]}
        empty={t('no_appeals')}
      />
    </>
  );
}

export function OneAppeal({ id }: { id: string }) {
  const [appeal, again] = useLoaded(at('/appeals/{appeal}', { appeal: id }));
  return (
    <LoadedView loaded={appeal} again={again}>
      {(value) => <AppealPage appeal={value} again={again} />}
    </LoadedView>
  );
}

function AppealPage({ appeal, again }: { appeal: Appeal; again: () => void }) {
  const t = useKpiTexts();
  const day = useDay();
  const [notice, done] = useDone(again);
  return (
    <>
      <Heading page={`appeal ${appeal.id}`} caption={t('appeal_one')}>
        {appeal.name ?? appeal.employee ?? appeal.id}
      </Heading>
      {notice}
      <Facts
        id="appeal-facts"
        facts={[
          [
            t('state'),
            <strong key="state" class="tag" id="state" data-state={appeal.state}>
              {t(`appeal_${appeal.state}`)}
            </strong>,
          ],
          [t('appeal_to'), t(`to_${appeal.to}`)],
          [t('filed_on'), day(appeal.filedOn)],
          [t('in_time'), t(appeal.inTime ? 'yes' : 'no')],
          [
            t('appeal_outcome'),
            appeal.outcome && `${t(`outcome_${appeal.outcome}`)}: № ${appeal.number}, ${day(appeal.date)}`,
          ],
          [t('declined'), appeal.declined],
        ]}
      />
      {appeal.text !== undefined && (
        <>
          <h2>{t('appeal_text')}</h2>
          <p class="said-text">{appeal.text}</p>
        </>
      )}
      <Deciding appeal={appeal} done={done('done')} again={again} />
      <p>
        <a id="to-sheet" href={linkTo(['kpi', 'sheets', appeal.sheet])}>
          {t('to_sheet')}
        </a>
      </p>
      <Paper of="sheet" id={appeal.sheet} />
    </>
  );
}

interface Typed {
  outcome: string;
  number: string;
  date: string;
}

/** What the reader may decide: the Agency and its units propose or leave it; the personnel service records a court's judgment. */
function Deciding({ appeal, done, again }: { appeal: Appeal; done: StepDone; again: () => void }) {
  const t = useKpiTexts();
  const { api } = useDesk();
  const outcomes = (
    [
      ['propose', 'PROPOSE_REVIEW'],
      ['leave', 'LEAVE'],
      ['court-cancel', 'CANCELLED'],
      ['dismiss', 'LEAVE'],
    ] as const
  ).flatMap(([event, outcome]) => (mayDo(appeal, event) ? [outcome] : []));
  if (outcomes.length === 0) {
    return null;
  }
  const check = ({ outcome, number, date }: Typed) => [
    ...(outcome === '' ? [{ field: 'outcome', message: t('error_choose') }] : []),
    ...(number.trim() === '' ? [{ field: 'number', message: t('error_number') }] : []),
    ...(date === '' ? [{ field: 'date', message: t('error_date') }] : []),
  ];
  const send = ({ outcome, number, date }: Typed) =>
    api(at('/appeals/{appeal}/decide', { appeal: appeal.id }), {
      method: 'POST',
      body: {
        version: appeal.version,
        outcome: outcome as (typeof outcomes)[number],
        number: number.trim(),
        date,
      },
    });
  return (
    <section id="deciding">
      <h2>{appeal.to === 'COURT' ? t('record_judgment') : t('decide_appeal')}</h2>
      <Step<Typed>
        step="decide"
        about={appeal.id}
        label={t('decide_save')}
        initial={{ outcome: '', number: '', date: almatyDay(new Date()) }}
        check={check}
        send={send}
        fieldOf={(pointer) => ({ '/outcome': 'outcome', '/number': 'number', '/date': 'date' })[pointer]}
        done={done}
        again={again}
      >
        {(form) => (
          <>
            <SelectField
              {...form.text('outcome')}
              label={t('appeal_outcome')}
              options={[['', t('choose')], ...outcomes.map((each): [string, string] => [each, t(`outcome_${each}`)])]}
            />
            <TextField {...form.text('number')} label={t('letter_number')} kind="short" />
            <TextField {...form.text('date')} label={t('letter_date')} kind="date" />
          </>
        )}
      </Step>
    </section>
  );
}
