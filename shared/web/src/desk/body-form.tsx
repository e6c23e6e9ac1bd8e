import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { isChanged } from '../common/form/attempt';
import { Conflict } from '../common/form/conflict';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { LANGUAGES, type Localised, useLanguage } from '../common/language';
import { type FormError, SelectField, TextField } from '../common/view';
import type { StateBody } from './api';
import { useDeskTexts } from './texts';

/** A body as it stands in the form. */
interface Typed {
  id: string;
  name: Localised;
  kind: StateBody['kind'];
  parent: string;
  territory: string;
  headcount: string;
}

function typedOf(body: StateBody | null): Typed {
  return {
    id: body?.id ?? '',
    name: body?.name ?? { kk: '', ru: '', en: '' },
    kind: body?.kind ?? 'OMO',
    parent: body?.parent ?? '',
    territory: body?.territory ?? '',
    headcount: body === null ? '' : String(body.headcount),
  };
}

const SUBMIT = 'body-save';

interface BodyFormProps {
  body: StateBody | null;
  others: StateBody[];
  done: (changed: boolean) => void;
}

/** Enters or changes a body. What was typed over an older version is not sent over a newer one. */
export function BodyForm({ body, others, done }: BodyFormProps) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { api } = useDesk();
  const said = useSaid();
  const version = body?.version ?? 'none';
  const form = useForm(['body', body?.id ?? '', version], typedOf(body), SUBMIT);
  const { typed } = form;
  const [theirs, setTheirs] = useState<StateBody>();
  const end = (changed: boolean) => {
    form.forget();
    done(changed);
  };
  const save = async (seen: string) => {
    const missing: FormError[] = [];
    if (typed.id.trim() === '') {
      missing.push({ field: 'body-id', message: t('body_id_error') });
    }
    if (!/^\d+$/.test(typed.headcount.trim())) {
      missing.push({ field: 'headcount', message: t('error_number') });
    }
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const place = at('/bodies/{body}', { body: typed.id.trim() });
    const entry = entryOf(typed, seen, body?.category);
    const reply = await form.send(
      () => api(place, { method: 'PUT', body: entry }),
      (pointer) => FIELDS[pointer],
    );
    if (reply?.kind === 'answered') {
      end(true);
    } else if (reply?.kind === 'refused' && isChanged(reply.problem)) {
      const now = await api(at('/bodies'));
      setTheirs(now.kind === 'answered' ? now.body.bodies.find(({ id }) => id === typed.id.trim()) : undefined);
    }
  };
  return (
    <FormPage
      form={form}
      page="body"
      title={body === null ? t('body_add') : body.name[language]}
      intro={
        form.conflict !== null && (
          <Conflict problem={form.conflict} {...(theirs !== undefined && { there: said(theirs), mine: said(typed) })}>
            {theirs !== undefined && (
              <button id="keep-mine" type="button" class="button" onClick={() => void save(theirs.version)}>
                {t('keep_mine')}
              </button>
            )}
            <button id="take-theirs" type="button" class="button button-plain" onClick={() => end(false)}>
              {t('take_theirs')}
            </button>
          </Conflict>
        )
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(version)}
      beside={
        <button id="body-cancel" type="button" class="button button-plain" onClick={() => end(false)}>
          {t('cancel')}
        </button>
      }
    >
      <BodyFields form={form} isNew={body === null} others={others} />
    </FormPage>
  );
}

/** What is said of a body, in one line. */
function useSaid(): (body: Pick<StateBody, 'name' | 'kind'> & { headcount: number | string }) => string {
  const t = useDeskTexts();
  const language = useLanguage();
  return ({ name, kind, headcount }) =>
    [name[language], t(`kind_${kind}`), `${t('headcount')} ${headcount}`].join(', ');
}

/** A category is kept as it stands: the form has no field for it. */
function entryOf(
  { name, kind, territory, parent, headcount }: Typed,
  version: string,
  category: StateBody['category'],
) {
  return {
    name,
    kind,
    ...(category && { category }),
    ...(territory.trim() !== '' && { territory: territory.trim() }),
    ...(parent !== '' && { parent }),
    headcount: Number(headcount),
    version,
  };
}

function BodyFields({ form, isNew, others }: { form: Form<Typed>; isNew: boolean; others: StateBody[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { typed, change, errorAt, text } = form;
  const kinds = (['OMO', 'ZHAO', 'OTHER'] as const).map((each): [string, string] => [each, t(`kind_${each}`)]);
  const parents = others
    .filter(({ id, parent, kind }) => id !== typed.id && parent === undefined && kind !== 'OTHER')
    .map(({ id, name }): [string, string] => [id, name[language]]);
  return (
    <>
      {isNew && <TextField {...text('id', 'body-id')} label={t('body_id')} hint={t('body_id_hint')} kind="code" />}
      {LANGUAGES.map((each) => (
        <TextField
          key={each}
          id={`name-${each}`}
          label={t(`name_${each}`)}
          error={errorAt(`name-${each}`)}
          value={typed.name[each]}
          change={(value) => change({ name: { ...typed.name, [each]: value } })}
        />
      ))}
      <SelectField
        id="kind"
        label={t('kind')}
        error={errorAt('kind')}
        value={typed.kind}
        change={(value) => change({ kind: value as StateBody['kind'] })}
        options={kinds}
      />
      <SelectField {...text('parent')} label={t('parent')} options={[['', t('parent_none')], ...parents]} />
      <TextField {...text('territory')} label={t('territory')} hint={t('territory_hint')} kind="code" />
      <TextField {...text('headcount')} label={t('headcount')} kind="number" />
    </>
  );
}

const FIELDS: Record<string, string> = {
  '/body': 'body-id',
  '/name/kk': 'name-kk',
  '/name/ru': 'name-ru',
  '/name/en': 'name-en',
  '/kind': 'kind',
  '/parent': 'parent',
  '/territory': 'territory',
  '/headcount': 'headcount',
};
