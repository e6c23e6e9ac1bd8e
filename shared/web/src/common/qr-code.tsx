import makeQr from 'qrcode-generator';

/** Modules of white around the code that readers need. */
const QUIET = 4;

/** A QR code drawn here: a slip's code must not pass through anybody's server. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const qr = makeQr(0, 'M');
  qr.addData(text, 'Byte');
  qr.make();
  const size = qr.getModuleCount();
  const around = size + 2 * QUIET;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${around} ${around}`} shape-rendering="crispEdges">
      <rect width={around} height={around} fill="#fff" />
      <path d={darkRuns(size, (row, column) => qr.isDark(row, column))} fill="#000" />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
export function darkRuns(size: number, dark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      let to = from;
      while (to < size && dark(row, to)) {
        to++;
      }
      if (to > from) {
        path += `M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`;
        from = to;
      }
    }
  }
  return path;
}
