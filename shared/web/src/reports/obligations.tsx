import { at } from '../common/api';
import { showExact } from '../common/decimals';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { BodyField, lastYear, useOwnBody, WithBodies, YearField } from '../scoring/year-and-body';
import type { Obligation, ReportForm } from './api';
import { useReportsTexts } from './texts';

/** What a body owes in a year, when, and what it risks. */
export function Obligations({ query }: { query: URLSearchParams }) {
  const t = useReportsTexts();
  const own = useOwnBody();
  const year = Number(query.get('year') ?? lastYear());
  const body = own ?? query.get('body') ?? '';
  const go = (place: Record<string, string>) => {
    location.hash = linkTo(['reports'], { year: String(year), ...(own === undefined && { body }), ...place });
  };
  return (
    <>
      <Heading page="reports">{t('reports_title')}</Heading>
      <p>{t(own === undefined ? 'reports_intro' : 'reports_intro_own')}</p>
      <WithBodies>
        {(bodies) => <BodyField bodies={bodies} body={body} choose={(chosen) => go({ body: chosen })} />}
      </WithBodies>
      <YearField year={year} choose={(chosen) => go({ year: String(chosen) })} />
      {body !== '' && <OfBody key={`${body} ${year}`} body={body} year={year} />}
    </>
  );
}

function OfBody({ body, year }: { body: string; year: number }) {
  const [owed, again] = useLoaded(at('/obligations', { body, year }));
  const [forms, formsAgain] = useLoaded(at('/report-forms'));
  return (
    <LoadedView loaded={forms} again={formsAgain}>
      {({ forms: known }) => (
        <LoadedView loaded={owed} again={again}>
          {({ obligations }) => <OwedList obligations={obligations} forms={known} body={body} year={year} />}
        </LoadedView>
      )}
    </LoadedView>
  );
}

const STATES = ['OPEN', 'LATE', 'CHECKING', 'FAILED', 'REJECTED', 'ACCEPTED'] as const;

function OwedList(props: { obligations: Obligation[]; forms: ReportForm[]; body: string; year: number }) {
  const { obligations, forms, body, year } = props;
  const t = useReportsTexts();
  const language = useLanguage();
  const nameOf = ({ form }: Obligation) => forms.find((each) => each.form === form)?.name[language] ?? form;
  return (
    <List
      id="obligations"
      title={t('reports_title')}
      file={`obligations-${body}-${year}`}
      rows={here(obligations)}
      keyOf={({ id }) => id}
      marks={({ id, form, period }) => ({ 'data-obligation': id, 'data-form': form, 'data-period': period })}
      columns={useOwedColumns(nameOf, body, year)}
      filters={[
        {
          id: 'state',
          label: t('state'),
          options: STATES.map((state): [string, string] => [state, t(`state_${state}`)]),
          holds: ({ state }, chosen) => state === chosen,
        },
      ]}
      sort={{ column: 'due', down: false }}
      empty={t('nothing_owed')}
    />
  );
}

function useOwedColumns(nameOf: (owed: Obligation) => string, body: string, year: number): Column<Obligation>[] {
  const t = useReportsTexts();
  const language = useLanguage();
  const personnel = hasRole(useDesk(), 'hr');
  const to = ({ id }: Obligation) => linkTo(['reports', 'owed', id], { year: String(year), body });
  const send: Column<Obligation> = {
    id: 'send',
    name: t('send_file'),
    action: true,
    value: () => null,
    show: (owed) => (
      <a class="send-report" href={linkTo(['reports', 'send', owed.form, owed.period])}>
        {t('send_file')}
        <span class="hidden">{`: ${nameOf(owed)}, ${owed.period}`}</span>
      </a>
    ),
  };
  return [
    { id: 'form', name: t('report_form'), value: nameOf, show: (owed) => <a href={to(owed)}>{nameOf(owed)}</a> },
    { id: 'period', name: t('period'), value: ({ period }) => period },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`state_${state}`),
      show: ({ state }) => <StateTag state={state} />,
    },
    { id: 'due', name: t('due'), kind: 'date', value: ({ due }) => due },
    {
      id: 'risk',
      name: t('risk_points'),
      kind: 'number',
      value: ({ risk }) => (risk.kinds.length === 0 ? null : `-${risk.atMost}`),
      show: ({ risk }) =>
        risk.kinds.length === 0 ? '–' : <span class="minus">{showExact(`-${risk.atMost}`, language)}</span>,
    },
    { id: 'findings', name: t('findings'), kind: 'number', value: ({ findings }) => findings.length },
    ...(personnel ? [send] : []),
  ];
}

export function StateTag({ state }: Pick<Obligation, 'state'>) {
  const t = useReportsTexts();
  return (
    <strong class={`tag ${state === 'ACCEPTED' ? 'tag-open' : 'tag-closing'}`} data-state={state}>
      {t(`state_${state}`)}
    </strong>
  );
}
