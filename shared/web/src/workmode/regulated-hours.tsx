import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { TextField } from '../common/view';
import type { RegulatedHours, RegulatedHoursShown } from './api';
import { missing } from './checks';
import { useOffice } from './office';
import { useWorkmodeTexts } from './texts';

/** Hours of an employee by work regulations: on their days flexible time is not for this employee (No. 120, ¶14). */
export function RegulatedHoursOf({ employee }: { employee: string }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const body = claims.body ?? '';
  const { hr } = useOffice(body);
  const [loaded, again] = useLoaded(at('/bodies/{body}/employees/{employee}/regulated-hours', { body, employee }));
  return (
    <section id="regulated">
      <h2>{t('regulated_hours')}</h2>
      <LoadedView loaded={loaded} again={again}>
        {(shown) => {
          const hours = entered(shown);
          return (
            <>
              {hours === null ? <p id="not-regulated">{t('not_regulated')}</p> : <Standing hours={hours} />}
              {hr && <Enter body={body} employee={employee} hours={hours} again={again} />}
            </>
          );
        }}
      </LoadedView>
    </section>
  );
}

/** Where none are entered, there is neither a basis nor a first day. */
function entered({ basis, from, ...hours }: RegulatedHoursShown): RegulatedHours | null {
  return basis === undefined || from === undefined ? null : { ...hours, basis, from };
}

function Standing({ hours: { basis, from, to } }: { hours: RegulatedHours }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  return (
    <Facts
      id="regulated-hours"
      facts={[
        [t('basis_document'), basis],
        [t('from'), showDate(from, common)],
        [t('to'), to && showDate(to, common)],
      ]}
    />
  );
}

function Enter(props: { body: string; employee: string; hours: RegulatedHours | null; again: () => void }) {
  const { body, employee, hours, again } = props;
  const t = useWorkmodeTexts();
  const { api } = useDesk();
  return (
    <Act
      id="regulate"
      title={t(hours === null ? 'enter_regulated' : 'change_regulated')}
      intro={t('regulated_intro')}
      about={{ id: employee, version: hours?.version ?? 0 }}
      initial={{ basis: hours?.basis ?? '', from: hours?.from ?? '', to: hours?.to ?? '' }}
      submit={t('enter')}
      check={(typed) => missing(typed, { basis: t('missing_basis'), from: t('missing_day') })}
      send={({ basis, from, to }, version) =>
        api(at('/bodies/{body}/employees/{employee}/regulated-hours', { body, employee }), {
          method: 'PUT',
          body: {
            basis: basis.trim(),
            from,
            ...(to !== '' && { to }),
            ...(version > 0 && { version }),
          },
        })
      }
      done={again}
    >
      {({ field }) => (
        <>
          <TextField {...field('basis')} label={t('basis_document')} />
          <TextField {...field('from')} label={t('from')} kind="date" />
          <TextField {...field('to')} label={t('to')} hint={t('rules_to_hint')} kind="date" />
        </>
      )}
    </Act>
  );
}
