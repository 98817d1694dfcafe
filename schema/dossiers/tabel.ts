/** A table that the dossiers fill: the subgraphs that own or copy it, and its columns in the order of the file. */
export interface Tabel {
  readonly subgraphs: readonly string[];
  readonly kolommen: readonly string[];
}
