import { useState } from 'preact/hooks';
import { at, type Body, type Schema } from '../common/api';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { official } from '../common/directory';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage as FramedForm } from '../common/form/form-page';
import { Rows } from '../common/form/rows';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Heading, Note, SelectField, TextField } from '../common/view';
import { useProceduresTexts } from './texts';

type AppraisalForm = Schema<'AppraisalForm'>;
export type FormId = AppraisalForm['id'];
export const FORMS: FormId[] = ['ANNEX1', 'ANNEX2', 'PROTOCOL'];

const SUBMIT = 'form-save';
const AGGREGATIONS = ['MEAN', 'WEIGHTED_MEAN', 'SINGLE'] as const;

interface Typed {
  status: AppraisalForm['status'];
  aggregation: (typeof AGGREGATIONS)[number];
  step: string;
  items: { id: string; kk: string; ru: string; weight: string }[];
}

/** One form: its questions and how the score is made of them. The Agency enters it, everybody may read it. */
export function FormPage({ id, saved }: { id: FormId; saved: boolean }) {
  const t = useProceduresTexts();
  const agency = isAgency(useDesk());
  const [loaded, again] = useLoaded(at('/appraisal-forms/{form}', { form: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(form) =>
        agency ? (
          <Editor form={form} saved={saved} reload={again} />
        ) : (
          <>
            <Heading page={`form ${id}`}>{t(`form_${id}`)}</Heading>
            <Items form={form} />
          </>
        )
      }
    </LoadedView>
  );
}

function Items({ form: { status, items, aggregation, step } }: { form: AppraisalForm }) {
  const t = useProceduresTexts();
  const language = useLanguage();
  return (
    <>
      <p>
        <strong class={`tag ${status === 'OFFICIAL' ? 'tag-open' : 'tag-closing'}`} data-status={status}>
          {t(`status_${status}`)}
        </strong>
      </p>
      {aggregation !== undefined && (
        <p>
          {t(`aggregation_${aggregation}`)}. {t('step')}: {step}
        </p>
      )}
      <ol>
        {items.map(({ id, text }) => (
          <li key={id}>{official(text, language)}</li>
        ))}
      </ol>
    </>
  );
}

function typedOf({ status, aggregation = 'MEAN', step = '0.01', items }: AppraisalForm): Typed {
  return {
    status,
    aggregation,
    step,
    items: items.map(({ id, text, weight = '' }) => ({ id, kk: text.kk, ru: text.ru, weight })),
  };
}

function entryOf(typed: Typed, isProtocol: boolean, version: number): Body<'/appraisal-forms/{form}', 'PUT'> {
  const { status, aggregation, step, items } = typed;
  return {
    status,
    ...(!isProtocol && { aggregation, step: step.trim().replace(',', '.') }),
    items: items.map(({ id, kk, ru, weight }) => ({
      id: id.trim(),
      text: { kk: kk.trim(), ru: ru.trim() },
      ...(aggregation === 'WEIGHTED_MEAN' && weight.trim() !== '' && { weight: weight.trim().replace(',', '.') }),
    })),
    version,
  };
}

/** `/items/0/text/kk` at `items-0-kk`. */
function fieldOf(pointer: string): string | undefined {
  return pointer.slice(1).replace('/text/', '/').replaceAll('/', '-') || undefined;
}

function Editor({ form: stands, saved, reload }: { form: AppraisalForm; saved: boolean; reload: () => void }) {
  const t = useProceduresTexts();
  const { api } = useDesk();
  const { id } = stands;
  const isProtocol = id === 'PROTOCOL';
  const form = useForm(['appraisal form', id, stands.version], typedOf(stands), SUBMIT);
  // Loaded anew, as for another language, it is still over this version that the form was filled in.
  const [seen, setSeen] = useState(stands.version);
  const { typed } = form;
  const done = (news: string, now: AppraisalForm) => {
    form.forget(typedOf(now));
    form.clear();
    setSeen(now.version);
    location.hash = linkTo(['procedures', 'forms', id], { news });
    reload();
  };
  const save = async (version: number) => {
    const reply = await form.send(
      () =>
        api(at('/appraisal-forms/{form}', { form: id }), { method: 'PUT', body: entryOf(typed, isProtocol, version) }),
      fieldOf,
    );
    if (reply?.kind === 'answered') {
      done('saved', reply.body);
    }
  };
  const said = (one: { status: AppraisalForm['status']; items: unknown[] }) =>
    `${t(`status_${one.status}`)}; ${t('items_count', { n: one.items.length })}`;
  return (
    <FramedForm
      form={form}
      page={`form ${id}`}
      title={t(`form_${id}`)}
      intro={
        <>
          <div role="status">
            {saved && (
              <Note kind="good">
                <p id="saved">{t('saved')}</p>
              </Note>
            )}
          </div>
          <Changed<AppraisalForm>
            form={form}
            there={said}
            mine={said(typed)}
            keep={(version) => void save(version)}
            take={(current) => done('', current ?? stands)}
          />
          <p>{t('form_intro')}</p>
        </>
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(seen)}
      beside={
        <a id="back" href={linkTo(['procedures'])} onClick={() => form.forget()}>
          {t('back')}
        </a>
      }
    >
      <Scoring form={form} isProtocol={isProtocol} />
      <FormItems form={form} weighted={!isProtocol && typed.aggregation === 'WEIGHTED_MEAN'} />
    </FramedForm>
  );
}

/** Whether the text is official, and how the score is made of the items; a protocol has no score. */
function Scoring({ form, isProtocol }: { form: Form<Typed>; isProtocol: boolean }) {
  const t = useProceduresTexts();
  return (
    <>
      <SelectField
        {...form.text('status')}
        label={t('status')}
        hint={t('status_hint')}
        options={(['PLACEHOLDER', 'OFFICIAL'] as const).map((status): [string, string] => [
          status,
          t(`status_${status}`),
        ])}
      />
      {!isProtocol && (
        <>
          <SelectField
            {...form.text('aggregation')}
            label={t('aggregation')}
            value={form.typed.aggregation}
            change={(value) => form.change({ aggregation: value as Typed['aggregation'] })}
            options={AGGREGATIONS.map((each): [string, string] => [each, t(`aggregation_${each}`)])}
          />
          <TextField {...form.text('step')} label={t('step')} hint={t('step_hint')} kind="decimal" />
        </>
      )}
    </>
  );
}

function FormItems({ form, weighted }: { form: Form<Typed>; weighted: boolean }) {
  const t = useProceduresTexts();
  const language = useLanguage();
  return (
    <Rows
      id="items"
      form={form}
      title={t('items')}
      rows={form.typed.items}
      change={(items) => form.change({ items })}
      fresh={() => ({ id: '', kk: '', ru: '', weight: '' })}
      nameOf={(item) => official(item, language) || t('item_new')}
      add={t('item_add')}
      remove={t('remove')}
    >
      {(row, place, change) => {
        const field = (name: 'id' | 'kk' | 'ru' | 'weight') => ({
          id: `${place}-${name}`,
          error: form.errorAt(`${place}-${name}`),
          value: row[name],
          change: (value: string) => change({ [name]: value }),
        });
        return (
          <>
            <TextField {...field('id')} label={t('item_id')} hint={t('item_id_hint')} kind="code" />
            <TextArea {...field('kk')} label={t('item_kk')} />
            <TextArea {...field('ru')} label={t('item_ru')} />
            {weighted && <TextField {...field('weight')} label={t('weight')} kind="decimal" />}
          </>
        );
      }}
    </Rows>
  );
}
