import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import type { Problem } from '../common/http';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { type FormError, SelectField, TextField } from '../common/view';
import { useBodies } from './bodies';
import { officialsOf, PeopleFields, type TypedPeople } from './people-fields';
import { useMonitoringTexts } from './texts';

interface Typed extends TypedPeople {
  body: string;
  date: string;
  ground: string;
}

const SUBMIT = 'register-visit';
/** The limit of two is shown as an error: nothing was changed by somebody else. */
const NEVER = (_: Problem) => false;

/** Registers a visit: of an item of a plan, or one of the two unscheduled ones that a body may have in a year (¶11). */
export function RegisterVisit({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const bodies = useBodies();
  const item = query.get('item') ?? '';
  const { sub, name } = desk.claims;
  const form = useForm<Typed>(
    ['visit', item],
    {
      body: query.get('body') ?? '',
      date: almatyDay(new Date()),
      ground: '',
      officials: [hasRole(desk, 'monitor') ? { sub, name: name ?? '', card: '' } : { sub: '', name: '', card: '' }],
      invited: [],
    },
    SUBMIT,
    NEVER,
  );
  const register = async () => {
    const { body, date, ground } = form.typed;
    const missing: FormError[] = [
      ...(body === '' ? [{ field: 'body', message: t('missing_body') }] : []),
      ...(date === '' ? [{ field: 'date', message: t('missing_date') }] : []),
      ...form.typed.officials.flatMap((official, index) =>
        official.card.trim() === '' ? [{ field: `visit-officials-${index}-card`, message: t('missing_card') }] : [],
      ),
    ];
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const entry = {
      ...(item === '' ? { kind: 'UNSCHEDULED' as const } : { kind: 'PLANNED' as const, item }),
      body,
      date,
      ...(ground.trim() !== '' && { ground: ground.trim() }),
      ...officialsOf(form.typed),
    };
    const reply = await form.send(
      () => desk.api(at('/visits'), { method: 'POST', body: entry, idempotencyKey: form.idempotencyKey }),
      fieldOf,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['monitoring', 'visits', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page="register"
      title={item === '' ? t('register_unscheduled') : t('register_planned')}
      intro={
        <p>
          {item === '' ? t('register_intro') : t('register_planned_intro', { quarter: query.get('quarter') ?? '' })}
        </p>
      }
      submit={{ id: SUBMIT, label: t('register') }}
      onSubmit={() => void register()}
    >
      <SelectField {...form.text('body')} label={t('body')} options={[['', t('choose')], ...bodies.options]} />
      <TextField {...form.text('date')} label={t('date')} kind="date" />
      <TextArea {...form.text('ground')} label={t('ground')} rows={2} />
      <PeopleFields form={form} id="visit" />
    </FormPage>
  );
}

/** `/officials/0/card` is entered at `visit-officials-0-card`. */
export function fieldOf(pointer: string): string | undefined {
  const [list, index, name] = pointer.split('/').filter(Boolean);
  return list === 'officials' || list === 'invited'
    ? ['visit', list, index, name].filter((part) => part !== undefined).join('-')
    : list;
}
