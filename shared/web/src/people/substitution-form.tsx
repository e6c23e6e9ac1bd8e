import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { Choices, SelectField } from '../common/view';
import { ORDER_FIELDS, OrderFields, orderOf, typedOrder } from './order-fields';
import type { Substitution } from './substitutions';
import { usePeopleTexts } from './texts';

const SUBMIT = 'substitution-save';

function typedOf(stands: Substitution | undefined) {
  return {
    // Kept with what is typed, so that sent again it is the same one.
    id: stands?.id ?? crypto.randomUUID(),
    of: stands?.vacant === undefined ? 'absent' : 'vacant',
    absent: stands?.absent ?? '',
    vacant: stands?.vacant ?? '',
    substitute: stands?.substitute ?? '',
    ...typedOrder(stands),
  };
}

type Typed = ReturnType<typeof typedOf>;

/** Enters who does the duties of somebody who is absent, or of a head whose post is vacant. */
export function SubstitutionForm({ stands }: { stands: Substitution | undefined }) {
  const t = usePeopleTexts();
  const { api, claims } = useDesk();
  const { nameOf } = useDirectory();
  const form = useForm(['substitution', stands?.id ?? '', stands?.version ?? 0], typedOf(stands), SUBMIT);
  // Loaded anew, as for another language, it is still over this version that the form was filled in.
  const [seen] = useState(stands?.version);
  const { typed, text } = form;
  const back = (news: string) => {
    form.forget();
    location.hash = linkTo(['people', 'substitutions'], { news });
  };
  const save = async (version: number | undefined) => {
    const body = {
      ...(typed.of === 'absent' ? { absent: typed.absent.trim() } : { vacant: typed.vacant }),
      substitute: typed.substitute.trim(),
      ...orderOf(typed),
      ...(version !== undefined && { version }),
    };
    const place = at('/bodies/{body}/substitutions/{substitution}', {
      body: claims.body ?? '',
      substitution: typed.id,
    });
    const reply = await form.send(
      () => api(place, { method: 'PUT', body }),
      (pointer) => (pointer === '/absent' ? typed.of : (ORDER_FIELDS[pointer] ?? pointer.slice(1))) || undefined,
    );
    if (reply?.kind === 'answered') {
      back('saved');
    }
  };
  const said = ({ substitute, from, until = '' }: Pick<Substitution, 'substitute' | 'from' | 'until'>) =>
    [nameOf(substitute), from, until].filter(Boolean).join(', ');
  return (
    <FormPage
      form={form}
      page={`substitution ${stands?.id ?? 'new'}`}
      title={t(stands === undefined ? 'substitution_add' : 'substitution_change')}
      intro={
        <Changed<Substitution>
          form={form}
          there={said}
          mine={said(typed)}
          keep={(version) => void save(version)}
          take={() => back('')}
        />
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(seen)}
      beside={
        <a id="cancel" href={linkTo(['people', 'substitutions'])} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <OfWhom form={form} />
      <PersonField {...text('substitute')} label={t('substitute')} />
      <OrderFields form={form} />
    </FormPage>
  );
}

/** Somebody who is absent, or a unit whose head's post is vacant. */
function OfWhom({ form }: { form: Form<Typed> }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { units, unitName } = useDirectory();
  return (
    <Choices
      id="of"
      legend={t('absent_or_vacant')}
      choices={(['absent', 'vacant'] as const).map((value) => ({ value, label: t(`of_${value}`) }))}
      selected={[form.typed.of]}
      select={([of = 'absent']) => form.change({ of })}
      under={(of) =>
        of === 'absent' ? (
          <PersonField {...form.text('absent')} label={t('absent_person')} />
        ) : (
          <SelectField
            {...form.text('vacant')}
            label={t('unit')}
            options={[['', t('choose')], ...units.map(({ id }): [string, string] => [id, unitName(id, language)])]}
          />
        )
      }
    />
  );
}
