import { readSlipCode } from '../common/slip-code';
import type { Slip } from './kept';

/** What a respondent's link says: the survey in the query, the rest in the fragment, which never reaches a server. */
export interface Link extends Slip {
  survey: string | null;
  fingerprint: string | null;
}

/** Reads the link and takes the code out of the address, where the next person could find it in the history. */
export function takeLink(): Link {
  const survey = new URLSearchParams(location.search).get('id');
  const fragment = new URLSearchParams(location.hash.slice(1));
  const fingerprint = fragment.get('fp');
  const link = { survey, fingerprint, code: fragment.get('code') ?? '', body: fragment.get('body') ?? '' };
  if (survey !== null && link.code !== '') {
    showLink(survey, fingerprint);
  }
  return link;
}

/** The slip to begin with: that of the link, since a draft's may be another person's, or void. */
export function slipOf(link: Slip, drafted: Slip | undefined): Slip {
  if (link.code === '') {
    return drafted ?? link;
  }
  const same = drafted !== undefined && readSlipCode(drafted.code) === readSlipCode(link.code);
  return { code: link.code, body: link.body === '' && same ? drafted.body : link.body };
}

/** Puts the address back that this page can be opened by again. */
export function showLink(survey: string, fingerprint: string | null): void {
  history.replaceState(history.state, '', `${location.pathname}?id=${encodeURIComponent(survey)}${fingerprint === null ? '' : `#fp=${fingerprint}`}`);
}
