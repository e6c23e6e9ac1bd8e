import { at, type Schema } from '../common/api';
import { useDesk } from '../common/desk';
import { official, useDirectory, WithDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { SelectField, TextField } from '../common/view';
import { usePeopleTexts } from './texts';

type Unit = Schema<'Unit'>;

const SUBMIT = 'unit-save';
const FIELDS: Record<string, string> = {
  '/unit': 'id',
  '/name/kk': 'kk',
  '/name/ru': 'ru',
  '/parent': 'parent',
  '/head': 'head',
};

/** Enters a unit, or changes one. */
export function UnitPage({ id }: { id: string }) {
  return (
    <WithDirectory>
      <OfUnit id={id} />
    </WithDirectory>
  );
}

function OfUnit({ id }: { id: string }) {
  const { units } = useDirectory();
  const unit = units.find((each) => each.id === id);
  return <UnitForm unit={unit} />;
}

function UnitForm({ unit }: { unit: Unit | undefined }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const { unitName } = useDirectory();
  const form = useForm(
    ['unit', unit?.id ?? '', unit?.version ?? 0],
    {
      id: unit?.id ?? '',
      kk: unit?.name.kk ?? '',
      ru: unit?.name.ru ?? '',
      parent: unit?.parent ?? '',
      head: unit?.head ?? '',
    },
    SUBMIT,
  );
  const { typed } = form;
  const back = (news: string) => {
    form.forget();
    location.hash = linkTo(['people', 'units'], { news });
  };
  const save = async (version: number | undefined) => {
    const id = typed.id.trim();
    if (id === '') {
      return form.wrong([{ field: 'id', message: t('missing_unit_id') }]);
    }
    const [parent, head] = [typed.parent, typed.head.trim()];
    const body = {
      name: { kk: typed.kk.trim(), ru: typed.ru.trim() },
      ...(parent !== '' && { parent }),
      ...(head !== '' && { head }),
      ...(version !== undefined && { version }),
    };
    const reply = await form.send(
      () => api(at('/bodies/{body}/units/{unit}', { body: claims.body ?? '', unit: id }), { method: 'PUT', body }),
      (pointer) => FIELDS[pointer],
    );
    if (reply?.kind === 'answered') {
      back('saved');
    }
  };
  const said = ({ name, parent }: Pick<Unit, 'name' | 'parent'>) =>
    [official(name, language), parent !== undefined && parent !== '' && unitName(parent, language)]
      .filter(Boolean)
      .join('; ');
  return (
    <FormPage
      form={form}
      page={`unit ${unit?.id ?? 'new'}`}
      title={unit === undefined ? t('unit_add') : official(unit.name, language)}
      intro={
        <Changed<Unit>
          form={form}
          there={said}
          mine={said({ name: typed, parent: typed.parent })}
          keep={(version) => void save(version)}
          take={() => back('')}
        />
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(unit?.version)}
      beside={
        <a id="cancel" href={linkTo(['people', 'units'])} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <UnitFields form={form} unit={unit} />
    </FormPage>
  );
}

type TypedUnit = Record<'id' | 'kk' | 'ru' | 'parent' | 'head', string>;

function UnitFields({ form, unit }: { form: Form<TypedUnit>; unit: Unit | undefined }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { units, unitName } = useDirectory();
  return (
    <>
      {unit === undefined && (
        <TextField {...form.text('id')} label={t('unit_id')} hint={t('unit_id_hint')} kind="code" />
      )}
      <TextField {...form.text('kk')} label={t('unit_kk')} />
      <TextField {...form.text('ru')} label={t('unit_ru')} />
      <SelectField
        {...form.text('parent')}
        label={t('unit_parent')}
        options={[
          ['', t('unit_top')],
          ...units.filter(({ id }) => id !== unit?.id).map(({ id }): [string, string] => [id, unitName(id, language)]),
        ]}
      />
      <TextField {...form.text('head')} label={t('unit_head')} hint={t('unit_head_hint')} kind="short" />
    </>
  );
}
