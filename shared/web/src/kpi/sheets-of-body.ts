import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { loadPages } from '../common/paged';
import type { Line } from './api';

/** The sheets that the reader sees, by id; null while they are being loaded. */
export function useSheets(dependsOn?: unknown): Map<string, Line> | null {
  const { api } = useDesk();
  const [sheets, setSheets] = useState<Map<string, Line> | null>(null);
  useEffect(() => {
    let current = true;
    void loadPages<Line>(
      async (cursor) => {
        const reply = await api(at('/kpi-sheets', { cursor }));
        return reply.kind === 'answered'
          ? { ...reply, body: { rows: reply.body.sheets, next: reply.body.next } }
          : reply;
      },
      undefined,
      true,
    ).then(({ rows }) => current && setSheets(new Map(rows.map((line) => [line.id, line]))));
    return () => {
      current = false;
    };
  }, [dependsOn]);
  return sheets;
}

/** Whom a sheet is about; its id where the reader does not see it. */
export function whoseSheet(sheets: Map<string, Line> | null, id: string): string {
  const line = sheets?.get(id);
  return line?.name ?? line?.employee ?? id;
}
