import { hasRole, useDesk } from '../common/desk';
import { BodyFactsPage } from './body-facts';
import { BodyScore } from './body-score';
import { Matrix } from './matrix';
import { OneFact } from './one-fact';
import { OneRun } from './one-run';
import { RankingPage } from './ranking';
import { Runs } from './runs';
import './scoring.css';
import { StartRun } from './start-run';
import { WhatIf } from './what-if';
import { lastYear, useOwnBody } from './year-and-body';

interface Place {
  path: string[];
  query: URLSearchParams;
}

/** The rooms of facts, previews and runs. */
export function ScoringRooms({ room, ...place }: { room: 'facts' | 'preview' | 'runs' } & Place) {
  switch (room) {
    case 'preview':
      return <WhatIf query={place.query} />;
    case 'facts':
      return <FactRooms {...place} />;
    case 'runs':
      return <RunRooms {...place} />;
  }
}

function FactRooms({ path, query }: Place) {
  const own = useOwnBody();
  const [year, body, name] = path;
  if (year !== undefined && body !== undefined) {
    const key = path.join(' ');
    return name === undefined ? (
      <BodyFactsPage key={key} body={body} year={Number(year)} query={query} />
    ) : (
      <OneFact key={key} body={body} year={Number(year)} name={name} />
    );
  }
  return own === undefined ? <Matrix query={query} /> : <BodyFactsPage body={own} year={lastYear()} query={query} />;
}

function RunRooms({ path, query }: Place) {
  const agency = hasRole(useDesk(), 'agency');
  const [run, part, body, fact] = path;
  if (run === undefined) {
    return <Runs />;
  }
  if (run === 'start') {
    return agency ? <StartRun /> : <Runs />;
  }
  if (part !== 'scores') {
    return <OneRun key={run} id={run} />;
  }
  return body === undefined ? (
    <RankingPage key={run} run={run} query={query} />
  ) : (
    <BodyScore key={`${run} ${body}`} run={run} body={body} fact={fact} />
  );
}
