import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { Choices, type FormError, SelectField, TextField } from '../common/view';
import type { Commission } from './api';
import { type Over, useFollowing } from './over';
import { nameOptions } from './people';
import { useKpiTexts } from './texts';

interface Typed extends Over {
  id: string;
  number: string;
  date: string;
  chair: string;
  members: string[];
  secretary: string;
}

const SUBMIT = 'compose';

const FIELDS: Record<string, string> = {
  '/commission': 'commission-id',
  commission: 'commission-id',
  '/order/number': 'order-number',
  '/order/date': 'order-date',
  '/chair': 'chair',
  '/members': 'members',
  '/secretary': 'secretary',
};

interface ComposeProps {
  commission: Commission | null;
  done: (id: string) => void;
}

/** The composition by the head's order. A change needs another order; meetings that were held keep theirs. */
export function Compose(props: ComposeProps) {
  return (
    <WithDirectory>
      <ComposeForm {...props} />
    </WithDirectory>
  );
}

function ComposeForm({ commission, done }: ComposeProps) {
  const t = useKpiTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const { people } = useDirectory();
  const form = useForm<Typed>(['kpi compose', commission?.id ?? ''], typedOf(commission), SUBMIT);
  useFollowing(form, typedOf(commission));
  const { typed } = form;
  const names = nameOptions(people, language);
  const save = async (version: number) => {
    const wrong = missing(typed, t);
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const id = typed.id.trim();
    const body = {
      body: claims.body ?? '',
      order: { number: typed.number.trim(), date: typed.date },
      chair: typed.chair,
      members: typed.members,
      secretary: typed.secretary,
      ...(version > 0 && { version }),
    };
    const place = at('/commissions/{commission}', { commission: id });
    const reply = await form.send(
      () => api(place, { method: 'PUT', body }),
      (pointer) => FIELDS[pointer] ?? (pointer.startsWith('/members') ? 'members' : undefined),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done(id);
    }
  };
  const options: [string, string][] = [['', t('choose')], ...names];
  return (
    <>
      <Changed<Commission>
        form={form}
        keep={(version) => void save(version)}
        take={(theirs) => {
          form.forget(typedOf(theirs ?? commission));
          form.clear();
          done(typed.id);
        }}
      />
      <FormPart form={form} submit={{ id: SUBMIT, label: t('compose_save') }} onSubmit={() => void save(typed.version)}>
        {commission === null && (
          <TextField
            {...form.text('id', 'commission-id')}
            label={t('commission_id')}
            hint={t('commission_id_hint')}
            kind="code"
          />
        )}
        <div class="beside">
          <TextField {...form.text('number', 'order-number')} label={t('order_number')} kind="short" />
          <TextField {...form.text('date', 'order-date')} label={t('order_date')} kind="date" />
        </div>
        <SelectField {...form.text('chair')} label={t('chair')} options={options} />
        <Choices
          id="members"
          legend={t('members')}
          hint={t('members_hint')}
          error={form.errorAt('members')}
          several
          choices={names
            .filter(([id]) => id !== typed.chair && id !== typed.secretary)
            .map(([value, label]) => ({ value, label }))}
          selected={typed.members}
          select={(members) => form.change({ members })}
        />
        <SelectField {...form.text('secretary')} label={t('secretary')} hint={t('secretary_hint')} options={options} />
      </FormPart>
    </>
  );
}

function typedOf(commission: Commission | null): Typed {
  return {
    version: commission?.version ?? 0,
    id: commission?.id ?? '',
    number: '',
    date: '',
    chair: commission?.chair ?? '',
    members: commission?.members ?? [],
    secretary: commission?.secretary ?? '',
  };
}

function missing(
  { id, number, date, chair, members, secretary }: Typed,
  t: ReturnType<typeof useKpiTexts>,
): FormError[] {
  return [
    ...(id.trim() === '' ? [{ field: 'commission-id', message: t('error_id') }] : []),
    ...(number.trim() === '' ? [{ field: 'order-number', message: t('error_number') }] : []),
    ...(date === '' ? [{ field: 'order-date', message: t('error_date') }] : []),
    ...(chair === '' ? [{ field: 'chair', message: t('error_choose') }] : []),
    ...(members.length === 0 ? [{ field: 'members', message: t('error_choose') }] : []),
    ...(secretary === '' ? [{ field: 'secretary', message: t('error_choose') }] : []),
  ];
}
