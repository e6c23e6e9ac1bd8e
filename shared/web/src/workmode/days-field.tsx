import { showDate } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import { Choices, TextField } from '../common/view';
import { WEEKDAYS } from './api';
import { datesOf } from './remote-act';
import { useWorkmodeTexts } from './texts';

/** The remote days of combined work (¶3): days of the week, and single dates. */
export function DaysField(props: {
  weekdays: string[];
  dates: string[];
  date: string;
  error: string | undefined;
  change: (days: { weekdays?: string[]; dates?: string[]; date?: string }) => void;
}) {
  const { weekdays, dates, date, error, change } = props;
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const add = () => {
    change({ dates: datesOf({ dates, date }), date: '' });
    document.getElementById('remote-date')?.focus();
  };
  return (
    <>
      <Choices
        id="remoteDays"
        legend={t('remote_days')}
        hint={t('remote_days_hint')}
        error={error}
        several
        choices={WEEKDAYS.map((value) => ({ value, label: t(`day_${value}`) }))}
        selected={weekdays}
        select={(chosen) => change({ weekdays: WEEKDAYS.filter((day) => chosen.includes(day)) })}
      />
      <TextField
        id="remote-date"
        label={t('remote_date')}
        value={date}
        change={(typed) => change({ date: typed })}
        kind="date"
      />
      <p>
        <button id="remote-date-add" type="button" class="button button-plain" onClick={add}>
          {t('add_date')}
        </button>
      </p>
      <ul class="chosen">
        {dates.map((each) => (
          <li key={each} data-date={each}>
            {showDate(each, common)}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => change({ dates: dates.filter((other) => other !== each) })}
            >
              {t('remove')}
              <span class="hidden">{`: ${showDate(each, common)}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
