import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { loadPages } from '../common/paged';
import type { Task } from '../home/task';

/** Whose turn a document is and by when, by its kind and id: of the whole body for its personnel service, else of the reader. */
export type Terms = Map<string, Task[]>;

/** The terms of documents; null while they are being loaded, empty where they could not be. */
export function useTerms(body: string | undefined, dependsOn: unknown): Terms | null {
  const { api } = useDesk();
  const [terms, setTerms] = useState<Terms | null>(null);
  useEffect(() => {
    let current = true;
    void loadPages<Task>(
      async (cursor) => {
        const reply = await api(at('/tasks', { cursor, body }));
        return reply.kind === 'answered'
          ? { ...reply, body: { rows: reply.body.tasks, next: reply.body.next } }
          : reply;
      },
      undefined,
      true,
    ).then(({ rows }) => current && setTerms(byObject(rows)));
    return () => {
      current = false;
    };
  }, [body, dependsOn]);
  return terms;
}

export function byObject(tasks: Task[]): Terms {
  const terms: Terms = new Map();
  for (const task of tasks) {
    terms.set(task.object, [...(terms.get(task.object) ?? []), task]);
  }
  return terms;
}

export function termsOf(terms: Terms | null, kind: 'kpi-plan' | 'kpi-sheet', id: string): Task[] {
  return terms?.get(`${kind}~${id}`) ?? [];
}
