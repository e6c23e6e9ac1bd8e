import { useDirectory } from '../directory';
import { useLanguage } from '../language';
import { Field, type FieldProps } from '../view';
import { useFormTexts } from './texts';

/** One person of a body: what is typed is sought among names, and what is entered is the person's id, beside it the name. */
export function PersonField(props: FieldProps & { value: string; change: (value: string) => void }) {
  const { id, label, hint, error, value, change } = props;
  const t = useFormTexts();
  const language = useLanguage();
  const directory = useDirectory();
  const found = directory.person(value);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => (
        <>
          <input
            id={id}
            name={id}
            class="text text-code"
            type="text"
            list={`${id}-people`}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            value={value}
            onInput={(event) => change(event.currentTarget.value)}
            {...aria}
          />
          <datalist id={`${id}-people`}>
            {directory.people.map((person) => (
              <option key={person.id} value={person.id}>
                {[person.name, directory.positionOf(person, language)].filter(Boolean).join(' – ')}
              </option>
            ))}
          </datalist>
          <p class="hint" role="status" data-person={found?.id}>
            {found !== undefined ? found.name : value.trim() !== '' && directory.whole ? t('nobody_known') : ''}
          </p>
        </>
      )}
    </Field>
  );
}
