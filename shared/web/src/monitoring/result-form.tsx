import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices, type FormError, SelectField, TextField } from '../common/view';
import type { Result, Signal, VisitLine } from './api';
import { useBodies } from './bodies';
import { useMonitoringTexts } from './texts';

interface Typed {
  body: string;
  from: string;
  to: string;
  visits: string[];
  signals: string[];
  findings: string;
}

const SUBMIT = 'save-result';

/** Prepares a result of visits and signals about one body, or changes it before it is sent (¶17). */
export function ResultForm({ result, done }: { result?: Result; done?: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const bodies = useBodies();
  const form = useForm<Typed>(
    ['result', result?.id ?? 'new', result?.version ?? 0],
    result === undefined ? { body: '', from: '', to: '', visits: [], signals: [], findings: '' } : { ...pick(result) },
    SUBMIT,
  );
  const save = async () => {
    const missing = mistakes(form.typed, t);
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const { body, findings, ...rest } = form.typed;
    const entry = { ...rest, findings: findings.trim() };
    const reply = await form.send(
      () =>
        result === undefined
          ? api(at('/monitoring-results'), {
              method: 'POST',
              body: { ...entry, body },
              idempotencyKey: form.idempotencyKey,
            })
          : api(at('/monitoring-results/{result}', { result: result.id }), {
              method: 'PUT',
              body: { ...entry, version: result.version },
            }),
      (pointer) => pointer.split('/')[1],
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done?.();
      location.hash = linkTo(['monitoring', 'results', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page={`result-form ${result?.id ?? 'new'}`}
      title={result === undefined ? t('prepare') : t('result_change')}
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save()}
    >
      {result === undefined && (
        <SelectField {...form.text('body')} label={t('body')} options={[['', t('choose')], ...bodies.options]} />
      )}
      <TextField {...form.text('from')} label={t('from')} kind="date" />
      <TextField {...form.text('to')} label={t('to')} kind="date" />
      {form.typed.body !== '' && (
        <Sources
          key={form.typed.body}
          body={form.typed.body}
          typed={form.typed}
          change={form.change}
          errorAt={form.errorAt}
        />
      )}
      <TextArea {...form.text('findings')} label={t('findings')} rows={6} />
    </FormPage>
  );
}

function pick({ body, from, to, visits, signals, findings }: Result): Typed {
  return { body, from, to, visits, signals, findings };
}

/** The visits that were held and the signals about the body. */
function Sources(props: {
  body: string;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  errorAt: (field: string) => string | undefined;
}) {
  const { body, typed, change, errorAt } = props;
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [visits, setVisits] = useState<VisitLine[]>([]);
  const [signals, setSignals] = useState<Signal[]>([]);
  useEffect(() => {
    void api(at('/visits', { body, state: 'DONE' })).then(
      (reply) => reply.kind === 'answered' && setVisits(reply.body.visits),
    );
    void api(at('/signals', { body })).then((reply) => reply.kind === 'answered' && setSignals(reply.body.signals));
  }, [body]);
  return (
    <>
      {visits.length > 0 && (
        <Choices
          id="visits"
          legend={t('visits')}
          error={errorAt('visits')}
          several
          choices={visits.map(({ id, date, kind }) => ({
            value: id,
            label: `${showDate(date, common)}, ${t(`kind_${kind}`)}`,
          }))}
          selected={typed.visits}
          select={(chosen) => change({ visits: chosen })}
        />
      )}
      {signals.length > 0 && (
        <Choices
          id="signals"
          legend={t('signals')}
          error={errorAt('signals')}
          several
          choices={signals.map(({ id, date, text }) => ({ value: id, label: `${showDate(date, common)}: ${text}` }))}
          selected={typed.signals}
          select={(chosen) => change({ signals: chosen })}
        />
      )}
    </>
  );
}

function mistakes({ body, from, to, findings }: Typed, t: ReturnType<typeof useMonitoringTexts>): FormError[] {
  return [
    ...(body === '' ? [{ field: 'body', message: t('missing_body') }] : []),
    ...(from === '' ? [{ field: 'from', message: t('missing_date') }] : []),
    ...(to === '' ? [{ field: 'to', message: t('missing_date') }] : []),
    ...(findings.trim() === '' ? [{ field: 'findings', message: t('missing_findings') }] : []),
  ];
}
