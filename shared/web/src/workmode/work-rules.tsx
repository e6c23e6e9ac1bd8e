import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Heading, SelectField } from '../common/view';
import { useBodies } from '../monitoring/bodies';
import { WEEKDAYS, type WorkRules } from './api';
import { useOffice } from './office';
import { hoursText } from './one-application';
import { PersonnelSystemOf } from './personnel-system';
import { RulesForm } from './rules-form';
import { useWorkmodeTexts } from './texts';

/** The internal work rules of a body as editions, and a form for the personnel service (No. 121, ¶4). */
export function WorkRulesRoom({ first, query }: { first: string | undefined; query: URLSearchParams }) {
  const { claims } = useDesk();
  return claims.body === undefined ? (
    <OfChosenBody query={query} />
  ) : (
    <WithDirectory>
      <OfBody body={claims.body} first={first} query={query} />
    </WithDirectory>
  );
}

/** The Agency and those who monitor read the rules of many bodies. */
function OfChosenBody({ query }: { query: URLSearchParams }) {
  const t = useWorkmodeTexts();
  const { options } = useBodies();
  const body = query.get('body') ?? '';
  return (
    <>
      <SelectField
        id="body"
        label={t('body')}
        value={body}
        change={(chosen) => {
          location.hash = linkTo(['worktime', 'rules'], { body: chosen });
        }}
        options={[['', t('choose')], ...options]}
      />
      {body === '' ? (
        <Heading page="rules">{t('rules_title')}</Heading>
      ) : (
        <OfBody key={body} body={body} first={undefined} query={query} />
      )}
    </>
  );
}

function OfBody({ body, first, query }: { body: string; first: string | undefined; query: URLSearchParams }) {
  const [loaded, again] = useLoaded(at('/bodies/{body}/work-rules', { body }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ rules }) => {
        const edited = rules.find(
          ({ from, unit = '' }) => from === query.get('from') && unit === (query.get('unit') ?? ''),
        );
        return first === 'new' ? (
          <RulesForm key={`${edited?.from} ${edited?.unit}`} body={body} edited={edited} again={again} />
        ) : (
          <>
            <Editions body={body} rules={rules} />
            <PersonnelSystemOf body={body} />
          </>
        );
      }}
    </LoadedView>
  );
}

function Editions({ body, rules }: { body: string; rules: WorkRules[] }) {
  const t = useWorkmodeTexts();
  const { hr } = useOffice(body);
  const [standing] = useLoaded(at('/bodies/{body}/work-rules', { body, on: almatyDay(new Date()) }));
  const inForce = new Set(standing.at === 'here' ? standing.value.rules.map(keyOf) : []);
  return (
    <>
      <Heading page="rules">{t('rules_title')}</Heading>
      <p>{t('rules_intro')}</p>
      {hr && (
        <p>
          <a id="new-rules" class="button" href={linkTo(['worktime', 'rules', 'new'])}>
            {t('new_rules')}
          </a>
        </p>
      )}
      <List
        id="rules"
        title={t('rules_title')}
        file="work-rules"
        rows={here(rules)}
        keyOf={keyOf}
        marks={(each) => ({ 'data-rules': keyOf(each), 'data-in-force': inForce.has(keyOf(each)) ? 'yes' : 'no' })}
        columns={useColumns(hr, inForce)}
        filters={useFilters(rules)}
        sort={{ column: 'from', down: true }}
        search={false}
        empty={t('no_rules')}
      />
    </>
  );
}

/** One edition of a body or a unit begins on a day. */
function keyOf({ from, unit = '' }: WorkRules): string {
  return `${from} ${unit}`;
}

function useOfWhom(): (unit: string | undefined) => string {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  const { unitName } = useDirectory();
  return (unit) => (unit === undefined ? t('whole_body') : unitName(unit, language));
}

function useColumns(edits: boolean, inForce: Set<string>): Column<WorkRules>[] {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const ofWhom = useOfWhom();
  const weekdays = (of: WorkRules['weekdays']) =>
    WEEKDAYS.flatMap((day, index) => (of.includes(day) ? [t(`short_${index + 1}` as 'short_1')] : [])).join(', ');
  return [
    {
      id: 'from',
      name: t('from'),
      kind: 'date',
      value: ({ from }) => from,
      show: ({ from, unit = '' }) =>
        edits ? (
          <a href={linkTo(['worktime', 'rules', 'new'], { from, unit })}>{showDate(from, common)}</a>
        ) : (
          showDate(from, common)
        ),
    },
    { id: 'hours', name: t('hours'), value: (each) => hoursText(each) },
    {
      id: 'today',
      name: t('in_force'),
      value: (each) => t(inForce.has(keyOf(each)) ? 'in_force_yes' : 'in_force_no'),
      show: (each) =>
        inForce.has(keyOf(each)) ? <strong class="tag tag-open">{t('in_force_yes')}</strong> : t('in_force_no'),
    },
    { id: 'of', name: t('rules_of'), value: ({ unit }) => ofWhom(unit) },
    { id: 'weekdays', name: t('weekdays'), value: (each) => weekdays(each.weekdays) },
    { id: 'to', name: t('to'), kind: 'date', value: ({ to }) => to ?? null },
    { id: 'act', name: t('rules_act'), value: ({ act }) => act },
  ];
}

function useFilters(rules: WorkRules[]): Filter<WorkRules>[] {
  const t = useWorkmodeTexts();
  const ofWhom = useOfWhom();
  const units = [...new Set(rules.map(({ unit }) => unit))];
  return units.length < 2
    ? []
    : [
        {
          id: 'of',
          label: t('rules_of'),
          options: units.map((unit): [string, string] => [unit ?? '-', ofWhom(unit)]),
          holds: ({ unit }, chosen) => (unit ?? '-') === chosen,
        },
      ];
}
