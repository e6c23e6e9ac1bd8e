/** A way to another room of the desk; the one the reader is in is marked. */
export function RoomLink({ to, name, here }: { to: string; name: string; here: boolean }) {
  return (
    <a href={to} aria-current={here ? 'page' : undefined}>
      {name}
    </a>
  );
}
