import type { Survey } from '../survey/survey';

/** The respondent's link, beside which this page lies. */
export function surveyLink({ id, fingerprint }: Survey, more: Record<string, string> = {}): string {
  const page = new URL('survey.html', location.href);
  page.search = new URLSearchParams({ id }).toString();
  page.hash = new URLSearchParams({ fp: fingerprint, ...more }).toString();
  return page.href;
}
