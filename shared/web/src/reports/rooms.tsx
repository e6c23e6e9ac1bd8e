import { Obligations } from './obligations';
import { OneObligation } from './one-obligation';
import { OneReport } from './one-report';
import './reports.css';
import { SendReport } from './send-report';

/** The rooms of reports: what is owed, the sending of a file, and what became of one. */
export function ReportRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const [place, first, second] = path;
  if (place === 'send' && first !== undefined && second !== undefined) {
    return <SendReport key={path.join(' ')} form={first} period={second} />;
  }
  if (place === 'owed' && first !== undefined) {
    return <OneObligation key={first} id={first} query={query} />;
  }
  if (place === 'one' && first !== undefined) {
    return <OneReport key={first} id={first} />;
  }
  return <Obligations query={query} />;
}
