import { useState } from 'preact/hooks';
import { at, type Schema } from '../common/api';
import { showDate } from '../common/dates';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { Rows } from '../common/form/rows';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Note, SelectField, TextField } from '../common/view';
import { useProceduresTexts } from './texts';
import { fieldOf, recordOf, type TypedMethodology, typedOf } from './typed-methodology';

type BodyMethodology = Schema<'BodyMethodology'>;
type Procedure = Schema<'EmployeeProcedures'>['methodologies'][number];

/** Both procedures, and by which act each is in force for the body. */
export function BodyMethodologies({ body, saved }: { body: string; saved: boolean }) {
  const t = useProceduresTexts();
  const language = useLanguage();
  const [known, knownAgain] = useLoaded(at('/employee-methodologies'));
  const [held, heldAgain] = useLoaded(at('/bodies/{body}/employee-methodologies', { body }));
  return (
    <>
      <div role="status">
        {saved && (
          <Note kind="good">
            <p id="saved">{t('saved')}</p>
          </Note>
        )}
      </div>
      <LoadedView loaded={known} again={knownAgain}>
        {({ methodologies }) => (
          <LoadedView loaded={held} again={heldAgain}>
            {({ methodologies: records }) => (
              <ul class="cards" id="methodologies">
                {methodologies.map((procedure) => (
                  <li key={procedure.id} class="card" data-methodology={procedure.id}>
                    <h2>{procedure.title[language]}</h2>
                    <InForce body={body} procedure={procedure} record={records.find(({ id }) => id === procedure.id)} />
                  </li>
                ))}
              </ul>
            )}
          </LoadedView>
        )}
      </LoadedView>
    </>
  );
}

function InForce(props: { body: string; procedure: Procedure; record: BodyMethodology | undefined }) {
  const { body, procedure, record } = props;
  const t = useProceduresTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const agency = isAgency(useDesk());
  return (
    <>
      {record === undefined ? (
        <p>{t('not_in_force')}</p>
      ) : (
        <dl class="facts">
          <div>
            <dt>{t('act')}</dt>
            <dd>{t('act_of', { ...record.act, date: showDate(record.act.date, common) })}</dd>
          </div>
          <div>
            <dt>{t('from')}</dt>
            <dd>{showDate(record.from, common)}</dd>
          </div>
          {record.until !== undefined && (
            <div>
              <dt>{t('until')}</dt>
              <dd>{showDate(record.until, common)}</dd>
            </div>
          )}
          {Object.entries(record.settings).map(([id, { value, reason }]) => (
            <div key={id}>
              <dt>{procedure.settings.find((each) => each.id === id)?.about[language] ?? id}</dt>
              <dd>
                {String(value)} <span class="hint">({reason})</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {agency && (
        <p>
          <a href={linkTo(['procedures', 'of', body, procedure.id])}>
            {t(record === undefined ? 'put_in_force' : 'change')}
            <span class="hidden">{`: ${procedure.title[language]}`}</span>
          </a>
        </p>
      )}
    </>
  );
}

/** Puts a procedure in force for a body, or changes by which act and with which settings. */
export function MethodologyPage({ body, id }: { body: string; id: BodyMethodology['id'] }) {
  const [known, knownAgain] = useLoaded(at('/employee-methodologies'));
  const [held, heldAgain] = useLoaded(at('/bodies/{body}/employee-methodologies', { body }));
  return (
    <LoadedView loaded={known} again={knownAgain}>
      {({ methodologies }) => (
        <LoadedView loaded={held} again={heldAgain}>
          {({ methodologies: records }) => (
            <MethodologyForm
              body={body}
              procedure={methodologies.find((each) => each.id === id)!}
              record={records.find((each) => each.id === id)}
            />
          )}
        </LoadedView>
      )}
    </LoadedView>
  );
}

const SUBMIT = 'methodology-save';

function MethodologyForm(props: { body: string; procedure: Procedure; record: BodyMethodology | undefined }) {
  const { body, procedure, record } = props;
  const t = useProceduresTexts();
  const language = useLanguage();
  const { api } = useDesk();
  const form = useForm(['methodology', body, procedure.id, record?.version ?? 0], typedOf(record), SUBMIT);
  // Loaded anew, as for another language, it is still over this version that the form was filled in.
  const [seen] = useState(record?.version);
  const { typed } = form;
  const back = (news: string) => {
    form.forget();
    location.hash = linkTo(['procedures'], { body, news });
  };
  const save = async (version: number | undefined) => {
    const place = at('/bodies/{body}/employee-methodologies/{methodology}', { body, methodology: procedure.id });
    const reply = await form.send(
      () => api(place, { method: 'PUT', body: recordOf(typed, version) }),
      (pointer) => fieldOf(pointer, typed),
    );
    if (reply?.kind === 'answered') {
      back('saved');
    }
  };
  return (
    <FormPage
      form={form}
      page={`methodology ${body} ${procedure.id}`}
      caption={body}
      title={procedure.title[language]}
      intro={
        <Changed<BodyMethodology>
          form={form}
          there={({ act, from }) => `${t('act_of', act)}, ${from}`}
          mine={`${t('act_of', { kind: typed.kind, number: typed.number, date: typed.date })}, ${typed.from}`}
          keep={(version) => void save(version)}
          take={() => back('')}
        />
      }
      submit={{ id: SUBMIT, label: t('save') }}
      onSubmit={() => void save(seen)}
      beside={
        <a id="cancel" href={linkTo(['procedures'], { body })} onClick={() => form.forget()}>
          {t('cancel')}
        </a>
      }
    >
      <TextField {...form.text('kind')} label={t('act_kind')} hint={t('act_kind_hint')} />
      <TextField {...form.text('number')} label={t('act_number')} kind="short" />
      <TextField {...form.text('date')} label={t('act_date')} kind="date" />
      <TextField {...form.text('publishedOn')} label={t('published_on')} kind="date" />
      <TextField {...form.text('from')} label={t('from')} kind="date" />
      <TextField {...form.text('until')} label={t('until')} hint={t('until_hint')} kind="date" />
      <Settings form={form} procedure={procedure} />
    </FormPage>
  );
}

/** What is chosen otherwise than the default, each with its reason. */
function Settings({ form, procedure }: { form: Form<TypedMethodology>; procedure: Procedure }) {
  const t = useProceduresTexts();
  const language = useLanguage();
  const open = procedure.settings.filter(({ fixed }) => !fixed);
  const nameOf = (id: string) => open.find((each) => each.id === id)?.about[language] ?? t('setting_new');
  return (
    <Rows
      id="settings"
      form={form}
      title={t('settings')}
      rows={form.typed.settings}
      change={(settings) => form.change({ settings })}
      fresh={() => ({ id: '', value: '', reason: '' })}
      nameOf={({ id }) => nameOf(id)}
      add={t('setting_add')}
      remove={t('remove')}
    >
      {(row, place, change) => {
        const setting = open.find(({ id }) => id === row.id);
        return (
          <>
            <SelectField
              id={`${place}-id`}
              label={t('setting')}
              error={form.errorAt(`${place}-id`)}
              value={row.id}
              change={(id) => change({ id, value: '' })}
              options={[['', t('choose')], ...open.map(({ id, about }): [string, string] => [id, about[language]])]}
            />
            <SettingValue form={form} place={place} row={row} setting={setting} change={(value) => change({ value })} />
            <TextArea
              id={`${place}-reason`}
              label={t('reason')}
              error={form.errorAt(`${place}-reason`)}
              value={row.reason}
              change={(reason) => change({ reason })}
            />
          </>
        );
      }}
    </Rows>
  );
}

function SettingValue(props: {
  form: Form<TypedMethodology>;
  place: string;
  row: TypedMethodology['settings'][number];
  setting: Procedure['settings'][number] | undefined;
  change: (value: string) => void;
}) {
  const { form, place, row, setting, change } = props;
  const t = useProceduresTexts();
  const language = useLanguage();
  const field = { id: `${place}-value`, label: t('setting_value'), error: form.errorAt(`${place}-value`) };
  const hint =
    setting && t('setting_default', { value: setting.readings?.[setting.default]?.[language] ?? setting.default });
  return setting?.values === undefined ? (
    <TextField {...field} hint={hint} kind="short" value={row.value} change={change} />
  ) : (
    <SelectField
      {...field}
      hint={hint}
      value={row.value}
      change={change}
      options={[
        ['', t('choose')],
        ...setting.values.map((value): [string, string] => [value, setting.readings?.[value]?.[language] ?? value]),
      ]}
    />
  );
}
