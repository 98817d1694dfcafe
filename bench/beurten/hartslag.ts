/** What held the event loop longest while it was watched, in milliseconds. */
export interface Hartslag {
  /** Leaves out what happens in the function: it is measured apart. */
  readonly buiten: <Uitkomst>(wat: string, werk: () => Uitkomst) => Uitkomst;
  /** Ends the watch. */
  readonly stop: () => { readonly langste: number; readonly buiten: ReadonlyMap<string, number> };
}

/** Watches how long the event loop is held at a time: between two of its own turns nobody else had one. */
export function volgHartslag(): Hartslag {
  const buiten = new Map<string, number>();
  let langste = 0;
  let apart = 0;
  let vorige = performance.now();
  let loopt = true;
  const slag = (): void => {
    const nu = performance.now();
    langste = Math.max(langste, nu - vorige - apart);
    apart = 0;
    vorige = nu;
    if (loopt) setImmediate(slag);
  };
  setImmediate(slag);
  return {
    buiten: (wat, werk) => {
      const begin = performance.now();
      const uitkomst = werk();
      const duur = performance.now() - begin;
      apart += duur;
      buiten.set(wat, Math.max(buiten.get(wat) ?? 0, duur));
      return uitkomst;
    },
    stop: () => {
      slag();
      loopt = false;
      return { langste, buiten };
    },
  };
}
