import type { ComponentChildren } from 'preact';
import type { Attempt } from './attempt';
import { Conflict } from './conflict';
import { useFormTexts } from './texts';

/**
 * What stands now beside what was typed, where somebody else was faster; nothing while there is no such refusal. What was typed
 * is kept until the person has chosen.
 */
export function Changed<T extends { version: number }>(props: {
  form: Attempt;
  /** Says in words what stands; where it is left out, the message says enough. */
  there?: (current: T) => ComponentChildren;
  /** What was typed, in the same words. */
  mine?: ComponentChildren;
  /** Sends what was typed over the version that stands. */
  keep: (version: number) => void;
  /** Gives up what was typed, and shows what stands, where the refusal says it. */
  take: (current: T | undefined) => void;
}) {
  const { form, there, mine, keep, take } = props;
  const t = useFormTexts();
  if (form.conflict === null) {
    return null;
  }
  const current = form.conflict.current as T | undefined;
  const known = typeof current?.version === 'number' ? current : undefined;
  return (
    <Conflict
      problem={form.conflict}
      {...(known !== undefined && there !== undefined && { there: there(known), mine: mine ?? '–' })}
    >
      {known !== undefined && (
        <button id="keep-mine" type="button" class="button" disabled={form.busy} onClick={() => keep(known.version)}>
          {t('send_mine')}
        </button>
      )}
      <button id="take-theirs" type="button" class="button button-plain" onClick={() => take(known)}>
        {t('show_there')}
      </button>
    </Conflict>
  );
}
