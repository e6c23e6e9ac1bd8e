import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ErrorText } from '../view';
import type { Attempt } from './attempt';

/**
 * Entries of one kind within a form, each folded under its name until it is opened, has an error or is new. The id of entry n is
 * `{id}-{n}`, which is where complaints about the entry as a whole are shown.
 */
export function Rows<R>(props: {
  id: string;
  form: Pick<Attempt, 'errors' | 'errorAt'>;
  title: string;
  rows: R[];
  /** The entry that is open from the start. */
  opened?: number | undefined;
  change: (rows: R[]) => void;
  /** What is new, where the button to add is pressed. */
  fresh: () => R;
  nameOf: (row: R) => string;
  add: string;
  remove: string;
  children: (row: R, id: string, change: (part: Partial<R>) => void) => ComponentChildren;
}) {
  const { id, form, title, rows, opened, change, fresh, nameOf, add, remove, children } = props;
  const focus = useRef<string | null>(null);
  const [first] = useState(opened);
  useLayoutEffect(() => {
    if (focus.current !== null) {
      const place = document.getElementById(focus.current);
      focus.current = null;
      if (place instanceof HTMLDetailsElement) {
        place.open = true;
        place.querySelector<HTMLElement>('input, select, textarea')?.focus();
      } else {
        place?.focus();
      }
    }
  }, [rows.length]);
  const more = () => {
    focus.current = `${id}-${rows.length}`;
    change([...rows, fresh()]);
  };
  const without = (index: number) => {
    focus.current = `${id}-add`;
    change(rows.filter((_, other) => other !== index));
  };
  return (
    <section id={id}>
      <h2>{title}</h2>
      <ErrorText id={`${id}-error`} message={form.errorAt(id)} />
      {rows.map((row, index) => {
        const at = `${id}-${index}`;
        const wrong = form.errors.some(({ field }) => field === at || field.startsWith(`${at}-`));
        return (
          <details key={at} id={at} {...((wrong || index === first) && { open: true })}>
            <summary>{nameOf(row)}</summary>
            <ErrorText id={`${at}-error`} message={form.errorAt(at)} />
            {children(row, at, (part) =>
              change(rows.map((each, other) => (other === index ? { ...each, ...part } : each))),
            )}
            <p>
              <button id={`${at}-remove`} type="button" class="link-button" onClick={() => without(index)}>
                {remove}
                <span class="hidden">{`: ${nameOf(row)}`}</span>
              </button>
            </p>
          </details>
        );
      })}
      <p>
        <button id={`${id}-add`} type="button" class="button button-plain" onClick={more}>
          {add}
        </button>
      </p>
    </section>
  );
}
