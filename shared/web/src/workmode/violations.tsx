import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Choices, Note, TextField } from '../common/view';
import { about, goesOn } from './act-steps';
import { type FlexibleAct, type FlexibleRow, VIOLATION_KINDS, type Violation } from './api';
import { missing } from './checks';
import { useOffice } from './office';
import { countedOf } from './systematic';
import { useWorkmodeTexts } from './texts';

interface Parts {
  act: FlexibleAct;
  row: FlexibleRow;
  again: () => void;
}

/** ¶21: what was recorded against one employee, what of it counts, and whether the act may be cancelled for it. */
export function ViolationsOf({ act, row, least, again }: Parts & { least: number }) {
  const t = useWorkmodeTexts();
  const { hr, head } = useOffice(act.body);
  const recorded = (act.violations ?? []).filter(({ employee }) => employee === row.employee);
  if (recorded.length === 0 && !hr && !head) {
    return null;
  }
  return (
    <section id="violations">
      <h2>{t('violations')}</h2>
      {recorded.length === 0 ? (
        <p id="no-violations">{t('no_violations')}</p>
      ) : (
        <ul class="cards">
          {recorded.map((violation) => (
            <OneViolation key={violation.id} act={act} violation={violation} looks={hr} again={again} />
          ))}
        </ul>
      )}
      <Systematic counted={countedOf(recorded, row).length} least={least} open={goesOn(row)} />
      {hr && row.state !== 'ANNULLED' && <RecordViolation act={act} row={row} again={again} />}
    </section>
  );
}

/** The violations of an act that wait for the personnel service, each a way to the employee's row. */
export function OpenViolations({ act }: { act: FlexibleAct }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const open = (act.violations ?? []).filter(({ state }) => state === 'OPEN');
  return open.length === 0 ? null : (
    <section id="open-violations">
      <h2>{t('open_violations')}</h2>
      <ul>
        {open.map(({ id, employee, date }) => (
          <li key={id}>
            <a href={linkTo(['worktime', 'acts', 'flexible', act.id, employee])}>
              {nameOf(employee)}, {showDate(date, common)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is systematic, and so whether the act may be cancelled: the authorised person decides. */
function Systematic({ counted, least, open }: { counted: number; least: number; open: boolean }) {
  const t = useWorkmodeTexts();
  const may = counted >= least;
  return (
    <Note kind={may && open ? 'warning' : 'plain'}>
      <p id="systematic" data-systematic={may ? 'yes' : 'no'}>
        {t('systematic', { least, counted })} {t(!open ? 'systematic_over' : may ? 'systematic_yes' : 'systematic_no')}
      </p>
    </Note>
  );
}

function OneViolation(props: { act: FlexibleAct; violation: Violation; looks: boolean; again: () => void }) {
  const { act, violation, looks, again } = props;
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { id, date, kind, state, description, explanation } = violation;
  return (
    <li class="card" data-violation={id} data-state={state}>
      <h3>
        {showDate(date, common)}{' '}
        <strong class={`tag ${state === 'CONFIRMED' ? 'tag-closing' : ''}`}>{t(`violation_${state}`)}</strong>
      </h3>
      <Facts
        id={`violation-${id}`}
        facts={[
          [t('violation_kind'), t(`violation_${kind}`)],
          [t('description'), description],
          [t('explanation'), explanation],
        ]}
      />
      {looks && state === 'OPEN' && <LookAt act={act} violation={violation} again={again} />}
    </li>
  );
}

/** The personnel service confirms or rejects, with what the employee has explained. */
function LookAt({ act, violation, again }: { act: FlexibleAct; violation: Violation; again: () => void }) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`look-${violation.id}`}
      title={t('look_at')}
      intro={t('look_at_intro')}
      about={violation}
      there={({ state }) => (state === undefined ? undefined : t(`violation_${state as Violation['state']}`))}
      initial={{ state: '', explanation: '' }}
      submit={t('decide')}
      check={(typed) => missing({ state: typed.state }, { state: t('missing_choice') })}
      send={({ state, explanation }, version) =>
        api(at('/flexible-acts/{act}/violations/{violation}', { act: act.id, violation: violation.id }), {
          method: 'PUT',
          body: {
            state: state as 'CONFIRMED' | 'REJECTED',
            ...(explanation.trim() !== '' && { explanation: explanation.trim() }),
            version,
          },
        })
      }
      done={again}
    >
      {({ field, typed, change }) => (
        <>
          <Choices
            id={field('state').id}
            legend={t('decision')}
            error={field('state').error}
            choices={(['CONFIRMED', 'REJECTED'] as const).map((value) => ({ value, label: t(`look_${value}`) }))}
            selected={[typed.state]}
            select={([state = '']) => change({ state })}
          />
          <TextArea {...field('explanation')} label={t('explanation')} hint={t('explanation_hint')} rows={2} />
        </>
      )}
    </Act>
  );
}

const EMPTY = { date: '', kind: '', description: '' };

function RecordViolation({ act, row, again }: Parts) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const last = [row.to, almatyDay(new Date())].sort()[0] ?? row.to;
  return (
    <Act
      id="violation"
      title={t('record_violation')}
      about={about(act, row)}
      initial={EMPTY}
      submit={t('record_violation_submit')}
      check={(typed) =>
        missing(typed, { date: t('missing_day'), kind: t('missing_choice'), description: t('missing_description') })
      }
      send={({ date, kind, description }, _, idempotencyKey) =>
        api(at('/flexible-acts/{act}/violations', { act: act.id }), {
          method: 'POST',
          body: {
            employee: row.employee,
            date,
            kind: kind as Violation['kind'],
            description: description.trim(),
          },
          idempotencyKey,
        })
      }
      done={again}
    >
      {({ field, typed, change }) => (
        <>
          <TextField
            {...field('date')}
            label={t('day')}
            hint={t('within', {
              from: showDate(row.from, common),
              to: showDate(last, common),
            })}
            kind="date"
          />
          <Choices
            id={field('kind').id}
            legend={t('violation_kind')}
            error={field('kind').error}
            choices={VIOLATION_KINDS.map((value) => ({ value, label: t(`violation_${value}`) }))}
            selected={[typed.kind]}
            select={([kind = '']) => change({ kind })}
          />
          <TextArea {...field('description')} label={t('description')} rows={2} />
        </>
      )}
    </Act>
  );
}
