import { hasRole, useDesk } from '../common/desk';
import { official, useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { Saved } from './saved';
import { usePeopleTexts } from './texts';
import { type Branch, branchesOf, counted } from './tree';

/** The units of the body, each under the one above, with its head and how many people it has today. */
export function Units({ saved }: { saved: boolean }) {
  const t = usePeopleTexts();
  const personnel = hasRole(useDesk(), 'hr');
  return (
    <>
      <Heading page="units">{t('units_title')}</Heading>
      <Saved shown={saved} />
      {personnel && (
        <p>
          <a id="unit-add" class="button" href={linkTo(['people', 'units', 'new'])}>
            {t('unit_add')}
          </a>
        </p>
      )}
      <WithDirectory>
        <Tree />
      </WithDirectory>
    </>
  );
}

function Tree() {
  const t = usePeopleTexts();
  const { units, people } = useDirectory();
  const branches = branchesOf(units, people);
  return branches.length === 0 ? (
    <p id="no-units">{t('no_units')}</p>
  ) : (
    <ul class="tree" id="units">
      {branches.map((branch) => (
        <BranchView key={branch.unit.id} branch={branch} />
      ))}
    </ul>
  );
}

function BranchView({ branch }: { branch: Branch }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const personnel = hasRole(useDesk(), 'hr');
  const { unit, head, people, under } = branch;
  return (
    <li data-unit={unit.id}>
      {personnel ? (
        <a href={linkTo(['people', 'units', unit.id])}>{official(unit.name, language)}</a>
      ) : (
        official(unit.name, language)
      )}
      <br />
      <span class="hint">
        {head !== undefined
          ? t('head', { name: head.name })
          : unit.head !== undefined
            ? t('head_vacant')
            : t('head_none')}
        {' · '}
        <a href={linkTo(['people'], { unit: unit.id })}>
          {t('people_count', { n: people.length })}
          <span class="hidden">{`: ${official(unit.name, language)}`}</span>
        </a>
        {under.length > 0 && ` · ${t('people_below', { n: counted(branch) })}`}
      </span>
      {under.length > 0 && (
        <ul>
          {under.map((each) => (
            <BranchView key={each.unit.id} branch={each} />
          ))}
        </ul>
      )}
    </li>
  );
}
