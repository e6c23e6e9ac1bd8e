/**
 * A bar beside its figure, for the eye only; sized by attributes, since the pages may carry no inline styles. What is less than nothing, or
 * can only be (`of` is below zero), grows to the left from a line at the right.
 */
export function Bar({ value, of, wide = false }: { value: number; of: number; wide?: boolean }) {
  const { share, less } = barOf(value, of);
  return (
    <svg class={wide ? 'bar bar-wide' : 'bar'} aria-hidden="true" focusable="false">
      <rect class="bar-ground" width="100%" height="100%" />
      <rect
        class={less ? 'bar-minus' : 'bar-value'}
        x={less ? `${100 - share}%` : '0'}
        width={`${share}%`}
        height="100%"
      />
      {less && <line class="zero" x1="100%" x2="100%" y1="0" y2="100%" />}
    </svg>
  );
}

/** How long a bar is, in percent, and whether it is on the left of zero. */
export function barOf(value: number, of: number): { share: number; less: boolean } {
  return { share: of === 0 ? 0 : Math.min(100, Math.abs((100 * value) / of)), less: value < 0 || of < 0 };
}
