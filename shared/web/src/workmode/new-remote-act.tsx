import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { WithDirectory } from '../common/directory';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { Choices, SelectField, TextField } from '../common/view';
import { ACT_KINDS, BASES, CAUSES } from './api';
import { DaysField } from './days-field';
import { PeopleChoice } from './people-choice';
import { actField, actMistakes, actOf, emptyAct, type TypedAct } from './remote-act';
import { useWorkmodeTexts } from './texts';

const SUBMIT = 'set-remote-act';

/** The authorised person sets remote or combined work: by agreement, or in an exceptional case (¶4–6). */
export function NewRemoteAct() {
  return (
    <WithDirectory>
      <ActForm />
    </WithDirectory>
  );
}

function ActForm() {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  const form = useForm<TypedAct>(['remote act'], emptyAct(almatyDay(new Date())), SUBMIT);
  const set = async () => {
    const wrong = actMistakes(form.typed, t);
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const reply = await form.send(
      () =>
        api(at('/remote-acts'), {
          method: 'POST',
          body: actOf(form.typed),
          idempotencyKey: form.idempotencyKey,
        }),
      actField,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['worktime', 'acts', 'remote', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page="new-remote-act"
      title={t('make_remote_act')}
      intro={<p>{t('make_remote_act_intro')}</p>}
      submit={{ id: SUBMIT, label: t('set_act') }}
      onSubmit={() => void set()}
    >
      <KindAndBasis form={form} />
      <PeopleChoice form={form} />
      <h2>{t('where_and_when')}</h2>
      <TextField {...form.text('from')} label={t('from')} kind="date" />
      <TextField {...form.text('to')} label={t('to')} kind="date" />
      <TextField {...form.text('place')} label={t('place')} />
      {form.typed.kind === 'COMBINED' && (
        <DaysField
          weekdays={form.typed.weekdays}
          dates={form.typed.dates}
          date={form.typed.date}
          error={form.errorAt('remoteDays')}
          change={form.change}
        />
      )}
      <TextArea {...form.text('specifics')} label={t('specifics')} hint={t('optional')} rows={2} />
      <TextArea {...form.text('control')} label={t('control')} hint={t('optional')} rows={2} />
      <TextArea {...form.text('channels')} label={t('channels')} hint={t('optional')} rows={2} />
      <h2>{t('document')}</h2>
      <TextField {...form.text('ground')} label={t('ground')} />
      <TextField {...form.text('number')} label={t('number')} kind="short" />
      <TextField {...form.text('signedOn')} label={t('signed_on')} kind="date" />
    </FormPage>
  );
}

/** Remote or combined; by agreement, with its document, or in an exceptional case with what it is. */
function KindAndBasis({ form }: { form: Form<TypedAct> }) {
  const t = useWorkmodeTexts();
  const { kind, basis } = form.typed;
  return (
    <>
      <Choices
        id="kind"
        legend={t('kind')}
        error={form.errorAt('kind')}
        choices={ACT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        selected={[kind]}
        select={([chosen]) => form.change({ kind: ACT_KINDS.find((each) => each === chosen) ?? '' })}
      />
      <Choices
        id="basis"
        legend={t('basis')}
        error={form.errorAt('basis')}
        choices={BASES.map((value) => ({ value, label: t(`basis_${value}`) }))}
        selected={[basis]}
        select={([chosen]) => form.change({ basis: BASES.find((each) => each === chosen) ?? '' })}
        under={(value) => (
          <div class="under">{value === 'EXCEPTIONAL' ? <Cause form={form} /> : <Agreed form={form} />}</div>
        )}
      />
    </>
  );
}

function Agreed({ form }: { form: Form<TypedAct> }) {
  const t = useWorkmodeTexts();
  return <TextField {...form.text('agreement')} label={t('agreement_of_all')} hint={t('agreement_of_all_hint')} />;
}

function Cause({ form }: { form: Form<TypedAct> }) {
  const t = useWorkmodeTexts();
  return (
    <>
      <SelectField
        {...form.text('causeKind')}
        label={t('cause')}
        options={[['', t('choose')], ...CAUSES.map((value): [string, string] => [value, t(`cause_${value}`)])]}
      />
      <TextField {...form.text('causeFrom')} label={t('cause_from')} kind="date" />
      <TextField {...form.text('decision')} label={t('cause_decision')} hint={t('optional')} />
    </>
  );
}
