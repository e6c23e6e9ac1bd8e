import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Changed } from '../common/form/changed';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { TextArea } from '../common/text-area';
import { Heading, SelectField, TextField } from '../common/view';
import type { WorktimeSetting, WorktimeSettings } from './api';
import { Norms } from './norms';
import { settingOf, shownValue, typedValues, writtenValues } from './setting-values';
import { useMonitoringTexts } from './texts';

/** How the silent places of orders 120 and 121 are read, and the wordings that changed: the Agency chooses, all others read. */
export function Settings({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const agency = hasRole(useDesk(), 'agency');
  const [loaded, again] = useLoaded(at('/worktime-settings'));
  return (
    <>
      <Heading page="settings">{t('settings_title')}</Heading>
      <p>{t('settings_intro')}</p>
      <LoadedView loaded={loaded} again={again}>
        {(settings) => (
          <>
            <Standing settings={settings} />
            {agency && <Choose key={settings.version} settings={settings} done={again} />}
          </>
        )}
      </LoadedView>
      <Norms query={query} />
    </>
  );
}

function Standing({ settings: { settings, values, reason, version } }: { settings: WorktimeSettings }) {
  const t = useMonitoringTexts();
  const language = useLanguage();
  return (
    <>
      <ul class="cards" id="settings">
        {settings.map((setting) => (
          <li key={setting.id} class="card" data-setting={setting.id}>
            <p>{setting.about[language]}</p>
            <p>
              <strong class="tag">{shownOf(setting, values[setting.id as keyof typeof values], t, language)}</strong>
            </p>
          </li>
        ))}
      </ul>
      <p class="hint" id="settings-reason">
        {version === 0 ? t('settings_default') : `${t('reason')}: ${reason ?? ''}`}
      </p>
    </>
  );
}

function shownOf(
  setting: WorktimeSetting,
  value: string | number | boolean | null | undefined,
  t: ReturnType<typeof useMonitoringTexts>,
  language: ReturnType<typeof useLanguage>,
): string {
  return shownValue(setting, value ?? null, language, { none: t('not_set'), yes: t('yes'), no: t('no') });
}

type Typed = Record<string, string>;

const SUBMIT = 'settings-save';

function Choose({ settings, done }: { settings: WorktimeSettings; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const form = useForm<Typed>(
    ['worktime-settings', settings.version],
    { ...typedValues(settings), reason: '' },
    SUBMIT,
  );
  const save = async (version: number) => {
    const { reason = '', ...values } = form.typed;
    const wrong = settings.settings
      .filter((setting) => writtenValues([setting], values) === null)
      .map(({ id }) => ({ field: id, message: t('wrong_number') }));
    const written = writtenValues(settings.settings, values);
    if (wrong.length > 0 || reason.trim() === '' || written === null) {
      return form.wrong([
        ...wrong,
        ...(reason.trim() === '' ? [{ field: 'reason', message: t('missing_reason') }] : []),
      ]);
    }
    const reply = await form.send(
      () =>
        api(at('/worktime-settings'), {
          method: 'PUT',
          body: { values: written, reason: reason.trim(), ...(version > 0 && { version }) },
        }),
      settingOf,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done();
    }
  };
  return (
    <details id="choose-settings" {...((form.errors.length > 0 || form.conflict !== null) && { open: true })}>
      <summary>{t('settings_change')}</summary>
      <Changed<WorktimeSettings>
        form={form}
        mine={t('settings_change')}
        keep={(version) => void save(version)}
        take={() => {
          form.forget();
          form.clear();
          done();
        }}
      />
      <FormPart form={form} submit={{ id: SUBMIT, label: t('save') }} onSubmit={() => void save(settings.version)}>
        {settings.settings.map((setting) => (
          <SettingField key={setting.id} setting={setting} field={form.text(setting.id)} />
        ))}
        <TextArea {...form.text('reason')} label={t('reason')} rows={2} />
      </FormPart>
    </details>
  );
}

function SettingField({
  setting,
  field,
}: {
  setting: WorktimeSetting;
  field: { id: string; value: string; change: (value: string) => void; error: string | undefined };
}) {
  const t = useMonitoringTexts();
  const language = useLanguage();
  const label = setting.about[language];
  if (setting.readings !== undefined) {
    const options = setting.readings.map(({ value, about }): [string, string] => [value, about[language]]);
    return <SelectField {...field} label={label} options={options} />;
  }
  if (typeof setting.default === 'boolean') {
    return (
      <SelectField
        {...field}
        label={label}
        options={[
          ['false', t('no')],
          ['true', t('yes')],
        ]}
      />
    );
  }
  const { least, most } = setting;
  return (
    <TextField
      {...field}
      label={label}
      hint={[least !== undefined && `${least}–${most}`, setting.default === null && t('empty_is_none')]
        .filter(Boolean)
        .join('; ')}
      kind="short"
    />
  );
}
