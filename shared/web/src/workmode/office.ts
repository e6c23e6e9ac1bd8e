import { hasRole, useDesk } from '../common/desk';

/** What the reader is in a body, as the API asks for it. */
export interface Office {
  /** The personnel service: equipment, violations, the entry system, work rules. */
  hr: boolean;
  /** The authorised person: acts, and what becomes of them. */
  head: boolean;
}

export function useOffice(body: string): Office {
  const desk = useDesk();
  const own = desk.claims.body === body;
  return { hr: own && hasRole(desk, 'hr'), head: own && hasRole(desk, 'head') };
}

/** Whether somebody may see others of their body: its office, and who controls people by the directory (No. 120, ¶10). */
export function useControls(): boolean {
  const desk = useDesk();
  return hasRole(desk, 'hr') || hasRole(desk, 'head') || (hasRole(desk, 'assessor') && hasRole(desk, 'employee'));
}
