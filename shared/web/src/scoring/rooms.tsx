import './scoring.css';
import { WhatIf } from './what-if';

/** The rooms of facts, previews and runs. */
export function ScoringRooms({ room, query }: { room: 'facts' | 'preview' | 'runs'; path: string[]; query: URLSearchParams }) {
  return room === 'preview' ? <WhatIf query={query} /> : null;
}
