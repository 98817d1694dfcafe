import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { haalOverHttp, OpenbareSleutels } from '../../../schema/keten/openbare-sleutels.ts';

/**
 * The keys are fetched again twice a minute: a key that is published before it signs is known when it does, and one that
 * was withdrawn is soon dropped. A call with a key that is not known has them fetched at most once in five seconds.
 */
const VERS = 30_000;
const AFKOELING = 5_000;
/** A gateway that calls and whose keys cannot be had for an hour is no longer trusted. */
const HOOGUIT_OUD = 3_600_000;
const HAAL_MS = 2_000;

/** The public keys of the gateway, at an http(s): or file: URL. */
export function sleutelbron(url: URL, nu: () => number): OpenbareSleutels {
  return new OpenbareSleutels({
    haal:
      url.protocol === 'file:'
        ? async () => JSON.parse(await readFile(url, 'utf8')) as JSONWebKeySet
        : haalOverHttp(url, HAAL_MS),
    nu,
    vers: VERS,
    afkoeling: AFKOELING,
    hooguitOud: HOOGUIT_OUD,
  });
}
