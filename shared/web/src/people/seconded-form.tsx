import { at, type Schema } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { Choices, SelectField } from '../common/view';
import { usePeopleTexts } from './texts';

type Place = Schema<'SecondedPlace'>;

const SUBMIT = 'seconded-save';
const FLAGS = ['leading', 'unitHead'] as const;

/** Where somebody works whom another body sends here. */
export function Seconded({ id }: { id: string }) {
  return (
    <WithDirectory>
      <PlaceForm id={id} />
    </WithDirectory>
  );
}

function PlaceForm({ id }: { id: string }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const { units, unitName, nameOf, person } = useDirectory();
  const stands = person(id);
  const form = useForm(
    ['seconded', id],
    {
      unit: stands?.unit ?? '',
      manager: stands?.manager ?? '',
      flags: FLAGS.filter((flag) => stands?.[flag] === true) as string[],
    },
    SUBMIT,
  );
  const { typed, text, change } = form;
  const back = (news: string) => {
    form.forget();
    location.hash = linkTo(['people'], { news });
  };
  const save = async (version: number | undefined) => {
    const body = {
      unit: typed.unit,
      manager: typed.manager.trim(),
      leading: typed.flags.includes('leading'),
      unitHead: typed.flags.includes('unitHead'),
      ...(version !== undefined && { version }),
    };
    const place = at('/bodies/{body}/seconded/{employee}', { body: claims.body ?? '', employee: id });
    const reply = await form.send(
      () => api(place, { method: 'PUT', body }),
      (pointer) => (['/unit', '/manager'].includes(pointer) ? pointer.slice(1) : undefined),
    );
    if (reply?.kind === 'answered') {
      back('saved');
    }
  };
  const said = ({ unit, manager }: Pick<Place, 'unit' | 'manager'>) =>
    `${unitName(unit, language)}; ${nameOf(manager)}`;
  return (
    <FormPage
      form={form}
      page={`seconded ${id}`}
      caption={t('seconded_from', { body: stands?.secondedFrom ?? '' })}
      title={nameOf(id)}
      intro={
        <Changed<Place>
          form={form}
          there={said}
          mine={said(typed)}
          keep={(version) => void save(version)}
          take={() => back('')}
        />
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(undefined)}
      beside={
        <a id="cancel" href={linkTo(['people'])} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <SelectField
        {...text('unit')}
        label={t('unit')}
        options={[['', t('choose')], ...units.map((each): [string, string] => [each.id, unitName(each.id, language)])]}
      />
      <PersonField {...text('manager')} label={t('manager')} />
      <Choices
        id="flags"
        legend={t('flags')}
        several
        choices={FLAGS.map((flag) => ({ value: flag, label: t(`flag_${flag}`) }))}
        selected={typed.flags}
        select={(flags) => change({ flags })}
      />
    </FormPage>
  );
}
