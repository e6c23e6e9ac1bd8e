import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Choices, TextField } from '../common/view';
import { about, useStands } from './act-steps';
import type { FlexibleAct, FlexibleRow, Values } from './api';
import { missing, unsigned } from './checks';
import { lastExtended } from './period';
import { countedOf } from './systematic';
import { useWorkmodeTexts } from './texts';

interface Parts {
  act: FlexibleAct;
  row: FlexibleRow;
  again: () => void;
}

/** ¶18: by agreement the period goes on. */
export function Extend({ act, row, values, again }: Parts & { values: Values }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const stands = useStands();
  const { api } = useDesk();
  const last = lastExtended(row.to, values);
  return (
    <Act
      id="extend"
      title={t('extend')}
      intro={t('extend_intro')}
      about={about(act, row)}
      there={stands}
      initial={{ to: '', agreement: '', number: '', signedOn: almatyDay(new Date()) }}
      submit={t('extend_submit')}
      check={(typed) => [
        ...missing(typed, { to: t('missing_day'), agreement: t('missing_document') }),
        ...(last !== null && typed.to > last ? [{ field: 'to', message: t('beyond') }] : []),
        ...unsigned(typed, t),
      ]}
      send={({ to, agreement, number, signedOn }, version) =>
        api(at('/flexible-acts/{act}/extensions', { act: act.id }), {
          method: 'POST',
          body: { employee: row.employee, to, agreement: agreement.trim(), number: number.trim(), signedOn, version },
        })
      }
      done={again}
    >
      {({ field }) => (
        <>
          <TextField
            {...field('to')}
            label={t('new_last_day')}
            hint={
              last === null
                ? undefined
                : t('last_extended', { now: showDate(row.to, common), day: showDate(last, common) })
            }
            kind="date"
          />
          <TextField {...field('agreement')} label={t('agreement')} />
          <TextField {...field('number')} label={t('number')} kind="short" />
          <TextField {...field('signedOn')} label={t('signed_on')} kind="date" />
        </>
      )}
    </Act>
  );
}

/** ¶21: for systematic violation the authorised person may cancel it; why that is open or not stands with the violations. */
export function Cancel({ act, row, least, again }: Parts & { least: number }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const stands = useStands();
  const { api } = useDesk();
  const counted = countedOf(act.violations ?? [], row);
  if (counted.length < least) {
    return null;
  }
  return (
    <Act
      id="cancel"
      title={t('cancel')}
      intro={t('cancel_intro')}
      about={about(act, row)}
      there={stands}
      initial={{ violations: counted.map(({ id }) => id), lastDay: '', number: '', signedOn: almatyDay(new Date()) }}
      submit={t('cancel_submit')}
      kind="danger"
      check={({ violations, ...typed }) => [
        ...(violations.length < least ? [{ field: 'violations', message: t('too_few', { least }) }] : []),
        ...missing({ lastDay: typed.lastDay }, { lastDay: t('missing_day') }),
        ...unsigned(typed, t),
      ]}
      send={({ number, ...typed }, version) =>
        api(at('/flexible-acts/{act}/cancel', { act: act.id }), {
          method: 'POST',
          body: { ...typed, employee: row.employee, number: number.trim(), version },
        })
      }
      done={again}
    >
      {({ field, typed, change }) => (
        <>
          <Choices
            id={field('violations').id}
            legend={t('confirmed_violations')}
            error={field('violations').error}
            several
            choices={counted.map(({ id, date, description }) => ({
              value: id,
              label: showDate(date, common),
              hint: description,
            }))}
            selected={typed.violations}
            select={(violations) => change({ violations })}
          />
          <TextField {...field('lastDay')} label={t('to')} hint={t('not_backwards')} kind="date" />
          <TextField {...field('number')} label={t('number')} kind="short" />
          <TextField {...field('signedOn')} label={t('signed_on')} kind="date" />
        </>
      )}
    </Act>
  );
}
