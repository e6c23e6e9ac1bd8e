import { at, type Schema } from '../common/api';
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
import { Heading, TextField } from '../common/view';
import { PLACES, type Place } from './api';
import { useWorkmodeTexts } from './texts';

type Workplace = Schema<'Workplace'>;

/** Who works where on a day. Each reading is noted for everybody who was read. */
export function Today({ query }: { query: URLSearchParams }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const today = almatyDay(new Date());
  const on = query.get('on') ?? today;
  return (
    <>
      <Heading page="today">{on === today ? t('today_title') : t('day_title', { day: showDate(on, common) })}</Heading>
      <p>{t('readings_noted')}</p>
      <TextField
        id="on"
        label={t('day')}
        kind="date"
        value={on}
        change={(day) => {
          if (day !== '') {
            location.hash = linkTo(['worktime', 'today'], { on: day });
          }
        }}
      />
      <WithDirectory on={on}>
        <OnDay key={on} on={on} />
      </WithDirectory>
    </>
  );
}

function OnDay({ on }: { on: string }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(at('/bodies/{body}/workplaces', { body: claims.body ?? '', on }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ counts, people }) => (
        <>
          <dl class="figures" id="counts">
            {PLACES.filter((place) => (counts[place] ?? 0) > 0 || place === 'REMOTE').map((place) => (
              <div key={place} data-count={place}>
                <dt>{t(`place_${place}`)}</dt>
                <dd>{counts[place] ?? 0}</dd>
              </div>
            ))}
          </dl>
          <PeopleList people={people} on={on} />
        </>
      )}
    </LoadedView>
  );
}

function PeopleList({ people, on }: { people: Workplace[]; on: string }) {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  const { nameOf, person, unitName, units } = useDirectory();
  const unitOf = (employee: string) => person(employee)?.unit ?? '';
  const columns: Column<Workplace>[] = [
    {
      id: 'name',
      name: t('employee'),
      value: ({ employee }) => nameOf(employee),
      show: ({ employee }) => (
        <a href={linkTo(['worktime', 'month', employee], { month: on.slice(0, 7) })}>{nameOf(employee)}</a>
      ),
    },
    {
      id: 'place',
      name: t('place'),
      value: ({ place }) => t(`place_${place}`),
      show: ({ place }) => <PlaceTag place={place} />,
    },
    { id: 'unit', name: t('unit'), value: ({ employee }) => unitName(unitOf(employee), language) || null },
  ];
  const filters: Filter<Workplace>[] = [
    {
      id: 'place',
      label: t('place'),
      options: PLACES.map((place): [string, string] => [place, t(`place_${place}`)]),
      holds: ({ place }, chosen) => place === chosen,
    },
    {
      id: 'unit',
      label: t('unit'),
      options: units.map(({ id }): [string, string] => [id, unitName(id, language)]),
      holds: ({ employee }, chosen) => unitOf(employee) === chosen,
    },
  ];
  return (
    <List
      id="workplaces"
      title={t('today_title')}
      file={`workplaces-${on}`}
      rows={here(people)}
      keyOf={({ employee }) => employee}
      marks={({ employee, place }) => ({ 'data-employee': employee, 'data-place': place })}
      columns={columns}
      filters={filters}
      sort={{ column: 'name', down: false }}
      empty={t('nobody')}
    />
  );
}

export function PlaceTag({ place }: { place: Place }) {
  const t = useWorkmodeTexts();
  return <span class={`tag place-${place.toLowerCase()}`}>{t(`place_${place}`)}</span>;
}
