import { at, type Schema } from '../common/api';
import { HeatMap } from '../common/chart/heat-map';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, Note, SelectField } from '../common/view';
import { AUTHORITIES } from './api';
import { useBodies } from './bodies';
import { MEASURES, type Measure, mapOf, monthsOf } from './overtime-map';
import { useMonitoringTexts } from './texts';

type Overtime = Schema<'Overtime'>;

/** Overtime of a body by unit and month, as it was counted from passages. */
export function OvertimeRoom({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const bodies = useBodies();
  const authority = AUTHORITIES.some((role) => hasRole(desk, role));
  const body = authority ? (query.get('body') ?? '') : (desk.claims.body ?? '');
  const thisYear = Number(almatyDay(new Date()).slice(0, 4));
  const year = query.get('year') ?? String(thisYear);
  const measure = MEASURES.find((each) => each === query.get('measure')) ?? 'weekday';
  const choose = (part: Record<string, string>) => {
    location.hash = linkTo(['monitoring', 'overtime'], { ...(authority && { body }), year, measure, ...part });
  };
  return (
    <>
      <Heading page="overtime">{t('overtime_title')}</Heading>
      {authority && (
        <SelectField
          id="body"
          label={t('body')}
          value={body}
          change={(chosen) => choose({ body: chosen })}
          options={[['', t('choose')], ...bodies.options]}
        />
      )}
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
      {body !== '' && <OfYear key={`${body} ${year}`} body={body} year={year} measure={measure} />}
    </>
  );
}

function OfYear({ body, year, measure }: { body: string; year: string; measure: Measure }) {
  const [loaded, again] = useLoaded(at('/overtime', { body, from: `${year}-01`, to: `${year}-12` }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(overtime) => <OvertimeMap overtime={overtime} measure={measure} />}
    </LoadedView>
  );
}

function OvertimeMap({ overtime, measure }: { overtime: Overtime; measure: Measure }) {
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
