import { readSlipCode } from '../common/slip-code';
import type { Slip } from './kept';

/** What a respondent's link says: the survey in the query, the rest in the fragment, which never reaches a server. */
export interface Link extends Slip {
  survey: string | null;
  fingerprint: string | null;
}

/** What an entry of this tab's history keeps of a slip until its code is needed. */
interface Held {
  slip?: Slip;
}

/**
 * Reads the link and takes the code out of the address, where the next person could find it among the pages visited. This entry of the
 * tab's history holds it, where a reload finds it and another link does not, until the first page takes its place.
 */
export function takeLink(): Link {
  const survey = new URLSearchParams(location.search).get('id');
  const fragment = new URLSearchParams(location.hash.slice(1));
  const fingerprint = fragment.get('fp');
  const held = (history.state as Held | null)?.slip;
  const slip = { code: fragment.get('code') ?? held?.code ?? '', body: fragment.get('body') ?? held?.body ?? '' };
  if (survey !== null && fragment.has('code')) {
    history.replaceState({ slip } satisfies Held, '');
    showLink(survey, fingerprint);
  }
  return { survey, fingerprint, ...slip };
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
  history.replaceState(
    history.state,
    '',
    `${location.pathname}?id=${encodeURIComponent(survey)}${fingerprint === null ? '' : `#fp=${fingerprint}`}`,
  );
}
