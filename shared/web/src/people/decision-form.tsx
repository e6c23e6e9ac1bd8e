import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { Rows } from '../common/form/rows';
import { linkTo } from '../common/route';
import type { Decision } from './decisions';
import { ORDER_FIELDS, OrderFields, orderOf, typedOrder } from './order-fields';
import { usePeopleTexts } from './texts';

const SUBMIT = 'decision-save';

function typedOf(stands: Decision | undefined) {
  return {
    // Kept with what is typed, so that sent again it is the same one.
    id: stands?.id ?? crypto.randomUUID(),
    employees: (stands?.employees ?? ['']).map((person) => ({ person })),
    ...typedOrder(stands),
  };
}

type Typed = ReturnType<typeof typedOf>;

/** The first head decides whose results the head of the apparatus assesses. */
export function DecisionForm({ stands }: { stands: Decision | undefined }) {
  const t = usePeopleTexts();
  const { api, claims } = useDesk();
  const { nameOf } = useDirectory();
  const form = useForm(['decision', stands?.id ?? '', stands?.version ?? 0], typedOf(stands), SUBMIT);
  // Loaded anew, as for another language, it is still over this version that the form was filled in.
  const [seen] = useState(stands?.version);
  const { typed } = form;
  const back = (news: string) => {
    form.forget();
    location.hash = linkTo(['people', 'decisions'], { news });
  };
  const save = async (version: number | undefined) => {
    const body = {
      employees: typed.employees.map(({ person }) => person.trim()).filter(Boolean),
      ...orderOf(typed),
      ...(version !== undefined && { version }),
    };
    const place = at('/bodies/{body}/apparatus-decisions/{decision}', { body: claims.body ?? '', decision: typed.id });
    const reply = await form.send(
      () => api(place, { method: 'PUT', body }),
      (pointer) => ORDER_FIELDS[pointer] ?? (pointer.slice(1).replace('/', '-') || undefined),
    );
    if (reply?.kind === 'answered') {
      back('saved');
    }
  };
  const said = (employees: string[]) => employees.map(nameOf).join(', ');
  return (
    <FormPage
      form={form}
      page={`decision ${stands?.id ?? 'new'}`}
      title={t(stands === undefined ? 'decision_add' : 'decision_change')}
      intro={
        <>
          <Changed<Decision>
            form={form}
            there={({ employees }) => said(employees)}
            mine={said(typed.employees.map(({ person }) => person))}
            keep={(version) => void save(version)}
            take={() => back('')}
          />
          <p>{t('decision_form_intro')}</p>
        </>
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(seen)}
      beside={
        <a id="cancel" href={linkTo(['people', 'decisions'])} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <Employees form={form} />
      <OrderFields form={form} />
    </FormPage>
  );
}

function Employees({ form }: { form: Form<Typed> }) {
  const t = usePeopleTexts();
  const { nameOf } = useDirectory();
  return (
    <Rows
      id="employees"
      form={form}
      title={t('decision_employees')}
      rows={form.typed.employees}
      opened={0}
      change={(employees) => form.change({ employees })}
      fresh={() => ({ person: '' })}
      nameOf={({ person }) => (person === '' ? t('person_new') : nameOf(person))}
      add={t('person_row_add')}
      remove={t('remove')}
    >
      {({ person }, at, set) => (
        <PersonField
          id={`${at}-person`}
          label={t('employee')}
          value={person}
          change={(chosen) => set({ person: chosen })}
        />
      )}
    </Rows>
  );
}
