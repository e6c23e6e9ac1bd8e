/** Texts as a list, in the order of another language's: the build writes them so, since each name is then sent once. */
export function listed(other: Record<string, string>, texts: string[]): Record<string, string> {
  return Object.fromEntries(Object.keys(other).map((key, index) => [key, texts[index]!]));
}
