/** A bar beside its figure, for the eye only; sized by attributes, since the pages may carry no inline styles. */
export function Bar({ value, of, wide = false }: { value: number; of: number; wide?: boolean }) {
  const share = of > 0 ? Math.min(100, (100 * value) / of) : 0;
  return (
    <svg class={wide ? 'bar bar-wide' : 'bar'} aria-hidden="true" focusable="false">
      <rect class="bar-ground" width="100%" height="100%" />
      <rect class="bar-value" width={`${share}%`} height="100%" />
    </svg>
  );
}
