import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { HeatMap } from '../common/chart/heat-map';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, Loading, Note, SelectField } from '../common/view';
import { AUTHORITIES, type OvertimeOf } from './api';
import { useBodies } from './bodies';
import { Deviations } from './overtime-deviations';
import { lastYearOf, MEASURES, type Measure, mapOf, monthsOf, yearsUntil } from './overtime-map';
import { OvertimePeople } from './overtime-people';
import { useMonitoringTexts } from './texts';

/** So many years are looked through for the last month that was counted: two questions of two years each. */
const SPAN = 2;

/** Overtime of a body by unit and month, as it was counted from passages; by person where that may be read. */
export function OvertimeRoom({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const bodies = useBodies();
  const authority = AUTHORITIES.some((role) => hasRole(desk, role));
  const body = authority ? (query.get('body') ?? '') : (desk.claims.body ?? '');
  const year = query.get('year');
  return (
    <>
      <Heading page="overtime">{t('overtime_title')}</Heading>
      {authority && (
        <SelectField
          id="body"
          label={t('body')}
          value={body}
          change={(chosen) => {
            location.hash = linkTo(['monitoring', 'overtime'], { body: chosen });
          }}
          options={[['', t('choose')], ...bodies.options]}
        />
      )}
      {body !== '' &&
        (year === null ? (
          <LatestYear key={body} body={body} query={query} />
        ) : (
          <OfYear key={`${body} ${year}`} body={body} year={year} query={query} />
        ))}
    </>
  );
}

/** Opens at the last year that has figures, so that nobody begins with an empty map. */
function LatestYear({ body, query }: { body: string; query: URLSearchParams }) {
  const thisYear = Number(almatyDay(new Date()).slice(0, 4));
  const [until, setUntil] = useState(thisYear);
  const asked = yearsUntil(until, SPAN);
  const [loaded, again] = useLoaded(at('/overtime', { body, ...asked }));
  const seen = loaded.at === 'here' && loaded.value.to === asked.to ? loaded.value : null;
  const last = seen === null ? null : lastYearOf(seen.months);
  const further = seen !== null && last === null && until === thisYear;
  useEffect(() => {
    if (further) {
      setUntil(thisYear - SPAN);
    }
  }, [further]);
  return (
    <LoadedView loaded={loaded} again={again}>
      {() => {
        const year = last ?? String(thisYear);
        return seen === null || further ? <Loading /> : <OfYear key={year} body={body} year={year} query={query} />;
      }}
    </LoadedView>
  );
}

function OfYear({ body, year, query }: { body: string; year: string; query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const thisYear = Number(almatyDay(new Date()).slice(0, 4));
  const measure = MEASURES.find((each) => each === query.get('measure')) ?? 'weekday';
  const authority = AUTHORITIES.some((role) => hasRole(desk, role));
  const [loaded, again] = useLoaded(at('/overtime', { body, from: `${year}-01`, to: `${year}-12` }));
  const choose = (part: Record<string, string>) => {
    location.hash = linkTo(['monitoring', 'overtime'], { ...(authority && { body }), year, measure, ...part });
  };
  return (
    <>
      <SelectField
        id="year"
        label={t('year')}
        value={year}
        change={(chosen) => choose({ year: chosen })}
        options={[0, 1, 2, 3].map((back): [string, string] => [String(thisYear - back), String(thisYear - back)])}
      />
      <SelectField
        id="measure"
        label={t('measure')}
        value={measure}
        change={(chosen) => choose({ measure: chosen })}
        options={MEASURES.map((each): [string, string] => [each, t(`measure_${each}`)])}
      />
      <LoadedView loaded={loaded} again={again}>
        {(overtime) => (
          <>
            <OvertimeMap overtime={overtime} measure={measure} />
            {overtime.months.length > 0 && <ByPerson overtime={overtime} body={body} year={year} />}
          </>
        )}
      </LoadedView>
    </>
  );
}

/** Deviations from flexible time are for the body's own personnel service, which accounts for it (No. 120, ¶20). */
function ByPerson({ overtime, body, year }: { overtime: OvertimeOf; body: string; year: string }) {
  const desk = useDesk();
  const own = hasRole(desk, 'hr') && desk.claims.body === body;
  return (
    <>
      <OvertimePeople body={body} year={year} />
      {own && <Deviations body={body} months={overtime.months.map(({ month }) => month)} />}
    </>
  );
}

function OvertimeMap({ overtime, measure }: { overtime: OvertimeOf; measure: Measure }) {
  const t = useMonitoringTexts();
  const { months, missing, sendAgain, provisional } = overtime;
  if (months.length === 0) {
    return <p id="no-overtime">{t('no_overtime')}</p>;
  }
  const { rows, high } = mapOf(overtime, measure, t('whole_body'));
  return (
    <>
      {provisional && (
        <Note kind="warning">
          <p id="provisional">{t('overtime_provisional')}</p>
        </Note>
      )}
      {sendAgain.length > 0 && (
        <Note kind="warning">
          <p id="send-again">{t('overtime_again', { months: sendAgain.join(', ') })}</p>
        </Note>
      )}
      {missing.length > 0 && <p class="hint">{t('overtime_missing', { months: missing.join(', ') })}</p>}
      <HeatMap
        id="overtime"
        title={`${t(`measure_${measure}`)}, ${t('man_hours')}`}
        corner={t('unit')}
        columns={[...monthsOf(overtime).map((month) => month.slice(5)), t('sum')]}
        rows={rows}
        low={0}
        high={high}
        digits={1}
      />
    </>
  );
}
