import type { Commission, Grade } from './api';

/** What is counted at the table of a meeting. The server counts again and decides. */

export type Seats = Pick<Commission, 'chair' | 'members' | 'secretary'>;

/** How many must be present: two thirds of chair and members. The secretary has no vote and does not count. */
export function required({ members }: Pick<Seats, 'members'>): number {
  return Math.ceil((2 * (members.length + 1)) / 3);
}

/** Chair and members who are there. */
export function seated(seats: Seats, present: string[]): string[] {
  return [seats.chair, ...seats.members].filter((person) => present.includes(person));
}

export type Side = 'for' | 'against';

/** A motion on one sheet with its votes, as it is typed. */
export interface Motion {
  sheet: string;
  decision: 'CONFIRM' | 'REVISE';
  grade: Grade | '';
  votes: Record<string, Side>;
  recommendation: string;
}

export type Outcome =
  | { kind: 'open'; missing: string[] }
  | { kind: 'counted'; carried: boolean; by: 'MAJORITY' | 'CHAIR'; votesFor: number; votesAgainst: number };

/** @param voters who is there and may vote: nobody on their own case */
export function countVotes(votes: Record<string, Side>, voters: string[], chair: string): Outcome {
  const missing = voters.filter((person) => votes[person] === undefined);
  if (missing.length > 0) {
    return { kind: 'open', missing };
  }
  const votesFor = voters.filter((person) => votes[person] === 'for').length;
  const votesAgainst = voters.length - votesFor;
  const tie = votesFor === votesAgainst && voters.includes(chair);
  return {
    kind: 'counted',
    carried: tie ? votes[chair] === 'for' : votesFor > votesAgainst,
    by: tie ? 'CHAIR' : 'MAJORITY',
    votesFor,
    votesAgainst,
  };
}

/** The motions that were put on a sheet, the last of which may be open. */
export function motionsOn(motions: Motion[], sheet: string): Motion[] {
  return motions.filter((motion) => motion.sheet === sheet);
}

/** Whether nothing more is put on a sheet: its last motion is carried. */
export function isDecided(motions: Motion[], sheet: string, voters: string[], chair: string): boolean {
  const last = motionsOn(motions, sheet).slice(-1)[0];
  const outcome = last === undefined ? null : countVotes(last.votes, voters, chair);
  return outcome?.kind === 'counted' && outcome.carried;
}

/** What is sent of a motion: the votes of those who are there. */
export function sentMotion({ sheet, decision, grade, votes, recommendation }: Motion, voters: string[]) {
  return {
    sheet,
    decision,
    ...(decision === 'REVISE' && grade !== '' && { grade }),
    votes: voters
      .filter((member) => votes[member] !== undefined)
      .map((member) => ({ member, for: votes[member] === 'for' })),
    ...(recommendation.trim() !== '' && { recommendation: recommendation.trim() }),
  };
}
