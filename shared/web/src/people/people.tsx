import type { ComponentChildren } from 'preact';
import { hasRole, useDesk } from '../common/desk';
import { type PersonOnDay, useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { here } from '../common/paged';
import { usePlaceQuery } from '../common/place';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, TextField } from '../common/view';
import { usePeopleTexts } from './texts';

/** The people of the body as they stand on a day: who works where, who is away, who is sent where. */
export function People() {
  const t = usePeopleTexts();
  const desk = useDesk();
  const [query, change] = usePlaceQuery();
  const today = almatyDay(new Date());
  const on = query.get('on') ?? today;
  return (
    <>
      <Heading page="people">{t('people_title')}</Heading>
      <p>{t(hasRole(desk, 'hr') || hasRole(desk, 'head') ? 'people_intro' : 'people_intro_own')}</p>
      {hasRole(desk, 'hr') && (
        <p>
          <a id="person-add" class="button" href={linkTo(['people', 'new'])}>
            {t('person_add')}
          </a>
        </p>
      )}
      <TextField
        id="on"
        kind="date"
        label={t('on')}
        value={on}
        change={(day) => change({ on: day === today ? '' : day })}
      />
      <WithDirectory on={on}>
        <OfDay on={on} />
      </WithDirectory>
    </>
  );
}

function OfDay({ on }: { on: string }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { people, units, unitName } = useDirectory();
  return (
    <List
      id="people"
      title={t('people_title')}
      file={`people-${on}`}
      rows={here(people)}
      keyOf={({ id }) => id}
      marks={({ id }) => ({ 'data-person': id })}
      columns={useColumns()}
      alsoSought={({ id, position }) => [id, position?.kk ?? '', position?.ru ?? '']}
      filters={[
        {
          id: 'unit',
          label: t('unit'),
          options: units
            .map(({ id }): [string, string] => [id, unitName(id, language)])
            .sort(([, one], [, other]) => one.localeCompare(other, language)),
          holds: ({ unit }, chosen) => unit === chosen,
        },
        {
          id: 'away',
          label: t('presence'),
          options: [
            ['absent', t('presence_absent')],
            ['seconded', t('presence_seconded')],
            ['here', t('presence_here')],
          ],
          holds: (person, chosen) => presenceOf(person) === chosen,
        },
      ]}
      sort={{ column: 'name', down: false }}
      empty={t('no_people')}
    />
  );
}

function presenceOf({ absent, secondedTo, secondedFrom }: PersonOnDay): 'absent' | 'seconded' | 'here' {
  return absent !== undefined ? 'absent' : secondedTo !== undefined || secondedFrom !== undefined ? 'seconded' : 'here';
}

function useColumns(): Column<PersonOnDay>[] {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { nameOf, unitName, positionOf } = useDirectory();
  return [
    { id: 'name', name: t('name'), value: ({ name }) => name, show: (person) => <Name person={person} /> },
    { id: 'unit', name: t('unit'), value: ({ unit }) => (unit === undefined ? null : unitName(unit, language)) },
    { id: 'position', name: t('position'), value: (person) => positionOf(person, language) },
    { id: 'category', name: t('category'), value: ({ category }) => category ?? null },
    { id: 'manager', name: t('manager'), value: ({ manager }) => (manager === undefined ? null : nameOf(manager)) },
    { id: 'presence', name: t('presence'), value: (person) => presenceIn(person, t) },
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
  ];
}

function presenceIn(
  { absent, secondedTo, secondedFrom }: PersonOnDay,
  t: ReturnType<typeof usePeopleTexts>,
): string | null {
  return (
    [
      absent !== undefined && t(`absent_${absent}`),
      secondedTo !== undefined && t('seconded_to', { body: secondedTo }),
      secondedFrom !== undefined && t('seconded_from', { body: secondedFrom }),
    ]
      .filter(Boolean)
      .join(', ') || null
  );
}

/** With the way to what is recorded of the person; of who is sent here, to where the person works. */
function Name({ person: { id, name, secondedFrom } }: { person: PersonOnDay }): ComponentChildren {
  const personnel = hasRole(useDesk(), 'hr');
  return secondedFrom === undefined ? (
    <a href={linkTo(['people', 'one', id])}>{name}</a>
  ) : personnel ? (
    <a href={linkTo(['people', 'seconded', id])}>{name}</a>
  ) : (
    name
  );
}
