import { compare, showDecimal } from './decimals';
import { useLanguage } from './language';

/** A decimal with two digits after its mark. What is less than nothing has its minus before it, and is red besides. */
export function Amount({ value }: { value: string }) {
  const language = useLanguage();
  return <span class={compare(value, '0') < 0 ? 'minus' : undefined}>{showDecimal(value, 2, language)}</span>;
}
