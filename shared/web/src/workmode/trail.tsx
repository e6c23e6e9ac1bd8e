import { useState } from 'preact/hooks';
import { at, type Schema } from '../common/api';
import { useDirectory } from '../common/directory';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { type PageOf, usePaged } from '../common/paged';
import { Note } from '../common/view';
import { useWorkmodeTexts, type WorkmodeKey } from './texts';

/** The events that have words of their own; any other is shown by its name. */
const EVENTS = ['set', 'acknowledge', 'extend', 'end', 'annul', 'cancel', 'remove-cause', 'equip', 'read'] as const;

/** Who did what with an act, and who has read it; for the personnel service, and loaded when it is asked for. */
export function Trail({ object }: { object: string }) {
  const t = useWorkmodeTexts();
  const [open, setOpen] = useState(false);
  return (
    <details id="trail" class="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('trail')}</summary>
      {open && <Entries object={object} />}
    </details>
  );
}

type Entry = Schema<'AuditTrail'>['entries'][number] & { intact: boolean };

function Entries({ object }: { object: string }) {
  const t = useWorkmodeTexts();
  const paged = usePaged(
    (cursor) => at('/audit/{object}', { object, cursor }),
    ({ entries, intact, next }): PageOf<Entry> => ({ rows: entries.map((entry) => ({ ...entry, intact })), next }),
  );
  return (
    <>
      {paged.rows.some(({ intact }) => !intact) && (
        <Note kind="warning">
          <p>{t('trail_broken')}</p>
        </Note>
      )}
      <List
        id="trail-entries"
        title={t('trail')}
        file={object}
        rows={paged}
        keyOf={({ place }) => String(place)}
        marks={({ event = '' }) => ({ 'data-event': event })}
        columns={useColumns()}
        search={false}
        empty={t('trail')}
      />
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const named = (event: string) => {
    const known = EVENTS.find((each) => each === event);
    return known === undefined ? event : t(`event_${known.replace('-', '_')}` as WorkmodeKey);
  };
  return [
    { id: 'by', name: t('who'), value: ({ by }) => (by === undefined ? null : nameOf(by)) },
    { id: 'event', name: t('what'), value: ({ event }) => (event === undefined ? null : named(event)) },
    { id: 'at', name: t('when'), kind: 'instant', value: (entry) => entry.at ?? null },
  ];
}
