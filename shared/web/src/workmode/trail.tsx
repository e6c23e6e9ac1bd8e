import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { useLoaded } from '../common/desk';
import { useDirectory } from '../common/directory';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
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

function Entries({ object }: { object: string }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const [loaded, again] = useLoaded(at('/audit/{object}', { object }));
  const named = (event: string) => {
    const known = EVENTS.find((each) => each === event);
    return known === undefined ? event : t(`event_${known.replace('-', '_')}` as WorkmodeKey);
  };
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ entries, intact }) => (
        <>
          {!intact && (
            <Note kind="warning">
              <p>{t('trail_broken')}</p>
            </Note>
          )}
          <ol id="trail-entries" class="said">
            {entries.map(({ place, event = '', by = '', at: when }) => (
              <li key={place} data-event={event}>
                {[when && showInstant(when, common), named(event), nameOf(by)].filter(Boolean).join(', ')}
              </li>
            ))}
          </ol>
        </>
      )}
    </LoadedView>
  );
}
