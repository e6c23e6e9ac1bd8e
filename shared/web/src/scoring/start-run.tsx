import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Choices, type FormError, SelectField } from '../common/view';
import type { Run } from './api';
import { WithMethodology, type Words } from './methodology';
import { useScoringTexts } from './texts';
import { lastYear, YearField } from './year-and-body';

/** The order to assess, as typed. */
interface Order {
  year: number;
  kind: Run['kind'] | '';
  settings: Record<string, string>;
  reasons: Record<string, string>;
  release: string;
}

const SUBMIT = 'start';

export function StartRun() {
  const t = useScoringTexts();
  const { api } = useDesk();
  const initial: Order = { year: lastYear(), kind: '', settings: {}, reasons: {}, release: '' };
  const form = useForm(['run'], initial, SUBMIT);
  const { typed: order, change } = form;
  const start = async () => {
    const missing: FormError[] = Object.keys(order.settings)
      .filter((id) => (order.reasons[id] ?? '').trim() === '')
      .map((id) => ({ field: `reason-${id}`, message: t('error_reason') }));
    if (order.kind === '') {
      return form.wrong([{ field: 'kind', message: t('error_choose') }, ...missing]);
    }
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const body = bodyOf(order, order.kind);
    const { idempotencyKey } = form;
    const reply = await form.send(() => api(at('/runs'), { method: 'POST', idempotencyKey, body }), fieldAt);
    if (reply?.kind === 'answered') {
      form.forget();
      location.assign(linkTo(['runs', reply.body.id]));
    }
  };
  return (
    <FormPage
      form={form}
      page="start-run"
      title={t('run_start')}
      intro={<p>{t('run_start_intro')}</p>}
      submit={{ id: SUBMIT, label: t('start') }}
      onSubmit={() => void start()}
      beside={<a href="#/runs">{t('cancel')}</a>}
    >
      <YearField year={order.year} choose={(year) => change({ year })} />
      <Choices
        id="kind"
        legend={t('run_kind')}
        error={form.errorAt('kind')}
        choices={(['PRELIMINARY', 'FINAL'] as const).map((kind) => ({
          value: kind,
          label: t(`kind_${kind}`),
          hint: t(`kind_hint_${kind}`),
        }))}
        selected={[order.kind]}
        select={([kind]) => change({ kind: kind as Run['kind'] })}
        under={(kind) =>
          kind === 'FINAL' && <TextArea {...form.text('release')} label={t('release_early')} hint={t('release_hint')} />
        }
      />
      <WithMethodology year={order.year}>{(words) => <Readings words={words} form={form} />}</WithMethodology>
    </FormPage>
  );
}

function bodyOf({ year, settings, reasons, release }: Order, kind: Run['kind']) {
  const chosen = Object.entries(settings).map(([id, value]) => [id, { value, reason: reasons[id]!.trim() }]);
  return {
    year,
    kind,
    ...(chosen.length > 0 && { settings: Object.fromEntries(chosen) }),
    ...(kind === 'FINAL' && release.trim() !== '' && { release: { reason: release.trim() } }),
  };
}

/** How the act is read where it is silent; any other reading than the one in use wants a reason. */
function Readings({ words, form }: { words: Words; form: Form<Order> }) {
  const t = useScoringTexts();
  const { typed: order, change, errorAt } = form;
  const { [ZERO]: _, ...settings } = order.settings;
  const choose = (id: string, value: string, byDefault: string) => {
    const { [id]: __, ...others } = settings;
    change({ settings: value === byDefault ? others : { ...others, [id]: value } });
  };
  return (
    <details id="readings">
      <summary>{t('readings')}</summary>
      <p>{t('readings_run')}</p>
      {words.methodology.settings
        .filter(({ id }) => id !== ZERO)
        .map(({ id, values, default: byDefault, citation }) => (
          <div key={id}>
            <SelectField
              id={`setting-${id}`}
              label={`${words.name(id)} (${citation.paragraph})`}
              error={errorAt(`setting-${id}`)}
              value={settings[id] ?? byDefault}
              change={(value) => choose(id, value, byDefault)}
              options={values.map((value): [string, string] => [value, words.reading(id, value)])}
            />
            {settings[id] !== undefined && (
              <div class="under">
                <TextArea
                  id={`reason-${id}`}
                  label={t('reason')}
                  hint={t('reason_hint')}
                  error={errorAt(`reason-${id}`)}
                  value={order.reasons[id] ?? ''}
                  change={(reason) => change({ reasons: { ...order.reasons, [id]: reason } })}
                />
              </div>
            )}
          </div>
        ))}
    </details>
  );
}

/** Decided for one indicator at a time, with a reason, not for a whole assessment. */
const ZERO = 'zero_denominator';

function fieldAt(pointer: string): string | undefined {
  const [, part, name, last] = pointer.split('/');
  return part === 'settings' && name !== undefined
    ? last === 'reason'
      ? `reason-${name}`
      : `setting-${name}`
    : part === 'year' || part === 'kind' || part === 'release'
      ? part
      : undefined;
}
