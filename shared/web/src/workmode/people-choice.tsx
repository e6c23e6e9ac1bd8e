import { useState } from 'preact/hooks';
import { type PersonOnDay, useDirectory } from '../common/directory';
import type { Form } from '../common/form/form';
import { useLanguage } from '../common/language';
import { ErrorText, Field, SelectField, TextField } from '../common/view';
import { type Chosen, MOST_EMPLOYEES, peopleUnder, sought, type TypedAct } from './remote-act';
import { useWorkmodeTexts } from './texts';

/** So many matches are offered at once. */
const OFFERED = 8;
const SEEK = 'seek';

/** The employees of an act: sought by name, position or unit, or a whole unit at once. */
export function PeopleChoice({ form }: { form: Form<TypedAct> }) {
  const t = useWorkmodeTexts();
  const { employees } = form.typed;
  const put = (people: PersonOnDay[]) => {
    const there = new Set(employees.map(({ employee }) => employee));
    const fresh = people.filter(({ id }) => !there.has(id)).map(({ id }): Chosen => ({ employee: id, agreement: '' }));
    form.change({ employees: [...employees, ...fresh] });
  };
  return (
    <section id="employees">
      <h2>{t('employees')}</h2>
      <ErrorText id="employees-error" message={form.errorAt('employees')} />
      <Seek chosen={employees} take={(person) => put([person])} />
      <WholeUnit take={put} />
      <p id="chosen-count" role="status" data-count={employees.length}>
        {t('chosen_people', { n: employees.length, most: MOST_EMPLOYEES })}
      </p>
      <ol class="chosen">
        {employees.map((chosen, index) => (
          <ChosenPerson key={chosen.employee} form={form} chosen={chosen} index={index} />
        ))}
      </ol>
    </section>
  );
}

function Seek({ chosen, take }: { chosen: Chosen[]; take: (person: PersonOnDay) => void }) {
  const t = useWorkmodeTexts();
  const [words, setWords] = useState('');
  const { people } = useDirectory();
  const sayOf = useSaying();
  const found = sought(words, people, sayOf, chosen);
  const put = (person: PersonOnDay) => {
    take(person);
    setWords('');
    document.getElementById(SEEK)?.focus();
  };
  return (
    <>
      <Field id={SEEK} label={t('seek')} hint={t('seek_hint')}>
        {(aria) => (
          <input
            id={SEEK}
            class="text"
            type="search"
            autoComplete="off"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                if (found[0] !== undefined) {
                  put(found[0]);
                }
              }
            }}
            {...aria}
          />
        )}
      </Field>
      <p class="hint" role="status">
        {words.trim() !== '' && t('found_people', { n: found.length })}
      </p>
      <ul class="found">
        {found.slice(0, OFFERED).map((person) => (
          <li key={person.id}>
            <button type="button" class="link-button" data-take={person.id} onClick={() => put(person)}>
              {sayOf(person)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function WholeUnit({ take }: { take: (people: PersonOnDay[]) => void }) {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  const { people, units, unitName } = useDirectory();
  const [unit, setUnit] = useState('');
  const of = unit === '' ? [] : peopleUnder(unit, units, people);
  return (
    <>
      <SelectField
        id="whole-unit"
        label={t('whole_unit')}
        value={unit}
        change={setUnit}
        options={[['', t('no_unit')], ...units.map(({ id }): [string, string] => [id, unitName(id, language)])]}
      />
      {unit !== '' && (
        <p>
          <button id="take-unit" type="button" class="button button-plain" onClick={() => take(of)}>
            {t('take_unit', { n: of.length })}
          </button>
        </p>
      )}
    </>
  );
}

function ChosenPerson({ form, chosen, index }: { form: Form<TypedAct>; chosen: Chosen; index: number }) {
  const t = useWorkmodeTexts();
  const { person, nameOf } = useDirectory();
  const sayOf = useSaying();
  const { employees, basis, agreement } = form.typed;
  const found = person(chosen.employee);
  const place = `employees-${index}`;
  const error = form.errorAt(`${place}-agreement`);
  const remove = () => {
    form.change({ employees: employees.filter((_, other) => other !== index) });
    document.getElementById(SEEK)?.focus();
  };
  const change = (own: string) =>
    form.change({ employees: employees.map((each, other) => (other === index ? { ...each, agreement: own } : each)) });
  return (
    <li id={place} tabIndex={-1} data-employee={chosen.employee}>
      <p>
        {found === undefined ? chosen.employee : sayOf(found)}{' '}
        <button type="button" class="link-button" onClick={remove}>
          {t('remove')}
          <span class="hidden">{`: ${nameOf(chosen.employee)}`}</span>
        </button>
      </p>
      <ErrorText id={`${place}-error`} message={form.errorAt(place)} />
      {basis === 'AGREEMENT' && (
        <details {...((chosen.agreement !== '' || error !== undefined) && { open: true })}>
          <summary>
            {t('own_agreement_short')}
            <span class="hidden">{`: ${nameOf(chosen.employee)}`}</span>
          </summary>
          <TextField
            id={`${place}-agreement`}
            label={t('own_agreement', { name: nameOf(chosen.employee) })}
            hint={agreement.trim() === '' ? undefined : t('else_agreement', { agreement: agreement.trim() })}
            error={error}
            value={chosen.agreement}
            change={change}
          />
        </details>
      )}
    </li>
  );
}

/** A person by name, position and unit. */
function useSaying(): (person: PersonOnDay) => string {
  const language = useLanguage();
  const { positionOf, unitName } = useDirectory();
  return (person) =>
    [person.name, positionOf(person, language), person.unit && unitName(person.unit, language)]
      .filter(Boolean)
      .join(', ');
}
