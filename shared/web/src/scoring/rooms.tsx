import { useOwnBody } from './year-and-body';
import { BodyFactsPage } from './body-facts';
import { Matrix } from './matrix';
import { OneFact } from './one-fact';
import './scoring.css';
import { WhatIf } from './what-if';
import { lastYear } from './year-and-body';

/** The rooms of facts, previews and runs. */
export function ScoringRooms({ room, path, query }: { room: 'facts' | 'preview' | 'runs'; path: string[]; query: URLSearchParams }) {
  const own = useOwnBody();
  if (room === 'preview') {
    return <WhatIf query={query} />;
  }
  const [year, body, name] = path;
  if (year !== undefined && body !== undefined) {
    return name === undefined ? <BodyFactsPage key={`${year} ${body}`} body={body} year={Number(year)} query={query} /> : <OneFact key={path.join(' ')} body={body} year={Number(year)} name={name} />;
  }
  return own === undefined ? <Matrix query={query} /> : <BodyFactsPage body={own} year={lastYear()} query={query} />;
}
