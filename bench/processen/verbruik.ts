import { readdirSync, readFileSync } from 'node:fs';

/** What a process and its descendants have used. */
export interface Verbruik {
  /** User and system time together, in milliseconds. */
  readonly cpuMs: number;
  /** The sum of the largest resident size of each, in MB. */
  readonly geheugenMb: number;
}

/** Linux counts processor time in hundredths of a second for every program (sysconf(_SC_CLK_TCK)). */
const MS_PER_TIK = 10;

/** Reads from /proc what a process tree has used so far. Only on Linux; elsewhere both figures are NaN. */
export function verbruik(pid: number): Verbruik {
  if (process.platform !== 'linux') return { cpuMs: Number.NaN, geheugenMb: Number.NaN };
  const boom = stamboom(pid).map(verbruikVanEen);
  return {
    cpuMs: boom.reduce((som, { cpuMs }) => som + cpuMs, 0),
    geheugenMb: boom.reduce((som, { geheugenMb }) => som + geheugenMb, 0),
  };
}

/** The time that all cores together have worked so far, for whomever, in milliseconds. */
export function gewerktMs(): number {
  const [, user, nice, system, , , irq, softirq, steal] =
    lees('/proc/stat').split('\n', 1)[0]?.split(/ +/) ?? [];
  return (
    [user, nice, system, irq, softirq, steal].reduce((som, tikken) => som + Number(tikken ?? Number.NaN), 0) *
    MS_PER_TIK
  );
}

function stamboom(pid: number): readonly number[] {
  const ouders = readdirSync('/proc')
    .filter((naam) => /^\d+$/.test(naam))
    .map((naam) => ({ kind: Number(naam), ouder: Number(velden(Number(naam))[1]) }));
  const onder = (van: number): readonly number[] => [
    van,
    ...ouders.filter(({ ouder }) => ouder === van).flatMap(({ kind }) => onder(kind)),
  ];
  return onder(pid);
}

function verbruikVanEen(pid: number): Verbruik {
  const stat = velden(pid);
  const status = lees(`/proc/${pid}/status`);
  return {
    cpuMs: (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) * MS_PER_TIK,
    geheugenMb: Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
  };
}

/** The fields of /proc/PID/stat after the name of the program, which may hold spaces: [0] is the state. */
function velden(pid: number): readonly string[] {
  const stat = lees(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function lees(pad: string): string {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    return '';
  }
}
