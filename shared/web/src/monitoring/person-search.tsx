import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import type { Problem } from '../common/http';
import { useLanguage } from '../common/language';
import { almatyDay } from '../common/today';
import { Choices, TextField } from '../common/view';
import type { FoundPerson, Visit } from './api';
import { useMonitoringTexts } from './texts';

interface Props {
  id: string;
  value: string;
  change: (who: string) => void;
  error: string | undefined;
  visit: Visit;
  /** Of the one who was chosen; empty where the identifier was typed. */
  name: string;
  choose: (who: string, name: string) => void;
}

type Found = { people: FoundPerson[]; more: boolean } | { trouble: Problem | null } | null;

/**
 * Finds an employee of the visited body by the beginnings of the name: nobody at a door knows the number that a directory gives
 * people. Without a network the identifier can be typed, or the person named by hand.
 */
export function PersonSearch({ id, value, change, error, visit, name, choose }: Props) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const [sought, setSought] = useState('');
  const [found, setFound] = useState<Found>(null);
  const [busy, setBusy] = useState(false);
  const find = async () => {
    setBusy(true);
    const reply = await api(at('/visits/{visit}/people', { visit: visit.id, name: sought.trim() }));
    setBusy(false);
    setFound(reply.kind === 'answered' ? reply.body : { trouble: reply.kind === 'refused' ? reply.problem : null });
  };
  return (
    <div class="person-search">
      <TextField id={`${id}-name`} label={t('find_person')} hint={t('find_hint')} value={sought} change={setSought} />
      <p>
        <button
          id={`${id}-find`}
          type="button"
          class="button button-plain"
          disabled={busy || sought.trim().length < 3}
          onClick={() => void find()}
        >
          {t('find')}
        </button>
      </p>
      <div role="status" id={`${id}-found`}>
        <FoundPeople id={id} found={found} value={value} choose={choose} />
      </div>
      {value !== '' && name !== '' && <Chosen name={name} employee={value} body={visit.body} />}
      <TextField
        id={id}
        label={t('employee_id')}
        hint={t('employee_id_hint')}
        value={value}
        change={change}
        error={error}
        kind="code"
      />
    </div>
  );
}

function FoundPeople({
  id,
  found,
  value,
  choose,
}: {
  id: string;
  found: Found;
  value: string;
  choose: (who: string, name: string) => void;
}) {
  const t = useMonitoringTexts();
  const language = useLanguage();
  if (found === null) {
    return null;
  }
  if ('trouble' in found) {
    return <p>{found.trouble === null ? t('find_offline') : found.trouble.detail || found.trouble.title}</p>;
  }
  if (found.people.length === 0) {
    return <p>{t('nobody_found')}</p>;
  }
  return (
    <>
      <Choices
        id={`${id}-people`}
        legend={t('found_people')}
        choices={found.people.map(({ employee, name, unit }) => ({
          value: employee,
          label: name,
          ...(unit !== undefined && { hint: language === 'kk' ? unit.kk : unit.ru }),
        }))}
        selected={[value]}
        select={([who = '']) => choose(who, found.people.find(({ employee }) => employee === who)?.name ?? '')}
      />
      {found.more && <p class="hint">{t('found_more')}</p>}
    </>
  );
}

/** Who was chosen, with the own working time of the day, against which the act is held. Each reading is shown to that person. */
function Chosen({ name, employee, body }: { name: string; employee: string; body: string }) {
  const t = useMonitoringTexts();
  const today = almatyDay(new Date());
  const [loaded] = useLoaded(
    at('/bodies/{body}/employees/{employee}/schedule', { body, employee, from: today, to: today }),
  );
  const day = loaded.at === 'here' && loaded.value.employee === employee ? loaded.value.days[0] : undefined;
  return (
    <p class="chosen-person" data-employee={employee}>
      <strong>{name}</strong>
      {day !== undefined &&
        `, ${t('own_schedule')}: ${day.working && day.start ? `${day.start}–${day.end}` : t('when_DAY_OFF')}`}
    </p>
  );
}
