import type { ComponentChildren } from 'preact';
import { type FormError, TextField } from '../common/view';
import { minutesOf } from './period';
import { useWorkmodeTexts } from './texts';

/** A day's working time as it is typed. */
export interface TypedHours {
  start: string;
  end: string;
  breakFrom: string;
  breakTo: string;
}

const FIELDS = ['start', 'end', 'breakFrom', 'breakTo'] as const;

/** Beginning, end and break of a day; an end of 24:00 is midnight, one before the start the next day's. */
export function HoursFields(props: {
  text: (field: keyof TypedHours) => {
    id: string;
    value: string;
    change: (value: string) => void;
    error: string | undefined;
  };
  /** What follows from the hours, while they are typed. */
  children: ComponentChildren;
}) {
  const t = useWorkmodeTexts();
  const names = { start: t('start'), end: t('end'), breakFrom: t('break_from'), breakTo: t('break_to') };
  return (
    <fieldset class="hours">
      <legend>{t('hours')}</legend>
      <p class="hint">{t('hours_hint')}</p>
      <div class="four">
        {FIELDS.map((field) => (
          <TextField key={field} {...props.text(field)} label={names[field]} kind="short" />
        ))}
      </div>
      {props.children}
    </fieldset>
  );
}

/** Which of the hours are no times; a break has both its ends or none. */
export function hoursMistakes(typed: TypedHours, message: string): FormError[] {
  return FIELDS.filter((field) => {
    const value = typed[field].trim();
    const needed =
      field === 'breakFrom' ? typed.breakTo.trim() !== '' : field === 'breakTo' ? typed.breakFrom.trim() !== '' : true;
    return (needed || value !== '') && minutesOf(value, field === 'end' || field === 'breakTo') === null;
  }).map((field) => ({ field, message }));
}

/** The hours as the API has them. */
export function hoursOf({ start, end, breakFrom, breakTo }: TypedHours) {
  return {
    start: start.trim(),
    end: end.trim(),
    ...(breakFrom.trim() !== '' && { breakFrom: breakFrom.trim(), breakTo: breakTo.trim() }),
  };
}
