import { at } from '../common/api';
import { hasRole, isAgency, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { Choices, TextField } from '../common/view';
import type { PersonnelSystem } from './api';
import { missing } from './checks';
import { useWorkmodeTexts } from './texts';

/** Whether our page is the personnel system of a body, by which applications come in (No. 120, ¶15); the Agency enters it. */
export function PersonnelSystemOf({ body }: { body: string }) {
  const desk = useDesk();
  const office = desk.claims.body === body && (hasRole(desk, 'hr') || hasRole(desk, 'head'));
  return isAgency(desk) || office ? <Shown body={body} /> : null;
}

function Shown({ body }: { body: string }) {
  const t = useWorkmodeTexts();
  const agency = isAgency(useDesk());
  const [loaded, again] = useLoaded(at('/bodies/{body}/hr-system', { body }));
  return (
    <section id="system">
      <h2>{t('personnel_system')}</h2>
      <LoadedView loaded={loaded} again={again}>
        {(system) => (
          <>
            <Facts
              id="system-facts"
              facts={[
                [t('our_page'), t(system.departmental ? 'departmental_yes' : 'departmental_no')],
                [t('by_act'), system.basis],
              ]}
            />
            {agency && <Enter body={body} system={system} again={again} />}
          </>
        )}
      </LoadedView>
    </section>
  );
}

function Enter({ body, system, again }: { body: string; system: PersonnelSystem; again: () => void }) {
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id="put-system"
      title={t('enter_system')}
      intro={t('enter_system_intro')}
      about={{ id: body, version: system.version }}
      initial={{ departmental: system.departmental ? 'yes' : 'no', basis: system.basis ?? '' }}
      submit={t('enter')}
      check={({ basis }) => missing({ basis }, { basis: t('missing_act') })}
      send={({ departmental, basis }, version) =>
        api(at('/bodies/{body}/hr-system', { body }), {
          method: 'PUT',
          body: { departmental: departmental === 'yes', basis: basis.trim(), ...(version > 0 && { version }) },
        })
      }
      done={again}
    >
      {({ field, typed, change }) => (
        <>
          <Choices
            id={field('departmental').id}
            legend={t('our_page')}
            error={field('departmental').error}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`departmental_${value}`) }))}
            selected={[typed.departmental]}
            select={([departmental = 'no']) => change({ departmental })}
          />
          <TextField {...field('basis')} label={t('by_act')} />
        </>
      )}
    </Act>
  );
}
