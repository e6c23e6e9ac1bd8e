import type { ComponentChildren } from 'preact';

/** Name and value pairs; what is not known is left out. */
export function Facts({ id, facts }: { id: string; facts: [string, ComponentChildren][] }) {
  return (
    <dl class="facts" id={id}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
