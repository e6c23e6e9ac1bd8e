import type { Form } from '../common/form/form';
import { Rows } from '../common/form/rows';
import { SelectField, TextField } from '../common/view';
import { GUEST_KINDS, type Guest, type Official } from './api';
import { useMonitoringTexts } from './texts';

/** Who takes part in a visit, as typed. */
export interface TypedPeople {
  officials: Official[];
  invited: Guest[];
}

export function typedPeople(officials: Official[], invited: Guest[]): TypedPeople {
  return { officials: officials.map((each) => ({ ...each })), invited: invited.map((each) => ({ ...each })) };
}

export function officialsOf({ officials, invited }: TypedPeople): TypedPeople {
  return {
    officials: officials.map(({ sub, name, card }) => ({ sub: sub.trim(), name: name.trim(), card: card.trim() })),
    invited: invited.map(({ name, kind }) => ({ name: name.trim(), kind })),
  };
}

/** The officials with their cards (¶12), and the ethics officers and representatives of the public who are invited (¶15). */
export function PeopleFields<T extends TypedPeople>({ form, id }: { form: Form<T>; id: string }) {
  const t = useMonitoringTexts();
  const { officials, invited } = form.typed;
  return (
    <>
      <Rows<Official>
        id={`${id}-officials`}
        form={form}
        title={t('officials')}
        rows={officials}
        opened={officials.some(({ card }) => card === '') ? 0 : undefined}
        change={(rows) => form.change({ officials: rows } as Partial<T>)}
        fresh={() => ({ sub: '', name: '', card: '' })}
        nameOf={({ name }) => name || t('official_new')}
        add={t('official_add')}
        remove={t('remove')}
      >
        {(row, at, change) => (
          <>
            <OneField
              form={form}
              id={`${at}-name`}
              label={t('name')}
              value={row.name}
              change={(name) => change({ name })}
            />
            <OneField
              form={form}
              id={`${at}-sub`}
              label={t('login')}
              value={row.sub}
              change={(sub) => change({ sub })}
            />
            <OneField
              form={form}
              id={`${at}-card`}
              label={t('card')}
              value={row.card}
              change={(card) => change({ card })}
            />
          </>
        )}
      </Rows>
      <Rows<Guest>
        id={`${id}-invited`}
        form={form}
        title={t('invited')}
        rows={invited}
        change={(rows) => form.change({ invited: rows } as Partial<T>)}
        fresh={() => ({ name: '', kind: 'ETHICS' })}
        nameOf={({ name }) => name || t('guest_new')}
        add={t('guest_add')}
        remove={t('remove')}
      >
        {(row, at, change) => (
          <>
            <OneField
              form={form}
              id={`${at}-name`}
              label={t('name')}
              value={row.name}
              change={(name) => change({ name })}
            />
            <SelectField
              id={`${at}-kind`}
              label={t('guest_kind')}
              value={row.kind}
              change={(kind) => change({ kind: kind as Guest['kind'] })}
              options={GUEST_KINDS.map((kind): [string, string] => [kind, t(`guest_${kind}`)])}
            />
          </>
        )}
      </Rows>
    </>
  );
}

function OneField<T extends object>(props: {
  form: Form<T>;
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
}) {
  const { form, ...field } = props;
  return <TextField {...field} error={form.errorAt(field.id)} />;
}
