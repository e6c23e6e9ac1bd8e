import type { ComponentChildren } from 'preact';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay, daysUntil } from '../common/today';
import { Choices, Heading } from '../common/view';
import { isMine, lastDay, roomOf, type Task, titleOf, WHEN, whenOf } from './task';
import { kindName, ownerName, turnName, useHomeTexts } from './texts';

/** What the reader has to do, by when, by which rule; for a personnel service also whose turn it is in all of its body. */
export function Home({ query }: { query: URLSearchParams }) {
  const t = useHomeTexts();
  const desk = useDesk();
  const { body } = desk.claims;
  const all = query.get('of') === 'body' && body !== undefined;
  return (
    <>
      <Heading page="home">{t('home_title')}</Heading>
      <p>{t('home_intro')}</p>
      {hasRole(desk, 'hr') && body !== undefined && (
        <Choices
          id="of"
          legend={t('whose_tasks')}
          choices={[
            { value: 'own', label: t('tasks_own') },
            { value: 'body', label: t('tasks_body') },
          ]}
          selected={[all ? 'body' : 'own']}
          select={([of]) => location.assign(linkTo(['home'], { of: of === 'body' ? 'body' : '' }))}
        />
      )}
      <Tasks key={String(all)} body={all ? body : undefined} />
    </>
  );
}

function Tasks({ body }: { body: string | undefined }) {
  const t = useHomeTexts();
  const language = useLanguage();
  const { claims } = useDesk();
  const today = almatyDay(new Date());
  const paged = usePaged(
    (cursor) => at('/tasks', { cursor, body }),
    ({ tasks, next }) => ({ rows: tasks, next }),
  );
  const kinds = [...new Set(paged.rows.map(({ kind }) => kind))];
  return (
    <>
      {!paged.starting && <Counted tasks={paged.rows} more={paged.more} today={today} />}
      <List
        id="tasks"
        title={t('home_title')}
        file="tasks"
        rows={paged}
        keyOf={({ object, event, owner }) => `${object} ${event} ${owner}`}
        marks={({ object, event }) => ({ 'data-object': object, 'data-event': event })}
        columns={useColumns(today)}
        filters={[
          {
            id: 'when',
            label: t('when'),
            options: WHEN.map((when): [string, string] => [when, t(`when_${when}`)]),
            holds: (task, chosen) => whenOf(task, today) === chosen,
          },
          {
            id: 'turn',
            label: t('whose_turn'),
            options: [
              ['mine', t('whose_mine')],
              ['others', t('whose_others')],
            ],
            holds: (task, chosen) => isMine(task, claims) === (chosen === 'mine'),
          },
          {
            id: 'kind',
            label: t('document_kind'),
            options: kinds.map((kind): [string, string] => [kind, kindName(kind, language)]),
            holds: ({ kind }, chosen) => kind === chosen,
          },
        ]}
        empty={t('no_tasks')}
      />
    </>
  );
}

/** How many are late, due today, soon: those that were loaded, and a plus where there are more. */
function Counted({ tasks, more, today }: { tasks: Task[]; more: boolean; today: string }) {
  const t = useHomeTexts();
  return tasks.length === 0 ? null : (
    <dl class="figures" id="task-figures">
      {(['late', 'today', 'soon'] as const).map((when) => (
        <div key={when} data-when={when}>
          <dt>{t(`when_${when}`)}</dt>
          <dd>
            {tasks.filter((task) => whenOf(task, today) === when).length}
            {more && '+'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useColumns(today: string): Column<Task>[] {
  const t = useHomeTexts();
  const language = useLanguage();
  const { claims } = useDesk();
  return [
    {
      id: 'what',
      name: t('what'),
      value: ({ kind, event }) => turnName(kind, event, language),
      show: (task) => <What task={task} />,
    },
    { id: 'document', name: t('document_kind'), value: (task) => `${kindName(task.kind, language)}: ${titleOf(task)}` },
    {
      id: 'due',
      name: t('due'),
      kind: 'date',
      value: (task) => lastDay(task) ?? null,
      show: (task) => <Due task={task} today={today} />,
    },
    {
      id: 'owner',
      name: t('whose_turn'),
      value: (task) => (isMine(task, claims) ? t('whose_mine') : ownerName(task.owner, language)),
    },
    {
      id: 'rule',
      name: t('rule'),
      value: ({ name, citation }) => [name?.[language], citation].filter(Boolean).join(' – '),
    },
  ];
}

/** A way to the document, where the desk has a room for its kind. */
function What({ task }: { task: Task }): ComponentChildren {
  const language = useLanguage();
  const name = turnName(task.kind, task.event, language);
  const to = roomOf(task);
  return to === undefined ? name : <a href={to}>{name}</a>;
}

/** The day, how far it is from today in Almaty, and whether its year's calendar is confirmed. */
function Due({ task, today }: { task: Task; today: string }) {
  const t = useHomeTexts();
  const common = useCommonTexts();
  const day = lastDay(task);
  if (day === undefined) {
    return <span class="hint">{t('when_undated')}</span>;
  }
  const left = daysUntil(day, today);
  const when = whenOf(task, today);
  return (
    <>
      {showDate(day, common)}
      <br />
      <strong class={`tag ${when === 'late' || when === 'today' ? 'tag-closing' : ''}`} data-when={when}>
        {when === 'late'
          ? t('days_late', { n: -left })
          : when === 'today'
            ? t('when_today')
            : t('days_left', { n: left })}
      </strong>
      {task.provisional && <span class="hint"> {t('provisional')}</span>}
    </>
  );
}
