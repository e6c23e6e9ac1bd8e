import { useState } from 'preact/hooks';
import { showDate } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import { Choices, TextField } from '../common/view';
import { WEEKDAYS } from './api';
import { useWorkmodeTexts } from './texts';

/** The remote days of combined work (¶3): days of the week, and single dates. */
export function DaysField(props: {
  weekdays: string[];
  dates: string[];
  error: string | undefined;
  change: (days: { weekdays?: string[]; dates?: string[] }) => void;
}) {
  const { weekdays, dates, error, change } = props;
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const [date, setDate] = useState('');
  const add = () => {
    if (date !== '' && !dates.includes(date)) {
      change({ dates: [...dates, date].sort() });
    }
    setDate('');
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
      <TextField id="remote-date" label={t('remote_date')} value={date} change={setDate} kind="date" />
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
