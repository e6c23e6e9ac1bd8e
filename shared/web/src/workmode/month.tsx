import { at, type Schema } from '../common/api';
import { showInstant } from '../common/dates';
import { showDay } from '../common/day';
import { useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { LoadedView } from '../common/loaded-view';
import { monthOfYear, useMonthTexts } from '../common/month';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Heading } from '../common/view';
import type { ScheduleDay } from './api';
import { barsOf, lastOf, monthBeside, weekdayOf } from './days';
import { useOffice } from './office';
import { hoursText } from './one-application';
import { RegulatedHoursOf } from './regulated-hours';
import { useWorkmodeTexts } from './texts';
import { PlaceTag } from './today';

/** The month that an address names, such as `2026-11`; where it names none, that of today. */
export function monthOf(query: URLSearchParams): string {
  const asked = query.get('month') ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : almatyDay(new Date()).slice(0, 7);
}

/** A month of one person as a timeline: place, hours and why, day by day. */
export function Month({ employee, query }: { employee: string | undefined; query: URLSearchParams }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const { hr, head } = useOffice(claims.body ?? '');
  const whose = employee ?? claims.sub;
  const month = monthOf(query);
  const named = monthOfYear(month, useMonthTexts());
  const link = (to: string) =>
    linkTo(['worktime', 'month', ...(employee === undefined ? [] : [employee])], { month: to });
  return (
    <WithDirectory>
      <MonthHeading whose={whose} named={named} />
      <nav class="buttons buttons-near" aria-label={t('months')}>
        <a id="month-before" href={link(monthBeside(month, -1))}>
          {t('month_before')}
        </a>
        <a id="month-after" href={link(monthBeside(month, 1))}>
          {t('month_after')}
        </a>
        <a
          id="to-records"
          href={linkTo(['worktime', 'records', ...(employee === undefined ? [] : [employee])], { month })}
        >
          {t('to_records')}
        </a>
      </nav>
      <Days key={`${whose} ${month}`} employee={whose} month={month} />
      {(hr || head) && <RegulatedHoursOf key={whose} employee={whose} />}
    </WithDirectory>
  );
}

function MonthHeading({ whose, named }: { whose: string; named: string }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  return (
    <Heading page={`month ${whose} ${named}`} caption={named}>
      {whose === claims.sub ? t('own_month') : nameOf(whose)}
    </Heading>
  );
}

function Days({ employee, month }: { employee: string; month: string }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(
    at('/bodies/{body}/employees/{employee}/schedule', {
      body: claims.body ?? '',
      employee,
      from: `${month}-01`,
      to: lastOf(month),
    }),
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ days, readings }) => (
        <>
          <p class="hint" aria-hidden="true">
            {t('scale')}
          </p>
          <ol id="days" class="days">
            {days.map((day, index) => (
              <Day key={day.date} day={day} explained={!isExplained(days, index)} />
            ))}
          </ol>
          {readings !== undefined && <Readings readings={readings} />}
        </>
      )}
    </LoadedView>
  );
}

/** Why a day is as it is stands where it changes: at the first of the days that have the same reasons as those of their kind before. */
function isExplained(days: ScheduleDay[], index: number): boolean {
  const { working, because } = days[index]!;
  const before = days
    .slice(0, index)
    .reverse()
    .find((day) => day.working === working);
  return before !== undefined && JSON.stringify(before.because) === JSON.stringify(because);
}

function Day({ day, explained }: { day: ScheduleDay; explained: boolean }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { date, place, start, end, breakFrom, breakTo, because } = day;
  const rest = breakFrom !== undefined && breakTo !== undefined && { breakFrom, breakTo };
  const hours = start === undefined || end === undefined ? null : { start, end, ...rest };
  return (
    <li class="day" data-date={date} data-place={place}>
      <p class="day-head">
        <strong>
          {t(`short_${weekdayOf(date)}` as 'short_1')}, {showDay(date, common)}
        </strong>{' '}
        <PlaceTag place={place} /> {hours !== null && <span class="keep">{hoursText(hours)}</span>}
      </p>
      <svg class="day-bar" aria-hidden="true" focusable="false" width="100%" height="12">
        <rect class="day-ground" width="100%" height="12" />
        {barsOf(day).map(({ from, width, kind }) => (
          <rect key={`${kind} ${from}`} class={`day-${kind}`} x={`${from}%`} width={`${width}%`} height="12" />
        ))}
      </svg>
      <p class={explained ? 'hint' : 'hidden'}>
        {because
          .map(({ kind, act, citation }) => [t(`because_${kind}`), act, citation].filter(Boolean).join(', '))
          .join('; ')}
      </p>
    </li>
  );
}

/** Who has read one's times. */
function Readings({ readings }: { readings: Schema<'TimesReading'>[] }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  return (
    <details id="readings">
      <summary>{t('readings')}</summary>
      {readings.length === 0 ? (
        <p>{t('readings_none')}</p>
      ) : (
        <ul>
          {readings.map(({ by, at: when, from, to }) => (
            <li key={by + when}>
              {showInstant(when, common)}: {by} ({from === to ? from : `${from} – ${to}`})
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
