/** What the demo calls today: the setting PEILDATUM. No fact in the dossiers is of a later day. */
export const PEILDATUM = '2013-04-02';

/** The seed of the dossiers that are committed. */
export const ZAAD = 20_130_402;
