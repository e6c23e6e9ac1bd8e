import { at, type Schema } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { Saved } from './saved';
import { SubstitutionForm } from './substitution-form';
import { usePeopleTexts } from './texts';

export type Substitution = Schema<'Substitution'>;

/** Who does whose duties; one of them, or a new one, where the address names it. */
export function Substitutions({ id, saved }: { id: string | undefined; saved: boolean }) {
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(at('/bodies/{body}/substitutions', { body: claims.body ?? '' }), id ?? 'list');
  return (
    <WithDirectory>
      <LoadedView loaded={loaded} again={again}>
        {({ substitutions }) => {
          const one = substitutions.find((each) => each.id === id);
          return id === undefined ? (
            <AllSubstitutions all={substitutions} saved={saved} />
          ) : (
            <SubstitutionForm key={id} stands={one} />
          );
        }}
      </LoadedView>
    </WithDirectory>
  );
}

function AllSubstitutions({ all, saved }: { all: Substitution[]; saved: boolean }) {
  const t = usePeopleTexts();
  const personnel = hasRole(useDesk(), 'hr');
  return (
    <>
      <Heading page="substitutions">{t('substitutions_title')}</Heading>
      <p>{t('substitutions_intro')}</p>
      <Saved shown={saved} />
      {personnel && (
        <p>
          <a id="substitution-add" class="button" href={linkTo(['people', 'substitutions', 'new'])}>
            {t('substitution_add')}
          </a>
        </p>
      )}
      <List
        id="substitutions"
        title={t('substitutions_title')}
        file="substitutions"
        rows={here(all)}
        keyOf={({ id }) => id}
        marks={({ id }) => ({ 'data-substitution': id })}
        columns={useColumns()}
        sort={{ column: 'from', down: true }}
        empty={t('no_substitutions')}
      />
    </>
  );
}

function useColumns(): Column<Substitution>[] {
  const t = usePeopleTexts();
  const language = useLanguage();
  const personnel = hasRole(useDesk(), 'hr');
  const { nameOf, unitName } = useDirectory();
  const whose = ({ absent, vacant }: Substitution) =>
    absent !== undefined ? nameOf(absent) : t('head_of_unit', { unit: unitName(vacant ?? '', language) });
  return [
    {
      id: 'whose',
      name: t('absent_or_vacant'),
      value: whose,
      show: (one) => (personnel ? <a href={linkTo(['people', 'substitutions', one.id])}>{whose(one)}</a> : whose(one)),
    },
    { id: 'substitute', name: t('substitute'), value: ({ substitute }) => nameOf(substitute) },
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
    { id: 'until', name: t('to'), kind: 'date', value: ({ until }) => until ?? null },
    { id: 'order', name: t('order'), value: ({ order }) => t('order_of', { number: order.number, date: order.date }) },
  ];
}
