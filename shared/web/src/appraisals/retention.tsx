import { useState } from 'preact/hooks';
import { at, type Schema } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { type Paged, usePaged } from '../common/paged';
import { Choices, Heading, Note, TextField } from '../common/view';
import { kindName } from '../home/texts';
import { useAppraisalTexts } from './texts';

type Kept = Schema<'RetentionList'>['objects'][number];

/** As many as one act takes in a request. */
const MOST = 50;

/** What has ended its term of keeping (No. 245, ¶12); the head destroys it under an act. Nothing goes by itself. */
export function Retention() {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const { body } = desk.claims;
  const paged = usePaged(
    (cursor) => at('/retention', { body, ended: 'true', cursor }),
    ({ objects, next }) => ({ rows: objects, next }),
  );
  return (
    <>
      <Heading page="retention">{t('retention_title')}</Heading>
      <p>{t('retention_intro')}</p>
      <List
        id="retention"
        title={t('retention_title')}
        file="retention"
        rows={paged}
        keyOf={({ object }) => object}
        marks={({ object }) => ({ 'data-object': object })}
        columns={useColumns()}
        filters={[]}
        empty={t('retention_none')}
      />
      {hasRole(desk, 'head') && paged.rows.length > 0 && <Destroy paged={paged} />}
    </>
  );
}

function useColumns(): Column<Kept>[] {
  const t = useAppraisalTexts();
  const language = useLanguage();
  return [
    { id: 'kind', name: t('retention_kind'), value: ({ kind }) => kindName(kind, language) },
    { id: 'name', name: t('employee'), value: ({ name }) => name ?? null },
    { id: 'period', name: t('retention_period'), value: ({ period }) => period },
    { id: 'completed', name: t('retention_completed'), kind: 'date', value: ({ completedOn }) => completedOn },
    { id: 'until', name: t('retention_until'), kind: 'date', value: ({ keptUntil }) => keptUntil },
  ];
}

/** The list to confirm: nothing is chosen beforehand. */
function Destroy({ paged }: { paged: Paged<Kept> }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { api } = useDesk();
  const [gone, setGone] = useState<number | null>(null);
  const form = useForm(['destroy'], { objects: [] as string[], number: '', date: '' }, 'destroy-submit');
  const { typed } = form;
  const destroy = async () => {
    const blank = [
      ...(typed.objects.length === 0 || typed.objects.length > MOST
        ? [{ field: 'destroy-objects', message: t('retention_choose', { n: MOST }) }]
        : []),
      ...(typed.number.trim() === '' ? [{ field: 'act-number', message: t('retention_number_missing') }] : []),
      ...(typed.date === '' ? [{ field: 'act-date', message: t('retention_date_missing') }] : []),
    ];
    if (blank.length > 0) {
      return form.wrong(blank);
    }
    const body = { objects: typed.objects, act: { number: typed.number.trim(), date: typed.date } };
    const reply = await form.send(() => api(at('/retention/destructions'), { method: 'POST', body }), fieldOf);
    if (reply?.kind === 'answered') {
      form.forget();
      setGone(reply.body.objects.length - (reply.body.left?.length ?? 0));
      form.change({ objects: [] });
      paged.again();
    }
  };
  return (
    <section id="destroy" class="no-print">
      <h2>{t('retention_destroy')}</h2>
      <Note kind="warning">
        <p>{t('retention_final')}</p>
      </Note>
      <div role="status">{gone !== null && <Note kind="good">{t('retention_gone', { n: gone })}</Note>}</div>
      <FormPart
        form={form}
        submit={{ id: 'destroy-submit', label: t('retention_confirm'), kind: 'danger' }}
        onSubmit={() => void destroy()}
      >
        <Choices
          id="destroy-objects"
          legend={t('retention_which')}
          error={form.errorAt('destroy-objects')}
          several
          choices={paged.rows.map(({ object, kind, name, period }) => ({
            value: object,
            label: [kindName(kind, language), name, period].filter(Boolean).join(', '),
          }))}
          selected={typed.objects}
          select={(objects) => form.change({ objects })}
        />
        <TextField {...form.text('number', 'act-number')} label={t('retention_number')} kind="short" />
        <TextField {...form.text('date', 'act-date')} label={t('retention_date')} kind="date" />
      </FormPart>
    </section>
  );
}

function fieldOf(pointer: string): string | undefined {
  return pointer.startsWith('/objects')
    ? 'destroy-objects'
    : pointer === '/act/number'
      ? 'act-number'
      : pointer === '/act/date'
        ? 'act-date'
        : undefined;
}
