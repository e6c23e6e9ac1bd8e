import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { SelectField, TextField } from '../common/view';
import type { Bodies } from './bodies';
import { authorityOf } from './quarterly';
import { useMonitoringTexts } from './texts';

/** Enters who receives the quarterly reports of a body, with the basis (W-25). */
export function EnterRecipient({ body, bodies, entered }: { body: string; bodies: Bodies; entered: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const territories = [...new Set(bodies.all.flatMap(({ territory }) => territory ?? []))].sort();
  return (
    <Act
      id={`recipient-${body}`}
      title={t('recipient_enter')}
      about={{ id: body, version: 0 }}
      initial={{ authority: '', basis: '' }}
      submit={t('save')}
      check={({ authority, basis }) => [
        ...(authority === '' ? [{ field: 'authority', message: t('missing_choice') }] : []),
        ...(basis.trim() === '' ? [{ field: 'basis', message: t('missing_basis') }] : []),
      ]}
      send={({ authority, basis }, version) =>
        api(at('/bodies/{body}/worktime-recipient', { body }), {
          method: 'PUT',
          body: { authority, basis: basis.trim(), ...(version > 0 && { version }) },
        })
      }
      done={entered}
    >
      {({ field }) => (
        <>
          <SelectField
            {...field('authority')}
            label={t('recipient')}
            options={[
              ['', t('choose')],
              ...['agency', ...territories].map((each): [string, string] => [each, authorityOf(each, t)]),
            ]}
          />
          <TextField {...field('basis')} label={t('basis')} />
        </>
      )}
    </Act>
  );
}
