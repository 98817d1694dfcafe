import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { beginProcess, type Ending, type ProcessSpec, type RunningProcess } from './begin-process.ts';
import { recordProcesses } from './stop-leftovers.ts';

/** Keeps the processes of one start together: begins them, knows when one ends unasked, stops them. */
export class Opzichter {
  readonly #record: string;
  readonly #running = new Set<RunningProcess>();
  readonly #stopping = new Set<RunningProcess>();
  readonly #failed = Promise.withResolvers<never>();

  /** `record`: the file in which the processes are written down for a later start. */
  constructor(record: string) {
    this.#record = record;
    this.#failed.promise.catch(() => undefined);
  }

  /** Rejects with PROCES_GESTOPT as soon as a watched process ends that nobody asked to. Never settles otherwise. */
  get failure(): Promise<never> {
    return this.#failed.promise;
  }

  /** Begins a process; `watch` it once its end would be a failure. */
  async begin(spec: ProcessSpec): Promise<RunningProcess> {
    const running = await beginProcess(spec);
    this.#running.add(running);
    recordProcesses(
      this.#record,
      [...this.#running].map(({ pid }) => pid),
    );
    void running.ended.then(() => this.#running.delete(running));
    return running;
  }

  /** From now on the end of this process is a failure of the whole, unless `stop` asked for it. */
  watch(running: RunningProcess): void {
    void running.ended.then((ending) => {
      if (!this.#stopping.has(running)) this.#failed.reject(gestopt(running, ending));
    });
  }

  /** Stops a process, in its own way, and waits for it. */
  async stop(running: RunningProcess): Promise<void> {
    this.#stopping.add(running);
    await running.stop();
  }

  /** Ends every process at once, without waiting. */
  hardStop(): void {
    for (const running of this.#running) running.hardStop();
  }
}

function gestopt({ naam, lastLines }: RunningProcess, { code, signal }: Ending): KetenFout {
  const how = signal === null ? `code ${code}` : `signal ${signal}`;
  return new KetenFout('PROCES_GESTOPT', `${naam} ended with ${how}. Its last lines:\n\n${lastLines()}\n`, {
    proces: naam,
  });
}
